import type { Pence } from '@pursestrings/basics/money';
import type { Temporal } from '@pursestrings/basics/time';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn, penceColumn } from '../../platform/database/column-types.ts';
import type { ProposalState } from './proposal.rules.ts';

/** An idea worked up: what, why, who, where, roughly how much. Answers are '' until they are given. */
@Entity({ name: 'proposal' })
export class ProposalEntity {
  @PrimaryColumn({ type: 'uuid', name: 'neighbourhood_id' })
  neighbourhoodId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** Its public address within the place; never changed once it is public. */
  @Column({ type: 'text' })
  slug: string;

  /** The person who proposes it. */
  @Column({ type: 'uuid', name: 'author_id' })
  authorId: string;

  /** The helper who took it down for the author; null without one. */
  @Column({ type: 'uuid', name: 'helper_id', nullable: true })
  helperId: string | null;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  what: string;

  @Column({ type: 'text' })
  why: string;

  /** Who would do it, and who would be glad of it. */
  @Column({ type: 'text' })
  who: string;

  @Column({ type: 'text', name: 'where_it_is' })
  whereItIs: string;

  /** Roughly how much, more than 0; null while nobody knows. */
  @Column({ type: 'bigint', name: 'cost_pence', nullable: true, transformer: penceColumn })
  costPence: Pence | null;

  @Column({ type: 'text', nullable: true })
  theme: string | null;

  @Column({ type: 'text' })
  state: ProposalState;

  /** Why it was sent back or does not go on; its author hears it first. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** What happens next, in words, and the day by which. */
  @Column({ type: 'text', name: 'next_step', nullable: true })
  nextStep: string | null;

  @Column({ type: 'date', name: 'next_by', nullable: true })
  nextBy: string | null;

  /** The proposal that this one became part of. */
  @Column({ type: 'uuid', name: 'merged_into', nullable: true })
  mergedInto: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', transformer: instantColumn })
  createdAt: Temporal.Instant;

  @Column({ type: 'timestamptz', name: 'submitted_at', nullable: true, transformer: instantColumn })
  submittedAt: Temporal.Instant | null;

  @Column({ type: 'timestamptz', name: 'published_at', nullable: true, transformer: instantColumn })
  publishedAt: Temporal.Instant | null;
}

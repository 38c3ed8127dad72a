import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepApart } from '../platform/database/row-security.ts';

/** Ideas; proposals with their supports and comments; what people follow. */
export class Participation1764000001000 implements MigrationInterface {
  name = 'Participation1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    await keepApart(runner, ['proposal', 'proposal_comment', 'idea'], 'SELECT, INSERT, UPDATE');
    await keepApart(runner, ['proposal_support', 'follow'], 'SELECT, INSERT, DELETE');
  }

  async down(): Promise<void> {
    throw new Error('Going back is done by restoring a backup: docs/running/upgrade.md.');
  }
}

const tables = [
  `CREATE TABLE proposal (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    slug text NOT NULL,
    author_id uuid NOT NULL,
    helper_id uuid,
    title text NOT NULL DEFAULT '',
    what text NOT NULL DEFAULT '',
    why text NOT NULL DEFAULT '',
    who text NOT NULL DEFAULT '',
    where_it_is text NOT NULL DEFAULT '',
    cost_pence bigint,
    theme text,
    state text NOT NULL,
    reason text,
    next_step text,
    next_by date,
    merged_into uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    submitted_at timestamptz,
    published_at timestamptz,
    CONSTRAINT proposal_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT proposal_slug_once UNIQUE (neighbourhood_id, slug),
    CONSTRAINT proposal_author FOREIGN KEY (neighbourhood_id, author_id) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT proposal_helper FOREIGN KEY (neighbourhood_id, helper_id) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT proposal_merged FOREIGN KEY (neighbourhood_id, merged_into) REFERENCES proposal (neighbourhood_id, id),
    CONSTRAINT proposal_cost_positive CHECK (cost_pence > 0),
    CONSTRAINT proposal_state CHECK (state IN ('draft', 'submitted', 'changes_asked', 'in_discussion', 'checking', 'ready', 'on_ballot', 'chosen',
      'not_chosen_this_time', 'with_partnership', 'agreed', 'deferred', 'declined', 'project', 'withdrawn', 'merged', 'not_possible_now')),
    CONSTRAINT proposal_reason_given CHECK (state NOT IN ('changes_asked', 'deferred', 'declined', 'not_possible_now') OR reason IS NOT NULL)
  )`,
  `CREATE INDEX proposal_by_state ON proposal (neighbourhood_id, state, published_at DESC)`,
  `CREATE TABLE proposal_support (
    neighbourhood_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT proposal_support_pk PRIMARY KEY (neighbourhood_id, proposal_id, person_id),
    CONSTRAINT proposal_support_proposal FOREIGN KEY (neighbourhood_id, proposal_id) REFERENCES proposal (neighbourhood_id, id),
    CONSTRAINT proposal_support_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES person (neighbourhood_id, id)
  )`,
  `CREATE TABLE proposal_comment (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    person_id uuid NOT NULL,
    words text NOT NULL,
    said_as text NOT NULL DEFAULT 'resident',
    held boolean NOT NULL DEFAULT false,
    removed boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT proposal_comment_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT proposal_comment_proposal FOREIGN KEY (neighbourhood_id, proposal_id) REFERENCES proposal (neighbourhood_id, id),
    CONSTRAINT proposal_comment_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT proposal_comment_said_as CHECK (said_as IN ('resident', 'partnership', 'council'))
  )`,
  `CREATE INDEX proposal_comment_of ON proposal_comment (neighbourhood_id, proposal_id, created_at)`,
  `CREATE TABLE follow (
    neighbourhood_id uuid NOT NULL,
    person_id uuid NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    CONSTRAINT follow_pk PRIMARY KEY (neighbourhood_id, subject_kind, subject_id, person_id),
    CONSTRAINT follow_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT follow_kind CHECK (subject_kind IN ('proposal', 'round', 'project', 'decision'))
  )`,
  `CREATE INDEX follow_of_person ON follow (neighbourhood_id, person_id)`,
  `CREATE TABLE idea (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    words text NOT NULL,
    person_id uuid,
    state text NOT NULL DEFAULT 'held',
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT idea_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT idea_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT idea_state CHECK (state IN ('held', 'published', 'kept', 'removed'))
  )`,
];

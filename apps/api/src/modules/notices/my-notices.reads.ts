import { Inject, Injectable } from '@nestjs/common';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { readLetters, readMyNotices } from '@pursestrings/contracts/notices';
import { Transactions } from '../../platform/database/transactions.ts';
import { type Actor, nobody } from '../../platform/http/actor.ts';
import { chosen } from './letter-choices.ts';
import { placeOfProposal } from './proposal-address.ts';

type MyNotices = ResponseOf<typeof readMyNotices>;
type LettersPage = ResponseOf<typeof readLetters>;

const newest = 50;
const lettersOnAPage = 30;

const followingSql = `
  SELECT f.subject_kind AS kind, f.subject_id AS id, coalesce(p.title, r.title, j.title, d.title) AS title,
    CASE f.subject_kind WHEN 'proposal' THEN ${placeOfProposal} WHEN 'round' THEN 'votes/' || r.slug
      WHEN 'project' THEN 'projects/' || j.slug ELSE 'decisions/' || d.slug END AS address
  FROM follow f
    LEFT JOIN proposal p ON f.subject_kind = 'proposal' AND p.neighbourhood_id = f.neighbourhood_id AND p.id = f.subject_id
    LEFT JOIN round r ON f.subject_kind = 'round' AND r.neighbourhood_id = f.neighbourhood_id AND r.id = f.subject_id
    LEFT JOIN project j ON f.subject_kind = 'project' AND j.neighbourhood_id = f.neighbourhood_id AND j.id = f.subject_id
    LEFT JOIN decision d ON f.subject_kind = 'decision' AND d.neighbourhood_id = f.neighbourhood_id AND d.id = f.subject_id
  WHERE f.neighbourhood_id = $1 AND f.person_id = $2 AND coalesce(p.title, r.title, j.title, d.title) IS NOT NULL
  ORDER BY f.subject_id DESC LIMIT 200`;

/** What somebody was told and follows, and the letters of a laptop. */
@Injectable()
export class MyNoticesReads {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** The newest notices to whoever asks, what they follow, and which letters they want. */
  async mine(actor: Actor): Promise<MyNotices> {
    const personId = actor.personId;
    if (personId === null) return { notices: [], letters: 'each_step', following: [] };
    return await this.transactions.read(actor, async (tx) => ({
      notices: await tx.query<MyNotices['notices'][number]>(
        `SELECT id, subject, words, made_at AS "madeAt", state FROM notice WHERE neighbourhood_id = $1 AND person_id = $2
         ORDER BY made_at DESC, id DESC LIMIT $3`,
        [actor.neighbourhoodId, personId, newest],
      ),
      letters: await chosen(tx, personId),
      following: await tx.query<MyNotices['following'][number]>(followingSql, [actor.neighbourhoodId, personId]),
    }));
  }

  /** Letters of every kind and place that a laptop kept, newest first. For installations without a mail server only. */
  async kept(page: number): Promise<LettersPage> {
    const rows = await this.transactions.read(nobody, (tx) =>
      tx.query<LettersPage['letters'][number]>(
        `SELECT to_address AS "to", subject, words, at FROM letter UNION ALL SELECT * FROM letters_kept()
         ORDER BY at DESC, subject LIMIT $1 OFFSET $2`,
        [lettersOnAPage + 1, (page - 1) * lettersOnAPage],
      ),
    );
    return { letters: rows.slice(0, lettersOnAPage), more: rows.length > lettersOnAPage };
  }
}

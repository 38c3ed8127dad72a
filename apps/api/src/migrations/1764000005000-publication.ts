import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asAcross, keepApart, letAcrossRead } from '../platform/database/row-security.ts';

/** What people were told, and which letters they want. */
export class Publication1764000005000 implements MigrationInterface {
  name = 'Publication1764000005000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    await keepApart(runner, ['notice', 'letter_choice'], 'SELECT, INSERT, UPDATE');
    await letAcrossRead(runner, {
      notice: 'neighbourhood_id, person_id, state, subject, words, made_at, sent_at',
      account: 'id, email',
    });
    await asAcross(runner, functionsAcross);
  }

  async down(): Promise<void> {
    throw new Error('Going back is done by restoring a backup: docs/running/upgrade.md.');
  }
}

const tables = [
  `CREATE TABLE letter_choice (
    neighbourhood_id uuid NOT NULL,
    person_id uuid NOT NULL,
    letters text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT letter_choice_pk PRIMARY KEY (neighbourhood_id, person_id),
    CONSTRAINT letter_choice_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT letter_choice_kind CHECK (letters IN ('each_step', 'none'))
  )`,
  // One message to one person about one event. Sent at most once: only the UPDATE that takes it from 'queued' may send.
  `CREATE TABLE notice (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    person_id uuid NOT NULL,
    channel text NOT NULL,
    purpose text NOT NULL,
    state text NOT NULL DEFAULT 'queued',
    subject text NOT NULL,
    words text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    sending_since timestamptz,
    sent_at timestamptz,
    CONSTRAINT notice_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT notice_once UNIQUE (neighbourhood_id, event_id, person_id, channel, purpose),
    CONSTRAINT notice_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT notice_event FOREIGN KEY (neighbourhood_id, event_id) REFERENCES event (neighbourhood_id, id),
    CONSTRAINT notice_channel CHECK (channel IN ('email')),
    CONSTRAINT notice_state CHECK (state IN ('queued', 'sending', 'sent', 'uncertain', 'failed', 'suppressed'))
  )`,
  `CREATE INDEX notice_to_send ON notice (neighbourhood_id, id) WHERE state IN ('queued', 'sending')`,
  `CREATE INDEX notice_of_person ON notice (neighbourhood_id, person_id, made_at DESC)`,
];

const functionsAcross = [
  `CREATE FUNCTION places_with_notices_waiting(at_most integer) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT DISTINCT n.neighbourhood_id FROM notice n WHERE n.state IN ('queued', 'sending') LIMIT at_most
    $$`,
  `REVOKE ALL ON FUNCTION places_with_notices_waiting(integer) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION places_with_notices_waiting(integer) TO app`,
  // For the letters page of a laptop that has no mail server: the notices that it counts as sent.
  `CREATE FUNCTION letters_kept() RETURNS TABLE (to_address text, subject text, words text, at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT a.email, n.subject, n.words, n.made_at FROM notice n
        JOIN person p ON p.neighbourhood_id = n.neighbourhood_id AND p.id = n.person_id
        JOIN account a ON a.id = p.account_id
      WHERE n.state = 'sent' AND n.made_at > now() - interval '30 days'
    $$`,
  `REVOKE ALL ON FUNCTION letters_kept() FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION letters_kept() TO app`,
];

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asAcross, keepApart, letAcrossRead } from '../platform/database/row-security.ts';
import { boxFunctions } from './voting/box-functions.ts';
import { boxTables } from './voting/box-tables.ts';
import { castFunctions } from './voting/cast-functions.ts';
import { frozenRounds } from './voting/frozen-rounds.ts';

/** Rounds and their projects, frozen once announced; the ballot box with its one way in; results and who confirmed them. */
export class Voting1764000002000 implements MigrationInterface {
  name = 'Voting1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...roundTables, ...frozenRounds]) await runner.query(statement);
    await keepApart(runner, ['round'], 'SELECT, INSERT, UPDATE');
    await keepApart(runner, ['round_project'], 'SELECT, INSERT, UPDATE, DELETE');
    await keepApart(runner, ['round_result', 'scrutineer_confirmation']);
    await runner.query('CREATE SCHEMA vote');
    await runner.query('GRANT USAGE ON SCHEMA vote TO app');
    for (const statement of boxTables) await runner.query(statement);
    await keepApart(runner, ['vote.roll', 'vote.sealed', 'vote.receipt'], 'SELECT');
    await keepApart(runner, ['vote.opened_ballot', 'vote.bulletin']);
    await keepApart(runner, ['vote.code', 'vote.code_try'], 'SELECT, INSERT, UPDATE');
    // The program touches neither: it casts and empties through the functions alone.
    await keepApart(runner, ['vote.envelope', 'vote.link'], 'REFERENCES');
    await runner.query('REVOKE REFERENCES ON vote.envelope, vote.link FROM app');
    for (const statement of [...castFunctions, ...boxFunctions]) await runner.query(statement);
    await letAcrossRead(runner, { round: 'neighbourhood_id, id, state, opens_at, closes_at, imported, verified_at, forgotten_at' });
    await asAcross(runner, functionsAcross);
  }

  async down(): Promise<void> {
    throw new Error('Going back is done by restoring a backup: docs/running/upgrade.md.');
  }
}

const roundTables = [
  `CREATE TABLE round (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    question text NOT NULL,
    pot_pence bigint NOT NULL,
    ballot_type text NOT NULL,
    rule jsonb NOT NULL,
    state text NOT NULL,
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    announced_at timestamptz,
    closed_at timestamptz,
    verified_at timestamptz,
    published_at timestamptz,
    from_account_id uuid,
    cancelled_reason text,
    forgotten_at timestamptz,
    rules_hash bytea,
    seed_commitment bytea,
    seed bytea,
    public_key bytea,
    key_ref_hash bytea,
    envelope_bytes integer,
    imported boolean NOT NULL DEFAULT false,
    -- A vote of a demonstration's past: held today, then dated as its story tells it.
    retold boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT round_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT round_place FOREIGN KEY (neighbourhood_id) REFERENCES neighbourhood (id),
    CONSTRAINT round_slug_once UNIQUE (neighbourhood_id, slug),
    CONSTRAINT round_pot_positive CHECK (pot_pence > 0),
    CONSTRAINT round_dates CHECK (closes_at > opens_at),
    CONSTRAINT round_ballot_type CHECK (ballot_type IN ('approval', 'up_to_k', 'basket', 'points', 'ranked', 'score')),
    CONSTRAINT round_state CHECK (state IN ('draft', 'announced', 'open', 'closed', 'counting', 'provisional', 'verified', 'published', 'recounted', 'cancelled')),
    CONSTRAINT round_announced_whole CHECK (state IN ('draft', 'cancelled') OR (announced_at IS NOT NULL AND rules_hash IS NOT NULL
      AND seed_commitment IS NOT NULL AND public_key IS NOT NULL AND envelope_bytes > 0)),
    CONSTRAINT round_open_with_key CHECK (state IN ('draft', 'announced', 'cancelled') OR key_ref_hash IS NOT NULL),
    CONSTRAINT round_cancelled_with_reason CHECK (state <> 'cancelled' OR cancelled_reason IS NOT NULL)
  )`,
  `CREATE TABLE round_project (
    neighbourhood_id uuid NOT NULL,
    round_id uuid NOT NULL,
    code text NOT NULL,
    position integer NOT NULL,
    proposal_id uuid,
    title text NOT NULL,
    summary text NOT NULL DEFAULT '',
    cost_pence bigint NOT NULL,
    outcome text,
    CONSTRAINT round_project_pk PRIMARY KEY (neighbourhood_id, round_id, code),
    CONSTRAINT round_project_round FOREIGN KEY (neighbourhood_id, round_id) REFERENCES round (neighbourhood_id, id),
    CONSTRAINT round_project_proposal FOREIGN KEY (neighbourhood_id, proposal_id) REFERENCES proposal (neighbourhood_id, id),
    CONSTRAINT round_project_position_once UNIQUE (neighbourhood_id, round_id, position),
    CONSTRAINT round_project_proposal_once UNIQUE (neighbourhood_id, round_id, proposal_id),
    CONSTRAINT round_project_cost CHECK (cost_pence >= 0),
    CONSTRAINT round_project_code CHECK (code = btrim(code) AND code <> '' AND length(code) <= 200 AND position(',' IN code) = 0),
    CONSTRAINT round_project_outcome CHECK (outcome IN ('chosen', 'not_chosen_this_time'))
  )`,
  `CREATE INDEX round_project_of_proposal ON round_project (neighbourhood_id, proposal_id)`,
  // What a count said, for ever: a recount is a further version beside it.
  `CREATE TABLE round_result (
    neighbourhood_id uuid NOT NULL,
    round_id uuid NOT NULL,
    version integer NOT NULL,
    document jsonb NOT NULL,
    words jsonb NOT NULL,
    ballots integer NOT NULL,
    chosen_codes text[] NOT NULL,
    spent_pence bigint NOT NULL,
    digest text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT round_result_pk PRIMARY KEY (neighbourhood_id, round_id, version),
    CONSTRAINT round_result_round FOREIGN KEY (neighbourhood_id, round_id) REFERENCES round (neighbourhood_id, id),
    CONSTRAINT round_result_version CHECK (version > 0)
  )`,
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON round_result FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE TABLE scrutineer_confirmation (
    neighbourhood_id uuid NOT NULL,
    round_id uuid NOT NULL,
    version integer NOT NULL,
    person_id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT scrutineer_confirmation_pk PRIMARY KEY (neighbourhood_id, round_id, version, person_id),
    CONSTRAINT scrutineer_confirmation_result FOREIGN KEY (neighbourhood_id, round_id, version) REFERENCES round_result (neighbourhood_id, round_id, version),
    CONSTRAINT scrutineer_confirmation_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES person (neighbourhood_id, id)
  )`,
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON scrutineer_confirmation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
];

const functionsAcross = [
  // Which rounds the clock has something to do for; reads dates only. Envelopes and keys go 28 days after the checked result, or at once with a cancelled vote.
  `CREATE FUNCTION rounds_due(at_most integer) RETURNS TABLE (neighbourhood_id uuid, round_id uuid, deed text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT due.neighbourhood_id, due.id, due.deed FROM (
        SELECT r.neighbourhood_id, r.id, r.closes_at, CASE
          WHEN r.state = 'announced' AND r.opens_at <= clock_timestamp() THEN 'open'
          WHEN r.state = 'open' AND r.closes_at <= clock_timestamp() THEN 'close'
          WHEN r.forgotten_at IS NULL AND (r.state = 'cancelled' OR r.verified_at <= clock_timestamp() - interval '28 days') THEN 'forget' END AS deed
        FROM round r WHERE NOT r.imported OR r.verified_at IS NOT NULL) due
      WHERE due.deed IS NOT NULL ORDER BY due.closes_at LIMIT at_most
    $$`,
  `REVOKE ALL ON FUNCTION rounds_due(integer) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION rounds_due(integer) TO app`,
];

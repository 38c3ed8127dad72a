import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asAcross, keepApart, letAcrossRead } from '../platform/database/row-security.ts';

/** Neighbourhoods, accounts, sessions, people, roles, residency; events with their deliveries; forms answered once. */
export class PeopleAndPlace1764000000000 implements MigrationInterface {
  name = 'PeopleAndPlace1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT USAGE ON SCHEMA public TO app');
    for (const statement of globalTables) await runner.query(statement);
    for (const statement of tablesOfAPlace) await runner.query(statement);
    await keepApart(runner, ['neighbourhood_postcode'], 'SELECT, INSERT, DELETE');
    await keepApart(runner, ['person', 'role'], 'SELECT, INSERT, UPDATE');
    await keepApart(runner, ['residency_check', 'event', 'event_delivery']);
    await keepApart(runner, ['request_once'], 'SELECT, INSERT, UPDATE, DELETE');
    await letAcrossRead(runner, {
      neighbourhood: 'id, slug',
      session: 'id, token_hash, account_id, csrf_token, second_factor_at, expires_at, ended_at',
      person: 'neighbourhood_id, id, account_id, erased_at',
      role: 'neighbourhood_id, id, person_id, kind, starts_on, ends_on',
      residency_check: 'neighbourhood_id, person_id, ends_on',
      event: 'neighbourhood_id, id, recorded_at',
      event_delivery: 'neighbourhood_id, event_id',
    });
    await asAcross(runner, functionsAcross);
  }

  async down(): Promise<void> {
    throw new Error('Going back is done by restoring a backup: docs/running/upgrade.md.');
  }
}

const globalTables = [
  `CREATE TABLE neighbourhood (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    code text NOT NULL,
    council text,
    population integer,
    data_controller text,
    fund_holder text,
    fund_holder_kind text,
    contact_name text,
    contact_phone text,
    contact_where text,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT neighbourhood_pk PRIMARY KEY (id),
    CONSTRAINT neighbourhood_slug_once UNIQUE (slug),
    CONSTRAINT neighbourhood_code_once UNIQUE (code),
    CONSTRAINT neighbourhood_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 60),
    CONSTRAINT neighbourhood_fund_holder_kind CHECK (fund_holder_kind IN ('locally_trusted_organisation', 'accountable_body')),
    CONSTRAINT neighbourhood_population_whole CHECK (population >= 0)
  )`,
  `CREATE TABLE account (
    id uuid NOT NULL,
    email text,
    password_hash text,
    totp_secret bytea,
    created_at timestamptz NOT NULL DEFAULT now(),
    erased_at timestamptz,
    CONSTRAINT account_pk PRIMARY KEY (id),
    CONSTRAINT account_email_lower CHECK (email = lower(email))
  )`,
  `CREATE UNIQUE INDEX account_email_once ON account (email)`,
  `CREATE TABLE session (
    id uuid NOT NULL,
    token_hash bytea NOT NULL,
    account_id uuid NOT NULL,
    csrf_token text NOT NULL,
    second_factor_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT session_pk PRIMARY KEY (id),
    CONSTRAINT session_token_once UNIQUE (token_hash),
    CONSTRAINT session_account FOREIGN KEY (account_id) REFERENCES account (id)
  )`,
  `CREATE TABLE sign_in_token (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    link_hash bytea NOT NULL,
    code_hash bytea NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT sign_in_token_pk PRIMARY KEY (id),
    CONSTRAINT sign_in_token_link_once UNIQUE (link_hash),
    CONSTRAINT sign_in_token_account FOREIGN KEY (account_id) REFERENCES account (id)
  )`,
  // Global tables have a policy each. Names of places are public; a place changes only its own row.
  ...['neighbourhood', 'account', 'session', 'sign_in_token'].flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  ]),
  `CREATE POLICY read_all ON neighbourhood FOR SELECT USING (true)`,
  `CREATE POLICY make ON neighbourhood FOR INSERT WITH CHECK (true)`,
  `CREATE POLICY change_own ON neighbourhood FOR UPDATE USING (id = nullif(current_setting('app.neighbourhood', true), '')::uuid)`,
  `GRANT SELECT, INSERT, UPDATE ON neighbourhood TO app`,
  // Signing in must find an account by its address before anybody is known, so these are kept by the program's code, not by place.
  `CREATE POLICY sign_in ON account USING (true) WITH CHECK (true)`,
  `CREATE POLICY sign_in ON session FOR ALL TO app USING (true) WITH CHECK (true)`,
  `CREATE POLICY sign_in ON sign_in_token USING (true) WITH CHECK (true)`,
  `GRANT SELECT, INSERT, UPDATE ON account, session TO app`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_token TO app`,
];

const tablesOfAPlace = [
  `CREATE TABLE neighbourhood_postcode (
    neighbourhood_id uuid NOT NULL,
    postcode text NOT NULL,
    CONSTRAINT neighbourhood_postcode_pk PRIMARY KEY (neighbourhood_id, postcode),
    CONSTRAINT neighbourhood_postcode_place FOREIGN KEY (neighbourhood_id) REFERENCES neighbourhood (id),
    CONSTRAINT neighbourhood_postcode_form CHECK (postcode ~ '^[A-Z0-9]{5,7}$')
  )`,
  // Who somebody is in one neighbourhood. Personal words stand here and nowhere else; everything else holds the id.
  `CREATE TABLE person (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    account_id uuid,
    name text NOT NULL,
    born_year integer,
    created_at timestamptz NOT NULL DEFAULT now(),
    erased_at timestamptz,
    CONSTRAINT person_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT person_place FOREIGN KEY (neighbourhood_id) REFERENCES neighbourhood (id),
    CONSTRAINT person_account FOREIGN KEY (account_id) REFERENCES account (id)
  )`,
  `CREATE UNIQUE INDEX person_account_once ON person (neighbourhood_id, account_id)`,
  // Residency is not a row here: it follows from residency_check. Funders stand with their programme.
  `CREATE TABLE role (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    granted_by uuid,
    CONSTRAINT role_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT role_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT role_kind CHECK (kind IN ('member', 'chair', 'treasurer', 'liaison_officer', 'helper', 'worker', 'scrutineer', 'platform_admin')),
    CONSTRAINT role_dates CHECK (ends_on IS NULL OR ends_on >= starts_on)
  )`,
  `CREATE INDEX role_of_person ON role (neighbourhood_id, person_id)`,
  `CREATE TABLE residency_check (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    way text NOT NULL,
    checked_by uuid,
    checked_at timestamptz NOT NULL DEFAULT now(),
    ends_on date,
    CONSTRAINT residency_check_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT residency_check_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT residency_check_way CHECK (way IN ('declared_with_postcode', 'vouched', 'paper_slip')),
    CONSTRAINT residency_check_vouched CHECK (way <> 'vouched' OR checked_by IS NOT NULL)
  )`,
  `CREATE INDEX residency_check_of_person ON residency_check (neighbourhood_id, person_id)`,
  // The audit log, which is the outbox too. Append-only.
  `CREATE TABLE event (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    subject_id uuid NOT NULL,
    actor_person_id uuid,
    details jsonb NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT event_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT event_place FOREIGN KEY (neighbourhood_id) REFERENCES neighbourhood (id)
  )`,
  `CREATE INDEX event_about ON event (neighbourhood_id, subject_id)`,
  `CREATE TABLE event_delivery (
    neighbourhood_id uuid NOT NULL,
    event_id uuid NOT NULL,
    delivered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT event_delivery_pk PRIMARY KEY (neighbourhood_id, event_id),
    CONSTRAINT event_delivery_event FOREIGN KEY (neighbourhood_id, event_id) REFERENCES event (neighbourhood_id, id)
  )`,
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$`,
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE TABLE request_once (
    neighbourhood_id uuid NOT NULL,
    key uuid NOT NULL,
    actor text NOT NULL,
    request_hash bytea NOT NULL,
    status integer,
    body jsonb,
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT request_once_pk PRIMARY KEY (neighbourhood_id, key)
  )`,
];

const functionsAcross = [
  // Who holds a session, who they are in a place, and what they may do there today, in one look-up.
  `CREATE FUNCTION who_asks(the_token_hash bytea, the_place text)
    RETURNS TABLE (neighbourhood_id uuid, session_id uuid, account_id uuid, csrf_token text, second_factor_at timestamptz, person_id uuid, roles text[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      WITH place AS (SELECT n.id FROM neighbourhood n WHERE n.slug = the_place),
      visitor AS (SELECT s.id, s.account_id, s.csrf_token, s.second_factor_at FROM session s
        WHERE s.token_hash = the_token_hash AND s.ended_at IS NULL AND s.expires_at > now()),
      who AS (SELECT p.id, p.neighbourhood_id FROM person p, place, visitor
        WHERE p.neighbourhood_id = place.id AND p.account_id = visitor.account_id AND p.erased_at IS NULL),
      today AS (SELECT (now() AT TIME ZONE 'Europe/London')::date AS day)
      SELECT (SELECT id FROM place), v.id, v.account_id, v.csrf_token, v.second_factor_at, w.id,
        ARRAY(
          SELECT r.kind FROM role r, today WHERE r.neighbourhood_id = w.neighbourhood_id AND r.person_id = w.id
            AND r.starts_on <= today.day AND (r.ends_on IS NULL OR r.ends_on > today.day)
          UNION SELECT 'resident' WHERE w.id IS NOT NULL
          UNION SELECT 'verified_resident' FROM residency_check c, today WHERE c.neighbourhood_id = w.neighbourhood_id
            AND c.person_id = w.id AND (c.ends_on IS NULL OR c.ends_on > today.day)
        )
      FROM (VALUES (1)) AS always (one) LEFT JOIN visitor v ON true LEFT JOIN who w ON true
    $$`,
  `REVOKE ALL ON FUNCTION who_asks(bytea, text) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION who_asks(bytea, text) TO app`,
  `CREATE FUNCTION places_with_undelivered_events(at_most integer) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT DISTINCT e.neighbourhood_id FROM event e
      WHERE NOT EXISTS (SELECT FROM event_delivery d WHERE d.neighbourhood_id = e.neighbourhood_id AND d.event_id = e.id)
      LIMIT at_most
    $$`,
  `REVOKE ALL ON FUNCTION places_with_undelivered_events(integer) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION places_with_undelivered_events(integer) TO app`,
];

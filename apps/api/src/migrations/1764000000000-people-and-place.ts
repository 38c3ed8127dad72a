import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asAcross, keepApart, letAcrossRead } from '../platform/database/row-security.ts';
import { functionsAcross } from './1764000000000-people-and-place.functions.ts';

/** Neighbourhoods, accounts, sessions, people, roles, residency; events with their deliveries; forms answered once. */
export class PeopleAndPlace1764000000000 implements MigrationInterface {
  name = 'PeopleAndPlace1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT USAGE ON SCHEMA public TO app');
    for (const statement of globalTables) await runner.query(statement);
    for (const statement of tablesOfAPlace) await runner.query(statement);
    await keepApart(runner, ['neighbourhood_postcode'], 'SELECT, INSERT, DELETE');
    await keepApart(runner, ['person', 'role'], 'SELECT, INSERT');
    await runner.query('GRANT UPDATE (name, born_year, account_id, erased_at) ON person TO app');
    await runner.query('GRANT UPDATE (ends_on, ended_by, ended_minute) ON role TO app');
    await keepApart(runner, ['residency_check', 'event']);
    await keepApart(runner, ['event_waiting'], 'SELECT, INSERT, DELETE');
    await keepApart(runner, ['request_once', 'joining', 'demonstration_person'], 'SELECT, INSERT, UPDATE, DELETE');
    await letAcrossRead(runner, {
      neighbourhood: 'id, slug, name',
      session: 'id, token_hash, account_id, csrf_token, second_factor_at, seen_at, idle_minutes, expires_at, ended_at',
      platform_administrator: 'account_id',
      person: 'neighbourhood_id, id, account_id, name, erased_at',
      demonstration_person: 'neighbourhood_id, person_id, position, what',
      role: 'neighbourhood_id, id, person_id, kind, starts_on, ends_on',
      residency_check: 'neighbourhood_id, person_id, ends_on',
      event_waiting: 'neighbourhood_id, event_id',
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
    totp_confirmed_at timestamptz,
    totp_last_step bigint,
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
    idle_minutes integer NOT NULL DEFAULT 20160,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT session_pk PRIMARY KEY (id),
    CONSTRAINT session_token_once UNIQUE (token_hash),
    CONSTRAINT session_account FOREIGN KEY (account_id) REFERENCES account (id)
  )`,
  `CREATE INDEX session_of_account ON session (account_id)`,
  // A letter with a link and a code. One is kept for an unknown address too, so that both cost the same work.
  `CREATE TABLE sign_in_token (
    id uuid NOT NULL,
    account_id uuid,
    email text NOT NULL,
    neighbourhood_id uuid,
    link_hash bytea NOT NULL,
    code_hash bytea NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT sign_in_token_pk PRIMARY KEY (id),
    CONSTRAINT sign_in_token_link_once UNIQUE (link_hash),
    CONSTRAINT sign_in_token_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT sign_in_token_place FOREIGN KEY (neighbourhood_id) REFERENCES neighbourhood (id)
  )`,
  `CREATE INDEX sign_in_token_by_end ON sign_in_token (expires_at)`,
  // Tries that are limited, by what was tried and by whom; whom is an HMAC under the pepper, and a row lives for a day.
  `CREATE TABLE sign_in_try (
    id uuid NOT NULL,
    what text NOT NULL,
    key_hash bytea NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT sign_in_try_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX sign_in_try_by_key ON sign_in_try (what, key_hash, at)`,
  `CREATE INDEX sign_in_try_by_time ON sign_in_try (at)`,
  // Where there is no mail server (a laptop), letters wait here and are read on the letters page.
  `CREATE TABLE letter (
    id uuid NOT NULL,
    to_address text NOT NULL,
    subject text NOT NULL,
    words text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT letter_pk PRIMARY KEY (id)
  )`,
  // Who sets up neighbourhoods. Has no power inside one (H4).
  `CREATE TABLE platform_administrator (
    account_id uuid NOT NULL,
    since timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT platform_administrator_pk PRIMARY KEY (account_id),
    CONSTRAINT platform_administrator_account FOREIGN KEY (account_id) REFERENCES account (id)
  )`,
  // Global tables have a policy each. Names of places are public; a place changes only its own row.
  ...['neighbourhood', 'account', 'session', 'sign_in_token', 'sign_in_try', 'letter', 'platform_administrator'].flatMap((table) => [
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
  `CREATE POLICY count_tries ON sign_in_try USING (true) WITH CHECK (true)`,
  `GRANT SELECT, INSERT, DELETE ON sign_in_try TO app`,
  `CREATE POLICY keep_letters ON letter USING (true) WITH CHECK (true)`,
  `GRANT SELECT, INSERT, DELETE ON letter TO app`,
  // Made by a command of whoever runs the machine, as `owner`; the program may only look.
  `CREATE POLICY look ON platform_administrator FOR SELECT TO app USING (true)`,
  `CREATE POLICY make ON platform_administrator TO owner USING (true) WITH CHECK (true)`,
  `GRANT SELECT ON platform_administrator TO app`,
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
    minute text NOT NULL DEFAULT '',
    ended_by uuid,
    ended_minute text,
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
  // Somebody who asked to join and has not yet opened the letter; gone with its token.
  `CREATE TABLE joining (
    neighbourhood_id uuid NOT NULL,
    token_id uuid NOT NULL,
    name text NOT NULL,
    born_year integer,
    in_area boolean NOT NULL,
    CONSTRAINT joining_pk PRIMARY KEY (neighbourhood_id, token_id),
    CONSTRAINT joining_place FOREIGN KEY (neighbourhood_id) REFERENCES neighbourhood (id),
    CONSTRAINT joining_token FOREIGN KEY (token_id) REFERENCES sign_in_token (id) ON DELETE CASCADE
  )`,
  // The buttons of a demonstration's sign-in page. Empty anywhere else.
  `CREATE TABLE demonstration_person (
    neighbourhood_id uuid NOT NULL,
    person_id uuid NOT NULL,
    position integer NOT NULL,
    what text NOT NULL,
    CONSTRAINT demonstration_person_pk PRIMARY KEY (neighbourhood_id, person_id),
    CONSTRAINT demonstration_person_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES person (neighbourhood_id, id)
  )`,
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
  // Events that the relay has not yet handed to the queue. A row is written with its event and goes when it was handed over.
  `CREATE TABLE event_waiting (
    neighbourhood_id uuid NOT NULL,
    event_id uuid NOT NULL,
    CONSTRAINT event_waiting_pk PRIMARY KEY (neighbourhood_id, event_id),
    CONSTRAINT event_waiting_event FOREIGN KEY (neighbourhood_id, event_id) REFERENCES event (neighbourhood_id, id)
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

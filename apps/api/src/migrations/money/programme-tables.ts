/** Programmes are of no neighbourhood; an award is a neighbourhood's share of one. */
export const programmeTables: readonly string[] = [
  `CREATE TABLE programme (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    funder text NOT NULL,
    total_pence bigint NOT NULL,
    allocation_rule text NOT NULL,
    index_name text,
    index_source text,
    floor_pence bigint,
    ceiling_pence bigint,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    published_at timestamptz,
    CONSTRAINT programme_pk PRIMARY KEY (id),
    CONSTRAINT programme_slug_once UNIQUE (slug),
    CONSTRAINT programme_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
    CONSTRAINT programme_total_positive CHECK (total_pence > 0),
    CONSTRAINT programme_rule CHECK (allocation_rule IN ('equal', 'per_head', 'by_need')),
    CONSTRAINT programme_index_named CHECK (allocation_rule <> 'by_need' OR (index_name IS NOT NULL AND index_source IS NOT NULL)),
    CONSTRAINT programme_floor_and_ceiling CHECK (floor_pence >= 0 AND ceiling_pence > 0 AND floor_pence <= ceiling_pence),
    CONSTRAINT programme_term CHECK (ends_on > starts_on)
  )`,
  `CREATE TABLE programme_share (
    programme_id uuid NOT NULL,
    neighbourhood_id uuid NOT NULL,
    population integer NOT NULL,
    need_index numeric(12, 4),
    share_pence bigint,
    CONSTRAINT programme_share_pk PRIMARY KEY (programme_id, neighbourhood_id),
    CONSTRAINT programme_share_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
    CONSTRAINT programme_share_place FOREIGN KEY (neighbourhood_id) REFERENCES neighbourhood (id),
    CONSTRAINT programme_share_population CHECK (population >= 0),
    CONSTRAINT programme_share_index CHECK (need_index >= 0),
    CONSTRAINT programme_share_whole CHECK (share_pence >= 0)
  )`,
  `CREATE TABLE programme_officer (
    programme_id uuid NOT NULL,
    account_id uuid NOT NULL,
    CONSTRAINT programme_officer_pk PRIMARY KEY (programme_id, account_id),
    CONSTRAINT programme_officer_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
    CONSTRAINT programme_officer_account FOREIGN KEY (account_id) REFERENCES account (id)
  )`,
  ...['programme', 'programme_share', 'programme_officer'].flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  ]),
  // Everyone reads what is published; its officers read and change the rest, and only until it is published.
  `CREATE POLICY own_offices ON programme_officer FOR SELECT USING (account_id = nullif(current_setting('app.account', true), '')::uuid)`,
  // The first officer of a programme is named by the program itself, while it is set up; later ones by an officer.
  `CREATE POLICY name_officer ON programme_officer FOR INSERT TO app WITH CHECK (
    coalesce(current_setting('app.account', true), '') = '' OR EXISTS (SELECT FROM programme_officer o))`,
  `CREATE POLICY published_or_own ON programme FOR SELECT USING (published_at IS NOT NULL
    OR EXISTS (SELECT FROM programme_officer o WHERE o.programme_id = programme.id))`,
  `CREATE POLICY make ON programme FOR INSERT WITH CHECK (published_at IS NULL
    AND (coalesce(current_setting('app.account', true), '') = '' OR EXISTS (SELECT FROM programme_officer o)))`,
  `CREATE POLICY change_own ON programme FOR UPDATE USING (published_at IS NULL AND EXISTS (SELECT FROM programme_officer o WHERE o.programme_id = programme.id))
    WITH CHECK (true)`,
  `CREATE POLICY published_or_own ON programme_share FOR SELECT USING (EXISTS (SELECT FROM programme p WHERE p.id = programme_share.programme_id))`,
  `CREATE POLICY change_own ON programme_share USING (EXISTS (
      SELECT FROM programme p JOIN programme_officer o ON o.programme_id = p.id WHERE p.id = programme_share.programme_id AND p.published_at IS NULL))`,
  `GRANT SELECT, INSERT ON programme_officer TO app`,
  `GRANT SELECT, INSERT, UPDATE ON programme TO app`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON programme_share TO app`,
  `CREATE TABLE award (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    programme_id uuid NOT NULL,
    name text NOT NULL,
    amount_pence bigint NOT NULL,
    made_on date NOT NULL,
    CONSTRAINT award_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT award_place FOREIGN KEY (neighbourhood_id) REFERENCES neighbourhood (id),
    CONSTRAINT award_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
    CONSTRAINT award_positive CHECK (amount_pence > 0)
  )`,
];

/** Who holds a session and whether a programme is theirs to keep; one look-up, for requests about a programme. */
export const programmeFunctionsAcross: readonly string[] = [
  `CREATE FUNCTION which_programme(the_account uuid, the_programme text) RETURNS TABLE (programme_id uuid, is_officer boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT p.id, EXISTS (SELECT FROM programme_officer o WHERE o.programme_id = p.id AND o.account_id = the_account) FROM programme p
      WHERE p.slug = the_programme AND (p.published_at IS NOT NULL
        OR EXISTS (SELECT FROM programme_officer o WHERE o.programme_id = p.id AND o.account_id = the_account))
    $$`,
  `REVOKE ALL ON FUNCTION which_programme(uuid, text) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION which_programme(uuid, text) TO app`,
];

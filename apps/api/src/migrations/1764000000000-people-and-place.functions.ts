/** The functions of people and place that see several neighbourhoods; each is made as `across`. */
export const functionsAcross = [
  // Who holds a session, who they are in a place, and what they may do there today, in one look-up.
  `CREATE FUNCTION who_asks(the_token_hash bytea, the_place text)
    RETURNS TABLE (neighbourhood_id uuid, session_id uuid, account_id uuid, csrf_token text, second_factor_at timestamptz, seen_long_ago boolean,
      person_id uuid, roles text[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      WITH place AS (SELECT n.id FROM neighbourhood n WHERE n.slug = the_place),
      visitor AS (SELECT s.id, s.account_id, s.csrf_token, s.second_factor_at, s.seen_at FROM session s
        WHERE s.token_hash = the_token_hash AND s.ended_at IS NULL AND s.expires_at > now()
          AND s.seen_at + make_interval(mins => s.idle_minutes) > now()),
      who AS (SELECT p.id, p.neighbourhood_id FROM person p, place, visitor
        WHERE p.neighbourhood_id = place.id AND p.account_id = visitor.account_id AND p.erased_at IS NULL),
      today AS (SELECT (now() AT TIME ZONE 'Europe/London')::date AS day)
      SELECT (SELECT id FROM place), v.id, v.account_id, v.csrf_token, v.second_factor_at, v.seen_at < now() - interval '1 minute', w.id,
        ARRAY(
          SELECT r.kind FROM role r, today WHERE r.neighbourhood_id = w.neighbourhood_id AND r.person_id = w.id
            AND r.starts_on <= today.day AND (r.ends_on IS NULL OR r.ends_on > today.day)
          UNION SELECT 'resident' WHERE w.id IS NOT NULL
          UNION SELECT 'verified_resident' FROM residency_check c, today WHERE c.neighbourhood_id = w.neighbourhood_id
            AND c.person_id = w.id AND (c.ends_on IS NULL OR c.ends_on > today.day)
          UNION SELECT 'platform_admin' FROM platform_administrator a WHERE the_place IS NULL AND a.account_id = v.account_id
        )
      FROM (VALUES (1)) AS always (one) LEFT JOIN visitor v ON true LEFT JOIN who w ON true
    $$`,
  `REVOKE ALL ON FUNCTION who_asks(bytea, text) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION who_asks(bytea, text) TO app`,
  // Which offices an account holds anywhere today: they decide how long its sessions last and whether a second factor is needed.
  `CREATE FUNCTION offices_of(the_account uuid) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      WITH today AS (SELECT (now() AT TIME ZONE 'Europe/London')::date AS day)
      SELECT ARRAY(
        SELECT r.kind FROM person p JOIN role r ON r.neighbourhood_id = p.neighbourhood_id AND r.person_id = p.id, today
          WHERE p.account_id = the_account AND p.erased_at IS NULL AND r.starts_on <= today.day AND (r.ends_on IS NULL OR r.ends_on > today.day)
        UNION SELECT 'platform_admin' FROM platform_administrator a WHERE a.account_id = the_account)
    $$`,
  `REVOKE ALL ON FUNCTION offices_of(uuid) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION offices_of(uuid) TO app`,
  // In which neighbourhoods an account is somebody, by name, for its own pages.
  `CREATE FUNCTION places_of(the_account uuid) RETURNS TABLE (slug text, name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT n.slug, n.name FROM person p JOIN neighbourhood n ON n.id = p.neighbourhood_id
      WHERE p.account_id = the_account AND p.erased_at IS NULL ORDER BY n.name, n.slug
    $$`,
  `REVOKE ALL ON FUNCTION places_of(uuid) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION places_of(uuid) TO app`,
  // The people of a demonstration, who are nobody's data. Elsewhere the table is empty.
  `CREATE FUNCTION demonstration_people() RETURNS TABLE (person_id uuid, account_id uuid, name text, what text, place_slug text, place_name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT p.id, p.account_id, p.name, d.what, n.slug, n.name
      FROM demonstration_person d JOIN person p ON p.neighbourhood_id = d.neighbourhood_id AND p.id = d.person_id
        JOIN neighbourhood n ON n.id = d.neighbourhood_id
      WHERE p.account_id IS NOT NULL ORDER BY d.position, p.name, p.id
    $$`,
  `REVOKE ALL ON FUNCTION demonstration_people() FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION demonstration_people() TO app`,
  `CREATE FUNCTION places_with_events_waiting(at_most integer) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT DISTINCT w.neighbourhood_id FROM event_waiting w LIMIT at_most
    $$`,
  `REVOKE ALL ON FUNCTION places_with_events_waiting(integer) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION places_with_events_waiting(integer) TO app`,
];

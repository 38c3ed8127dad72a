import { ofThisNeighbourhood } from '../../platform/database/row-security.ts';

const owned = 'SECURITY DEFINER SET search_path = pg_catalog, vote, public, pg_temp';
const place = `place constant uuid := nullif(current_setting('app.neighbourhood', true), '')::uuid`;

/** One partition of a table of the box for a round, kept apart like its parent. */
function makePartition(table: 'envelope' | 'link'): string {
  const statements = [
    `CREATE TABLE vote.${table}_%1$s (LIKE vote.${table} INCLUDING ALL)`,
    `ALTER TABLE vote.${table}_%1$s ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE vote.${table}_%1$s FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY of_this_neighbourhood ON vote.${table}_%1$s USING (${ofThisNeighbourhood}) WITH CHECK (${ofThisNeighbourhood})`,
    `ALTER TABLE vote.${table} ATTACH PARTITION vote.${table}_%1$s FOR VALUES IN (%2$L)`,
  ];
  return statements.map((statement) => `EXECUTE format($sql$${statement}$sql$, name, the_round);`).join('\n      ');
}

/** Setting the box up, adding to the voting list, looking for a receipt, and emptying the box at the end. */
export const boxFunctions: readonly string[] = [
  // Called once, in the transaction that opens the round.
  `CREATE FUNCTION vote.make_box(the_round uuid) RETURNS void LANGUAGE plpgsql ${owned} AS $$
    DECLARE
      ${place};
      name constant text := replace(the_round::text, '-', '');
    BEGIN
      PERFORM FROM round r WHERE r.neighbourhood_id = place AND r.id = the_round AND r.state = 'announced' FOR UPDATE;
      IF NOT FOUND THEN RAISE EXCEPTION 'A box is made for an announced round' USING ERRCODE = 'restrict_violation'; END IF;
      ${makePartition('envelope')}
      ${makePartition('link')}
    END $$`,
  /**
   * Puts voters on the list: before opening those who are known, afterwards only by a resident's own declaration.
   * Answers how many were added: none once voting is over; who is on it already stays as they are.
   */
  `CREATE FUNCTION vote.enrol(the_round uuid, voters uuid[]) RETURNS integer LANGUAGE plpgsql ${owned} AS $$
    DECLARE
      ${place};
      its_state text;
      number_added integer;
    BEGIN
      SELECT r.state INTO its_state FROM round r WHERE r.neighbourhood_id = place AND r.id = the_round FOR SHARE;
      IF its_state IS NULL OR its_state NOT IN ('announced', 'open') THEN
        RETURN 0;
      END IF;
      INSERT INTO roll (neighbourhood_id, round_id, voter_id, added)
      SELECT place, the_round, v, CASE its_state WHEN 'announced' THEN 'opening' ELSE 'declaration' END FROM unnest(voters) AS v
      ON CONFLICT DO NOTHING;
      GET DIAGNOSTICS number_added = ROW_COUNT;
      RETURN number_added;
    END $$`,
  // Whether a receipt that begins so was ever given: 60 bits as the lowest and the greatest 32 bytes.
  `CREATE FUNCTION vote.in_the_box(the_round uuid, lowest bytea, highest bytea) RETURNS boolean LANGUAGE sql STABLE ${owned} SET enable_seqscan = off AS $$
      SELECT length(lowest) = 32 AND length(highest) = 32 AND substr(lowest, 1, 7) = substr(highest, 1, 7) AND (
        EXISTS (SELECT FROM vote.envelope e WHERE e.neighbourhood_id = nullif(current_setting('app.neighbourhood', true), '')::uuid
          AND e.round_id = the_round AND e.receipt BETWEEN lowest AND highest)
        OR EXISTS (SELECT FROM vote.receipt e WHERE e.neighbourhood_id = nullif(current_setting('app.neighbourhood', true), '')::uuid
          AND e.round_id = the_round AND e.receipt BETWEEN lowest AND highest))
    $$`,
  /**
   * Empties the box of a closed round: the last version of each voter goes into \`sealed\` in the order of receipts, every receipt is kept,
   * and the tables that tie envelopes to pseudonyms are dropped. Refuses where pseudonyms and names marked 'cast' differ in number (V1).
   * The tables have no statistics yet, so joining row by row is forbidden: with 10,000 ballots it would take minutes.
   */
  `CREATE FUNCTION vote.empty_box(the_round uuid) RETURNS TABLE (to_open integer, superseded integer) LANGUAGE plpgsql ${owned} SET enable_nestloop = off AS $$
    DECLARE
      ${place};
      name constant text := replace(the_round::text, '-', '');
      pseudonyms integer;
      marked integer;
      envelopes integer;
    BEGIN
      PERFORM FROM round r WHERE r.neighbourhood_id = place AND r.id = the_round AND r.state = 'closed' FOR UPDATE;
      IF NOT FOUND THEN RAISE EXCEPTION 'A box is emptied once, after closing' USING ERRCODE = 'restrict_violation'; END IF;
      SELECT count(DISTINCT l.voter_ref) INTO pseudonyms FROM link l WHERE l.neighbourhood_id = place AND l.round_id = the_round;
      SELECT count(*) INTO marked FROM roll v WHERE v.neighbourhood_id = place AND v.round_id = the_round AND v.state = 'cast';
      SELECT count(*) INTO envelopes FROM envelope e WHERE e.neighbourhood_id = place AND e.round_id = the_round;
      IF pseudonyms <> marked THEN
        RAISE EXCEPTION '% pseudonyms and % names marked: the box stays shut', pseudonyms, marked USING ERRCODE = 'restrict_violation', CONSTRAINT = 'box_agrees_with_list';
      END IF;
      INSERT INTO receipt SELECT e.neighbourhood_id, e.round_id, e.receipt FROM envelope e
      WHERE e.neighbourhood_id = place AND e.round_id = the_round ORDER BY e.receipt;
      INSERT INTO sealed SELECT e.neighbourhood_id, e.round_id, e.receipt, e.ct FROM envelope e
      JOIN (SELECT DISTINCT ON (l.voter_ref) l.receipt FROM link l WHERE l.neighbourhood_id = place AND l.round_id = the_round
        ORDER BY l.voter_ref, l.version DESC) last USING (receipt)
      WHERE e.neighbourhood_id = place AND e.round_id = the_round ORDER BY e.receipt;
      EXECUTE format('DROP TABLE vote.link_%s', name);
      EXECUTE format('DROP TABLE vote.envelope_%s', name);
      RETURN QUERY SELECT pseudonyms, envelopes - pseudonyms;
    END $$`,
  // Deletes every envelope of a round: 28 days after its result was checked, or when it was cancelled. What was opened and counted stays.
  `CREATE FUNCTION vote.forget(the_round uuid) RETURNS void LANGUAGE plpgsql ${owned} AS $$
    DECLARE
      ${place};
      name constant text := replace(the_round::text, '-', '');
    BEGIN
      PERFORM FROM round r WHERE r.neighbourhood_id = place AND r.id = the_round AND r.forgotten_at IS NULL
        AND (r.state = 'cancelled' OR r.verified_at <= clock_timestamp() - interval '28 days') FOR UPDATE;
      IF NOT FOUND THEN RAISE EXCEPTION 'The envelopes of this round are still needed' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'envelopes_needed'; END IF;
      DELETE FROM sealed s WHERE s.neighbourhood_id = place AND s.round_id = the_round;
      EXECUTE format('DROP TABLE IF EXISTS vote.link_%s', name);
      EXECUTE format('DROP TABLE IF EXISTS vote.envelope_%s', name);
    END $$`,
  ...[
    'vote.make_box(uuid)',
    'vote.enrol(uuid, uuid[])',
    'vote.in_the_box(uuid, bytea, bytea)',
    'vote.empty_box(uuid)',
    'vote.forget(uuid)',
  ].flatMap((name) => [`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`, `GRANT EXECUTE ON FUNCTION ${name} TO app`]),
];

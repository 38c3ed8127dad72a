/**
 * The chain, in SQL. The same line is made in TypeScript by `@pursestrings/open-data/ledger-line`; a test holds the two
 * together byte for byte. Neither depends on a session's settings: no implicit casts of dates or times.
 */
export const ledgerLineFunctions: readonly string[] = [
  `CREATE FUNCTION ledger.line_field(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(replace(replace(replace(replace(value, '%', '%25'), chr(9), '%09'), chr(13), '%0D'), chr(10), '%0A'), '')
  $$`,
  // The transfers are given as 'line:from:to:pence', since they stand in no row yet when the entry is written.
  `CREATE FUNCTION ledger.line(the_entry ledger.entry, the_transfers text[]) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_to_string(ARRAY[
        '1',
        the_entry.neighbourhood_id::text,
        the_entry.seq::text,
        the_entry.id::text,
        ledger.line_field(the_entry.kind),
        to_char(the_entry.happened_on::timestamp, 'YYYY-MM-DD'),
        to_char(the_entry.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        coalesce(the_entry.reverses::text, ''),
        coalesce(the_entry.decision_id::text, ''),
        coalesce(the_entry.payment_id::text, ''),
        coalesce(the_entry.posted_by::text, ''),
        coalesce(encode(the_entry.memo_commitment, 'hex'), '')
      ] || the_transfers, chr(9))
  $$`,
  `CREATE FUNCTION ledger.chained(prev_hash bytea, line text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT sha256(convert_to(encode(prev_hash, 'hex') || chr(10) || line, 'UTF8'))
  $$`,
  `CREATE FUNCTION ledger.memo_commitment(salt bytea, words text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT sha256(salt || convert_to(words, 'UTF8'))
  $$`,
];

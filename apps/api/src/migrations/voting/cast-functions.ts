/**
 * A connection keeps its plans, and the first are made while the box is empty, when reading it through looks cheap: without
 * `enable_seqscan = off` every cast would read the whole box once there are thousands.
 */
const owned = 'SECURITY DEFINER SET search_path = pg_catalog, vote, public, pg_temp SET enable_seqscan = off';

/** The only way into the ballot box. Each answers what happened in a word; what it does not allow changes nothing. */
export const castFunctions: readonly string[] = [
  `CREATE FUNCTION vote.is_within(opens timestamptz, closes timestamptz, at timestamptz) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT at >= opens AND at < closes $$`,
  /**
   * Casts one sealed ballot, or answers why not: 'cast', 'round-not-found', 'not-open', 'wrong-key', 'wrong-length', 'not-on-the-list',
   * 'paper-handed-over', 'form-already-used', 'too-many-changes'. The clock is read after the round's row is locked, so a request that
   * waited across closing time is late. A form sent again gets its first receipt, also after closing.
   */
  `CREATE FUNCTION vote.cast(the_round uuid, the_voter uuid, the_ref bytea, the_key_hash bytea, the_form uuid, the_ct bytea, the_channel text)
    RETURNS TABLE (outcome text, the_receipt bytea, is_first boolean) LANGUAGE plpgsql ${owned} AS $$
    #variable_conflict use_column
    DECLARE
      place constant uuid := nullif(current_setting('app.neighbourhood', true), '')::uuid;
      found_round record;
      voter record;
      earlier record;
      this_hour timestamptz;
      at timestamptz;
    BEGIN
      SELECT r.state, r.opens_at, r.closes_at, r.key_ref_hash, r.envelope_bytes INTO found_round
      FROM round r WHERE r.neighbourhood_id = place AND r.id = the_round FOR SHARE;
      IF NOT FOUND THEN RETURN QUERY SELECT 'round-not-found', NULL::bytea, false; RETURN; END IF;
      at := clock_timestamp();
      IF found_round.state <> 'open' OR NOT is_within(found_round.opens_at, found_round.closes_at, at) THEN
        SELECT l.receipt INTO earlier FROM link l WHERE l.neighbourhood_id = place AND l.round_id = the_round AND l.form_key = the_form AND l.voter_ref = the_ref;
        IF FOUND THEN RETURN QUERY SELECT 'cast', earlier.receipt, false; ELSE RETURN QUERY SELECT 'not-open', NULL::bytea, false; END IF;
        RETURN;
      END IF;
      IF found_round.key_ref_hash IS DISTINCT FROM the_key_hash THEN RETURN QUERY SELECT 'wrong-key', NULL::bytea, false; RETURN; END IF;
      IF length(the_ct) <> found_round.envelope_bytes THEN RETURN QUERY SELECT 'wrong-length', NULL::bytea, false; RETURN; END IF;
      SELECT v.versions, v.state, v.hour, v.versions_this_hour INTO voter
      FROM roll v WHERE v.neighbourhood_id = place AND v.round_id = the_round AND v.voter_id = the_voter FOR UPDATE;
      IF NOT FOUND THEN RETURN QUERY SELECT 'not-on-the-list', NULL::bytea, false; RETURN; END IF;
      SELECT l.receipt, l.voter_ref INTO earlier FROM link l WHERE l.neighbourhood_id = place AND l.round_id = the_round AND l.form_key = the_form;
      IF FOUND THEN
        IF earlier.voter_ref = the_ref THEN RETURN QUERY SELECT 'cast', earlier.receipt, false;
        ELSE RETURN QUERY SELECT 'form-already-used', NULL::bytea, false; END IF;
        RETURN;
      END IF;
      IF voter.state IN ('paper_issued', 'paper_in') THEN RETURN QUERY SELECT 'paper-handed-over', NULL::bytea, false; RETURN; END IF;
      this_hour := date_trunc('hour', at, 'UTC');
      IF voter.hour = this_hour AND voter.versions_this_hour >= 20 THEN RETURN QUERY SELECT 'too-many-changes', NULL::bytea, false; RETURN; END IF;
      INSERT INTO envelope (neighbourhood_id, round_id, receipt, ct) VALUES (place, the_round, sha256(the_ct), the_ct);
      INSERT INTO link (neighbourhood_id, round_id, voter_ref, version, receipt, form_key)
      VALUES (place, the_round, the_ref, voter.versions + 1, sha256(the_ct), the_form);
      UPDATE roll SET state = 'cast', channel = the_channel, versions = voter.versions + 1, hour = this_hour,
        versions_this_hour = CASE WHEN voter.hour = this_hour THEN voter.versions_this_hour + 1 ELSE 1 END
      WHERE neighbourhood_id = place AND round_id = the_round AND voter_id = the_voter;
      RETURN QUERY SELECT 'cast', sha256(the_ct), voter.versions = 0;
    END $$`,
  // The same function for each of many ballots, in one round trip: for imports. Answers in the order asked.
  `CREATE FUNCTION vote.cast_many(the_round uuid, voters uuid[], refs bytea[], the_key_hash bytea, forms uuid[], cts bytea[], the_channel text)
    RETURNS TABLE (outcome text, the_receipt bytea, is_first boolean) LANGUAGE plpgsql ${owned} AS $$
    BEGIN
      FOR i IN 1 .. coalesce(array_length(voters, 1), 0) LOOP
        RETURN QUERY SELECT c.outcome, c.the_receipt, c.is_first FROM vote.cast(the_round, voters[i], refs[i], the_key_hash, forms[i], cts[i], the_channel) c;
      END LOOP;
    END $$`,
  ...[
    'vote.cast(uuid, uuid, bytea, bytea, uuid, bytea, text)',
    'vote.cast_many(uuid, uuid[], bytea[], bytea, uuid[], bytea[], text)',
  ].flatMap((name) => [`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`, `GRANT EXECUTE ON FUNCTION ${name} TO app`]),
];

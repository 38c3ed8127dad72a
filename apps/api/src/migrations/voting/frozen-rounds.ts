/**
 * V3 in the database: after announcement a round's rules, pot, dates, projects and the commitment to its seed do not change, and its state
 * moves only forward. Prices may still change, by a published notice, until opening. `seed` is revealed once, after closing.
 */
export const frozenRounds: readonly string[] = [
  `CREATE FUNCTION refuse_round_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      allowed jsonb := '{
        "draft": ["announced", "cancelled"], "announced": ["open", "cancelled"], "open": ["closed", "cancelled"],
        "closed": ["counting", "cancelled"], "counting": ["provisional", "cancelled"], "provisional": ["verified"],
        "verified": ["published"], "published": ["recounted"], "recounted": ["published"], "cancelled": []}';
    BEGIN
      IF NEW.state <> OLD.state AND NOT allowed -> OLD.state ? NEW.state THEN
        RAISE EXCEPTION 'A round goes from % to % never', OLD.state, NEW.state USING ERRCODE = 'restrict_violation', CONSTRAINT = 'round_state_forward';
      END IF;
      IF NEW.id <> OLD.id OR NEW.slug <> OLD.slug OR NEW.imported <> OLD.imported OR NEW.retold <> OLD.retold THEN
        RAISE EXCEPTION 'A round keeps its id and its address' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'round_keeps_address';
      END IF;
      IF OLD.state = 'draft' THEN RETURN NEW; END IF;
      IF (NEW.title, NEW.question, NEW.pot_pence, NEW.ballot_type, NEW.rule, NEW.opens_at, NEW.announced_at, NEW.rules_hash, NEW.seed_commitment, NEW.public_key, NEW.envelope_bytes)
        IS DISTINCT FROM (OLD.title, OLD.question, OLD.pot_pence, OLD.ballot_type, OLD.rule, OLD.opens_at, OLD.announced_at, OLD.rules_hash, OLD.seed_commitment, OLD.public_key, OLD.envelope_bytes)
        OR (NEW.closes_at <> OLD.closes_at AND NOT OLD.imported AND NOT OLD.retold)
        OR (OLD.key_ref_hash IS NOT NULL AND NEW.key_ref_hash IS DISTINCT FROM OLD.key_ref_hash)
        OR (OLD.seed IS NOT NULL AND NEW.seed IS DISTINCT FROM OLD.seed)
        OR (NEW.seed IS NOT NULL AND (NEW.state IN ('announced', 'open') OR sha256(NEW.seed) <> NEW.seed_commitment))
      THEN
        RAISE EXCEPTION 'The rules of an announced round do not change: cancel it and begin again' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'round_rules_frozen';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER frozen BEFORE UPDATE ON round FOR EACH ROW EXECUTE FUNCTION refuse_round_change()`,
  `CREATE FUNCTION refuse_round_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'A round is cancelled, never deleted' USING ERRCODE = 'restrict_violation'; END $$`,
  `CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON round FOR EACH STATEMENT EXECUTE FUNCTION refuse_round_deletion()`,
  `CREATE FUNCTION refuse_round_project_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      its_state text;
      its_opening timestamptz;
    BEGIN
      SELECT r.state, r.opens_at INTO its_state, its_opening FROM round r
      WHERE r.neighbourhood_id = coalesce(NEW.neighbourhood_id, OLD.neighbourhood_id) AND r.id = coalesce(NEW.round_id, OLD.round_id) FOR SHARE;
      IF its_state = 'draft' THEN RETURN coalesce(NEW, OLD); END IF;
      IF TG_OP <> 'UPDATE' OR (NEW.code, NEW.position, NEW.proposal_id, NEW.title, NEW.summary, NEW.round_id)
        IS DISTINCT FROM (OLD.code, OLD.position, OLD.proposal_id, OLD.title, OLD.summary, OLD.round_id)
        OR (NEW.cost_pence <> OLD.cost_pence AND NOT (its_state = 'announced' AND clock_timestamp() < its_opening))
        OR (NEW.outcome IS DISTINCT FROM OLD.outcome AND NOT (OLD.outcome IS NULL AND its_state IN ('counting', 'provisional', 'verified', 'published')))
      THEN
        RAISE EXCEPTION 'What an announced round asks about does not change: cancel it and begin again' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'round_projects_frozen';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON round_project FOR EACH ROW EXECUTE FUNCTION refuse_round_project_change()`,
];

/**
 * What `ledger.post` asks before it writes: M3 (promises come from decisions), M4 (payments within the promise, to the agreed
 * payee), M5 (who approved), M9 (the ring-fence). The neighbourhood's head is locked by then, so sums cannot change meanwhile.
 */
export const ledgerRuleFunctions: readonly string[] = [
  `CREATE FUNCTION ledger.check_rules(the_kind text, the_happened_on date, moves ledger.transfer[], the_memo text, the_decision uuid, the_payment uuid)
    RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    DECLARE place uuid := ledger.here(); day date := (clock_timestamp() AT TIME ZONE 'Europe/London')::date;
    BEGIN
      IF the_happened_on IS NULL OR the_happened_on > day THEN RAISE EXCEPTION 'it happens later' USING ERRCODE = 'PL008'; END IF;
      IF the_kind IN ('advance', 'refund', 'handed_back', 'past') AND nullif(trim(the_memo), '') IS NULL THEN
        RAISE EXCEPTION 'this says why' USING ERRCODE = 'PL008';
      END IF;
      IF (the_payment IS NOT NULL) <> (the_kind IN ('paid', 'refund')) AND the_kind <> 'reversal' THEN RAISE EXCEPTION 'a payment is named' USING ERRCODE = 'PL004'; END IF;
      IF the_kind = 'promised' THEN PERFORM ledger.check_promise(moves, the_decision); END IF;
      IF the_kind = 'paid' THEN PERFORM ledger.check_payment(moves, the_payment); END IF;
      IF the_kind = 'refund' THEN PERFORM ledger.check_refund(moves, the_payment); END IF;
      IF the_kind = 'past' AND the_happened_on >= (SELECT (n.created_at AT TIME ZONE 'Europe/London')::date FROM public.neighbourhood n WHERE n.id = place) THEN
        RAISE EXCEPTION 'this was after the neighbourhood began here' USING ERRCODE = 'PL008';
      END IF;
      IF the_kind NOT IN ('reversal', 'past') AND EXISTS (
          SELECT FROM unnest(moves) m JOIN ledger.account a ON a.neighbourhood_id = place AND a.id = m.from_account
          WHERE a.purpose = 'ring_fence')
        AND NOT EXISTS (SELECT FROM public.decision d WHERE d.neighbourhood_id = place AND d.id = the_decision
          AND d.kind = 'ring_fence' AND d.outcome = 'carried' AND d.quorate AND d.residents_enough AND d.state IN ('recorded', 'published')) THEN
        RAISE EXCEPTION 'the ring-fence moves only by a decision of that kind' USING ERRCODE = 'PL006';
      END IF;
    END $$`,
  // M3: a carried, quorate decision of at least that sum, all promises from it together, within the decider's limit.
  `CREATE FUNCTION ledger.check_promise(moves ledger.transfer[], the_decision uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    DECLARE place uuid := ledger.here(); decided public.decision; most bigint; before bigint; now_asked bigint := (SELECT sum(m.amount_pence) FROM unnest(moves) m);
    BEGIN
      SELECT d.* INTO decided FROM public.decision d WHERE d.neighbourhood_id = place AND d.id = the_decision;
      IF NOT FOUND OR decided.outcome <> 'carried' OR NOT decided.quorate OR NOT decided.residents_enough
          OR decided.state NOT IN ('recorded', 'published') OR decided.kind NOT IN ('spend', 'ring_fence', 'chest') THEN
        RAISE EXCEPTION 'no carried decision stands behind this promise' USING ERRCODE = 'PL003';
      END IF;
      SELECT t.decider_limit_pence INTO most FROM public.terms_of_reference t
        WHERE t.neighbourhood_id = place AND t.agreed_on <= decided.decided_on ORDER BY t.version DESC LIMIT 1;
      SELECT coalesce(sum(t.amount_pence), 0) INTO before FROM ledger.entry e JOIN ledger.transfer t ON t.neighbourhood_id = place AND t.entry_seq = e.seq
        WHERE e.neighbourhood_id = place AND e.decision_id = the_decision AND e.kind = 'promised'
          AND NOT EXISTS (SELECT FROM ledger.entry r WHERE r.neighbourhood_id = place AND r.reverses = e.id);
      IF before + now_asked > coalesce(decided.amount_pence, 0) OR before + now_asked > most THEN
        RAISE EXCEPTION 'the decision is of a smaller sum' USING ERRCODE = 'PL003';
      END IF;
    END $$`,
  // M4 and M5. Payment and commitment are locked; what was approved is what is posted, in both books.
  `CREATE FUNCTION ledger.check_payment(moves ledger.transfer[], the_payment uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    DECLARE place uuid := ledger.here(); p public.payment; c public.commitment; before bigint; fits boolean; approvers bigint;
    BEGIN
      SELECT x.* INTO p FROM public.payment x WHERE x.neighbourhood_id = place AND x.id = the_payment FOR UPDATE;
      IF NOT FOUND OR p.state <> 'approved' OR EXISTS (SELECT FROM ledger.entry e WHERE e.neighbourhood_id = place AND e.payment_id = p.id AND e.kind = 'paid') THEN
        RAISE EXCEPTION 'there is no such payment to send' USING ERRCODE = 'PL004';
      END IF;
      SELECT x.* INTO STRICT c FROM public.commitment x WHERE x.neighbourhood_id = place AND x.id = p.commitment_id FOR UPDATE;
      -- One movement in each book, each of the whole sum, about the commitment's own project and award.
      SELECT count(*) = 2 AND count(DISTINCT m.book) = 2 AND bool_and(m.amount_pence = p.amount_pence AND m.award_id = c.award_id
          AND o.subject_id = c.project_id AND (f.subject_id = c.project_id OR f.kind = 'bank'))
        INTO fits FROM unnest(moves) m
        JOIN ledger.account f ON f.neighbourhood_id = place AND f.id = m.from_account
        JOIN ledger.account o ON o.neighbourhood_id = place AND o.id = m.to_account;
      IF NOT fits THEN RAISE EXCEPTION 'this is not what was approved' USING ERRCODE = 'PL004'; END IF;
      SELECT coalesce(sum(x.amount_pence - x.refunded_pence), 0) INTO before FROM public.payment x
        WHERE x.neighbourhood_id = place AND x.commitment_id = c.id AND x.id <> p.id AND x.state IN ('sent', 'matched');
      IF before + p.amount_pence > c.amount_pence - c.released_pence THEN RAISE EXCEPTION 'more than was promised' USING ERRCODE = 'PL004'; END IF;

      SELECT count(DISTINCT a.person_id) INTO approvers FROM public.payment_approval a
        WHERE a.neighbourhood_id = place AND a.payment_id = p.id AND a.person_id <> p.requested_by;
      IF approvers < p.approvals_needed THEN RAISE EXCEPTION 'not enough other people approved' USING ERRCODE = 'PL005'; END IF;
      IF cardinality(ledger.people_with_interest(p.payee_id, ARRAY(SELECT a.person_id FROM public.payment_approval a
          WHERE a.neighbourhood_id = place AND a.payment_id = p.id) || p.requested_by)) > 0 THEN RAISE EXCEPTION 'an approver has a declared interest in the payee' USING ERRCODE = 'PL005'; END IF;
    END $$`,
  // Which of these people have declared an interest in the payee: in itself, or in a motion that would pay it and was not ruled to be no conflict.
  `CREATE FUNCTION ledger.people_with_interest(the_payee uuid, people uuid[]) RETURNS uuid[] LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT i.person_id), '{}') FROM public.interest_declaration i
    LEFT JOIN public.motion m ON m.neighbourhood_id = i.neighbourhood_id AND m.id = i.motion_id
    WHERE i.neighbourhood_id = ledger.here() AND i.person_id = ANY (people) AND the_payee IN (i.recipient_id, m.recipient_id)
      AND i.managed IS DISTINCT FROM 'no_conflict' AND (i.ends_on IS NULL OR i.ends_on > (clock_timestamp() AT TIME ZONE 'Europe/London')::date)
  $$`,
  `CREATE FUNCTION ledger.check_refund(moves ledger.transfer[], the_payment uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    DECLARE place uuid := ledger.here(); p public.payment; c public.commitment; fits boolean;
    BEGIN
      SELECT x.* INTO p FROM public.payment x WHERE x.neighbourhood_id = place AND x.id = the_payment FOR UPDATE;
      IF NOT FOUND OR p.state NOT IN ('sent', 'matched') THEN RAISE EXCEPTION 'nothing was paid that could come back' USING ERRCODE = 'PL004'; END IF;
      SELECT x.* INTO STRICT c FROM public.commitment x WHERE x.neighbourhood_id = place AND x.id = p.commitment_id FOR UPDATE;
      SELECT count(*) = 2 AND count(DISTINCT m.book) = 2 AND count(DISTINCT m.amount_pence) = 1
          AND bool_and(m.amount_pence <= p.amount_pence - p.refunded_pence AND m.award_id = c.award_id AND f.subject_id = c.project_id)
        INTO fits FROM unnest(moves) m JOIN ledger.account f ON f.neighbourhood_id = place AND f.id = m.from_account;
      IF NOT fits THEN RAISE EXCEPTION 'more comes back than was paid' USING ERRCODE = 'PL004'; END IF;
      UPDATE public.payment x SET refunded_pence = x.refunded_pence + moves[1].amount_pence WHERE x.neighbourhood_id = place AND x.id = p.id;
    END $$`,
];

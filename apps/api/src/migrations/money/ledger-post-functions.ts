/**
 * `ledger.post`, the only door to the ledger, and `ledger.open_account`. Both belong to `owner`, so that the program's role needs
 * no right to write; row-level security is forced on `owner` too, so they work in the transaction's neighbourhood and nowhere else.
 *
 * Refusals are errors of class PL, which `ledger-posts.ts` turns into problems: PL001 no such movement, PL002 the same key with
 * another request, PL003 decision (M3), PL004 payment (M4), PL005 approvals (M5), PL006 ring-fence (M9), PL007 reversal, PL008 date or words.
 */
export const ledgerPostFunctions: readonly string[] = [
  `CREATE FUNCTION ledger.here() RETURNS uuid LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
    DECLARE place uuid := nullif(current_setting('app.neighbourhood', true), '')::uuid;
    BEGIN
      IF place IS NULL THEN RAISE EXCEPTION 'no neighbourhood is set' USING ERRCODE = 'insufficient_privilege'; END IF;
      RETURN place;
    END $$`,
  // Which kind of entry may move money between which kinds of account: the table of money.md, section 2.
  `CREATE FUNCTION ledger.may_move(entry_kind text, from_kind text, to_kind text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
      SELECT (entry_kind, from_kind, to_kind) IN (VALUES
        ('award', 'award', 'unallocated'),
        ('interest', 'award', 'unallocated'), ('interest', 'drawn_from_funder', 'bank'),
        ('drawdown', 'drawn_from_funder', 'bank'),
        ('contribution', 'contribution', 'bank'),
        ('advance', 'fund_holder_advance', 'bank'), ('advance_repaid', 'bank', 'fund_holder_advance'),
        ('set_aside', 'unallocated', 'set_aside'), ('set_aside', 'set_aside', 'set_aside'), ('set_free', 'set_aside', 'unallocated'),
        ('promised', 'set_aside', 'promised'), ('promised', 'unallocated', 'promised'),
        ('owed', 'promised', 'owed'),
        ('paid', 'promised', 'spent'), ('paid', 'owed', 'spent'), ('paid', 'bank', 'paid_out'),
        ('refund', 'spent', 'promised'), ('refund', 'paid_out', 'bank'),
        ('released', 'promised', 'set_aside'), ('released', 'promised', 'unallocated'),
        ('handed_back', 'unallocated', 'returned'), ('handed_back', 'set_aside', 'returned'), ('handed_back', 'bank', 'drawn_from_funder'),
        ('past', 'unallocated', 'spent'), ('past', 'set_aside', 'spent'), ('past', 'bank', 'paid_out'))
    $$`,
  // Makes the account of a subject, or finds it: an account row exists before money can move, so there is always a row to lock.
  `CREATE FUNCTION ledger.open_account(the_id uuid, the_award uuid, the_book text, the_kind text, the_subject uuid, the_nature text, the_purpose text, the_name text)
    RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DECLARE found uuid;
    BEGIN
      INSERT INTO ledger.account AS a (neighbourhood_id, id, award_id, book, kind, subject_id, nature, purpose, name, min_pence)
        VALUES (ledger.here(), the_id, the_award, the_book, the_kind, the_subject, the_nature, the_purpose, the_name,
          CASE WHEN the_kind IN ('award', 'drawn_from_funder', 'contribution', 'fund_holder_advance') THEN NULL ELSE 0 END)
        ON CONFLICT ON CONSTRAINT account_once DO NOTHING RETURNING a.id INTO found;
      IF found IS NULL THEN
        SELECT a.id INTO STRICT found FROM ledger.account a WHERE a.neighbourhood_id = ledger.here() AND a.award_id = the_award
          AND a.book = the_book AND a.kind = the_kind AND a.subject_id IS NOT DISTINCT FROM the_subject;
      END IF;
      RETURN found;
    END $$`,
  `CREATE FUNCTION ledger.pseudonym_of(the_person uuid) RETURNS uuid LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    DECLARE found uuid;
    BEGIN
      IF the_person IS NULL THEN RETURN NULL; END IF;
      INSERT INTO ledger.poster (neighbourhood_id, person_id, pseudonym) VALUES (ledger.here(), the_person, gen_random_uuid()) ON CONFLICT DO NOTHING;
      SELECT p.pseudonym INTO STRICT found FROM ledger.poster p WHERE p.neighbourhood_id = ledger.here() AND p.person_id = the_person;
      RETURN found;
    END $$`,
  `CREATE FUNCTION ledger.post(the_key uuid, the_kind text, the_happened_on date, the_transfers jsonb, the_memo text, the_decision uuid, the_payment uuid, the_reverses uuid)
    RETURNS TABLE (posted_id uuid, posted_seq bigint, posted_hash bytea, was_known boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
      place uuid := ledger.here();
      asked bytea := sha256(convert_to(jsonb_build_array(the_kind, to_char(the_happened_on::timestamp, 'YYYY-MM-DD'), the_transfers, the_memo,
        the_decision, the_payment, the_reverses)::text, 'UTF8'));
      head ledger.head;
      entry ledger.entry;
      moves ledger.transfer[];
      salt bytea;
      changed record;
    BEGIN
      INSERT INTO ledger.head (neighbourhood_id) VALUES (place) ON CONFLICT DO NOTHING;
      SELECT h.* INTO STRICT head FROM ledger.head h WHERE h.neighbourhood_id = place FOR UPDATE;

      SELECT e.* INTO entry FROM ledger.entry e WHERE e.neighbourhood_id = place AND e.idem_key = the_key;
      IF FOUND THEN
        IF entry.request_hash <> asked THEN RAISE EXCEPTION 'this key stands for another posting' USING ERRCODE = 'PL002'; END IF;
        RETURN QUERY SELECT entry.id, entry.seq, entry.hash, true;
        RETURN;
      END IF;

      IF the_kind = 'reversal' THEN
        moves := ledger.reversed_moves(the_reverses, the_memo);
      ELSE
        moves := ledger.asked_moves(the_kind, the_transfers);
      END IF;
      PERFORM ledger.check_rules(the_kind, the_happened_on, moves, the_memo, the_decision, the_payment);

      entry := NULL;
      entry.neighbourhood_id := place;
      entry.seq := head.seq + 1;
      entry.id := gen_random_uuid();
      entry.idem_key := the_key;
      entry.request_hash := asked;
      entry.kind := the_kind;
      entry.happened_on := the_happened_on;
      entry.recorded_at := clock_timestamp();
      entry.reverses := the_reverses;
      entry.decision_id := the_decision;
      entry.payment_id := the_payment;
      entry.posted_by := ledger.pseudonym_of(nullif(current_setting('app.person', true), '')::uuid);
      entry.prev_hash := head.hash;
      entry.made_in := pg_current_xact_id();
      IF the_memo IS NOT NULL THEN
        salt := substring(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) FROM 1 FOR 16);
        entry.memo_commitment := ledger.memo_commitment(salt, the_memo);
      END IF;
      entry.hash := ledger.chained(head.hash, ledger.line(entry, ARRAY(
        SELECT m.line::text || ':' || m.from_account::text || ':' || m.to_account::text || ':' || m.amount_pence::text FROM unnest(moves) m ORDER BY m.line)));

      INSERT INTO ledger.entry SELECT entry.*;
      INSERT INTO ledger.transfer (neighbourhood_id, entry_seq, line, award_id, book, from_account, to_account, amount_pence)
        SELECT place, entry.seq, m.line, m.award_id, m.book, m.from_account, m.to_account, m.amount_pence FROM unnest(moves) m;
      IF the_memo IS NOT NULL THEN
        INSERT INTO ledger.memo (neighbourhood_id, entry_seq, salt, words) VALUES (place, entry.seq, salt, the_memo);
      END IF;

      -- In account order: the row is the lock, and account_not_below_zero has the last word.
      FOR changed IN
        SELECT d.account, sum(d.pence)::bigint AS pence FROM unnest(moves) m,
          LATERAL (VALUES (m.from_account, -m.amount_pence), (m.to_account, m.amount_pence)) AS d (account, pence)
        GROUP BY d.account ORDER BY d.account
      LOOP
        UPDATE ledger.account a SET balance_pence = a.balance_pence + changed.pence WHERE a.neighbourhood_id = place AND a.id = changed.account;
      END LOOP;
      UPDATE ledger.head h SET seq = entry.seq, hash = entry.hash WHERE h.neighbourhood_id = place;
      RETURN QUERY SELECT entry.id, entry.seq, entry.hash, false;
    END $$`,
  `CREATE FUNCTION ledger.asked_moves(the_kind text, the_transfers jsonb) RETURNS ledger.transfer[] LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    DECLARE moves ledger.transfer[]; misfits bigint;
    BEGIN
      SELECT array_agg(ROW(f.neighbourhood_id, 0, t.line::integer, f.award_id, f.book, f.id, o.id, (t.asked ->> 'pence')::bigint)::ledger.transfer ORDER BY t.line),
          count(*) FILTER (WHERE f.id IS NULL OR o.id IS NULL OR f.book <> o.book OR f.award_id <> o.award_id OR NOT ledger.may_move(the_kind, f.kind, o.kind)
            OR jsonb_typeof(t.asked -> 'pence') <> 'number' OR (t.asked ->> 'pence')::numeric <= 0)
        INTO moves, misfits
        FROM jsonb_array_elements(the_transfers) WITH ORDINALITY AS t (asked, line)
        LEFT JOIN ledger.account f ON f.neighbourhood_id = ledger.here() AND f.id = (t.asked ->> 'from')::uuid
        LEFT JOIN ledger.account o ON o.neighbourhood_id = ledger.here() AND o.id = (t.asked ->> 'to')::uuid;
      IF moves IS NULL OR misfits > 0 THEN RAISE EXCEPTION 'an entry of kind % cannot make this movement', the_kind USING ERRCODE = 'PL001'; END IF;
      RETURN moves;
    END $$`,
  `CREATE FUNCTION ledger.reversed_moves(the_reverses uuid, the_reason text) RETURNS ledger.transfer[] LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    DECLARE moves ledger.transfer[];
    BEGIN
      SELECT array_agg(ROW(t.neighbourhood_id, 0, t.line, t.award_id, t.book, t.to_account, t.from_account, t.amount_pence)::ledger.transfer ORDER BY t.line)
        INTO moves FROM ledger.entry e JOIN ledger.transfer t ON t.neighbourhood_id = e.neighbourhood_id AND t.entry_seq = e.seq
        WHERE e.neighbourhood_id = ledger.here() AND e.id = the_reverses AND e.kind <> 'reversal';
      IF moves IS NULL THEN RAISE EXCEPTION 'there is no such entry to reverse' USING ERRCODE = 'PL007'; END IF;
      IF nullif(trim(the_reason), '') IS NULL THEN RAISE EXCEPTION 'a correction says why' USING ERRCODE = 'PL008'; END IF;
      RETURN moves;
    END $$`,
  // Personal words beside the chain can be taken away; their commitment stays, so the chain still verifies.
  `CREATE FUNCTION ledger.blank_memo(the_seq bigint) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE ledger.memo SET words = NULL, salt = NULL WHERE neighbourhood_id = ledger.here() AND entry_seq = the_seq
  $$`,
];

/** The functions of the ledger that the program's role may call: three doors, and a few that only read. */
export const ledgerDoors = [
  'ledger.post(uuid, text, date, jsonb, text, uuid, uuid, uuid)',
  'ledger.open_account(uuid, uuid, text, text, uuid, text, text, text)',
  'ledger.blank_memo(bigint)',
  'ledger.line(ledger.entry, text[])',
  'ledger.line_field(text)',
  'ledger.people_with_interest(uuid, uuid[])',
  'ledger.here()',
] as const;

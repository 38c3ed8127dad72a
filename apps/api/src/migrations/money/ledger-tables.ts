/** The ledger's tables (design: money.md, section 2). Written by `ledger.post` and `ledger.open_account` only. */
export const ledgerTables: readonly string[] = [
  `CREATE TABLE ledger.account (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    award_id uuid NOT NULL,
    book text NOT NULL,
    kind text NOT NULL,
    subject_id uuid,
    purpose text,
    name text,
    nature text,
    balance_pence bigint NOT NULL DEFAULT 0,
    min_pence bigint DEFAULT 0,
    CONSTRAINT account_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT account_award FOREIGN KEY (neighbourhood_id, award_id) REFERENCES public.award (neighbourhood_id, id),
    CONSTRAINT account_once UNIQUE NULLS NOT DISTINCT (neighbourhood_id, award_id, book, kind, subject_id),
    CONSTRAINT account_in_its_book UNIQUE (neighbourhood_id, award_id, book, id),
    CONSTRAINT account_kind CHECK (
      (book = 'budget' AND kind IN ('award', 'unallocated', 'set_aside', 'promised', 'owed', 'spent', 'returned'))
      OR (book = 'cash' AND kind IN ('drawn_from_funder', 'contribution', 'fund_holder_advance', 'bank', 'paid_out'))),
    CONSTRAINT account_subject CHECK ((subject_id IS NOT NULL) = (kind IN ('set_aside', 'promised', 'owed', 'spent', 'paid_out'))),
    CONSTRAINT account_purpose CHECK ((purpose IS NOT NULL) = (kind = 'set_aside') AND purpose IN ('theme', 'round', 'chest', 'ring_fence')),
    CONSTRAINT account_named CHECK (kind <> 'set_aside' OR name IS NOT NULL),
    CONSTRAINT account_nature CHECK (nature IN ('capital', 'revenue')),
    CONSTRAINT account_outside CHECK (
      (min_pence IS NULL) = (kind IN ('award', 'drawn_from_funder', 'contribution', 'fund_holder_advance')) AND (min_pence IS NULL OR min_pence = 0)),
    CONSTRAINT account_not_below_zero CHECK (min_pence IS NULL OR balance_pence >= min_pence)
  )`,
  `CREATE INDEX account_of_subject ON ledger.account (neighbourhood_id, subject_id)`,
  // One row a neighbourhood: the lock that postings queue on, and where the chain ends.
  `CREATE TABLE ledger.head (
    neighbourhood_id uuid NOT NULL,
    seq bigint NOT NULL DEFAULT 0,
    hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
    CONSTRAINT head_pk PRIMARY KEY (neighbourhood_id),
    CONSTRAINT head_place FOREIGN KEY (neighbourhood_id) REFERENCES public.neighbourhood (id),
    CONSTRAINT head_hash_length CHECK (length(hash) = 32)
  )`,
  // posted_by is a pseudonym: ledger.poster says whose, until that row is taken away.
  `CREATE TABLE ledger.entry (
    neighbourhood_id uuid NOT NULL,
    seq bigint NOT NULL,
    id uuid NOT NULL,
    idem_key uuid NOT NULL,
    request_hash bytea NOT NULL,
    kind text NOT NULL,
    happened_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    memo_commitment bytea,
    reverses uuid,
    decision_id uuid,
    payment_id uuid,
    posted_by uuid,
    prev_hash bytea NOT NULL,
    hash bytea NOT NULL,
    made_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
    CONSTRAINT entry_pk PRIMARY KEY (neighbourhood_id, seq),
    CONSTRAINT entry_id_once UNIQUE (neighbourhood_id, id),
    CONSTRAINT entry_idem_key_once UNIQUE (neighbourhood_id, idem_key),
    CONSTRAINT entry_reversed_once UNIQUE (neighbourhood_id, reverses),
    CONSTRAINT entry_hash_once UNIQUE (neighbourhood_id, hash),
    CONSTRAINT entry_reverses FOREIGN KEY (neighbourhood_id, reverses) REFERENCES ledger.entry (neighbourhood_id, id),
    CONSTRAINT entry_reversal_names_one CHECK ((kind = 'reversal') = (reverses IS NOT NULL)),
    CONSTRAINT entry_seq_counts CHECK (seq > 0)
  )`,
  `CREATE INDEX entry_of_decision ON ledger.entry (neighbourhood_id, decision_id) WHERE decision_id IS NOT NULL`,
  `CREATE INDEX entry_of_payment ON ledger.entry (neighbourhood_id, payment_id) WHERE payment_id IS NOT NULL`,
  // A transfer is one row, so no entry can be unbalanced; the keys hold both ends to one award and one book.
  `CREATE TABLE ledger.transfer (
    neighbourhood_id uuid NOT NULL,
    entry_seq bigint NOT NULL,
    line integer NOT NULL,
    award_id uuid NOT NULL,
    book text NOT NULL,
    from_account uuid NOT NULL,
    to_account uuid NOT NULL,
    amount_pence bigint NOT NULL,
    CONSTRAINT transfer_pk PRIMARY KEY (neighbourhood_id, entry_seq, line),
    CONSTRAINT transfer_entry FOREIGN KEY (neighbourhood_id, entry_seq) REFERENCES ledger.entry (neighbourhood_id, seq),
    CONSTRAINT transfer_from FOREIGN KEY (neighbourhood_id, award_id, book, from_account) REFERENCES ledger.account (neighbourhood_id, award_id, book, id),
    CONSTRAINT transfer_to FOREIGN KEY (neighbourhood_id, award_id, book, to_account) REFERENCES ledger.account (neighbourhood_id, award_id, book, id),
    CONSTRAINT transfer_moves_something CHECK (amount_pence > 0),
    CONSTRAINT transfer_goes_somewhere CHECK (from_account <> to_account)
  )`,
  `CREATE INDEX transfer_from_account ON ledger.transfer (neighbourhood_id, from_account, entry_seq)`,
  `CREATE INDEX transfer_to_account ON ledger.transfer (neighbourhood_id, to_account, entry_seq)`,
  // The words of an entry and the salt of their commitment. Both can be blanked; the chain stays whole.
  `CREATE TABLE ledger.memo (
    neighbourhood_id uuid NOT NULL,
    entry_seq bigint NOT NULL,
    salt bytea,
    words text,
    CONSTRAINT memo_pk PRIMARY KEY (neighbourhood_id, entry_seq),
    CONSTRAINT memo_entry FOREIGN KEY (neighbourhood_id, entry_seq) REFERENCES ledger.entry (neighbourhood_id, seq),
    CONSTRAINT memo_both_or_neither CHECK ((salt IS NULL) = (words IS NULL)),
    CONSTRAINT memo_salt_length CHECK (length(salt) = 16)
  )`,
  `CREATE TABLE ledger.poster (
    neighbourhood_id uuid NOT NULL,
    person_id uuid NOT NULL,
    pseudonym uuid NOT NULL,
    CONSTRAINT poster_pk PRIMARY KEY (neighbourhood_id, person_id),
    CONSTRAINT poster_pseudonym_once UNIQUE (neighbourhood_id, pseudonym),
    CONSTRAINT poster_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES public.person (neighbourhood_id, id)
  )`,
  ...['entry', 'transfer'].map(
    (table) =>
      `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.${table} FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()`,
  ),
  ...['account', 'head', 'memo'].map(
    (table) =>
      `CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ledger.${table} FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()`,
  ),
  // A transfer belongs to an entry of this very transaction: nothing can be added to an entry later.
  `CREATE FUNCTION ledger.refuse_late_transfer() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM ledger.entry e
          WHERE e.neighbourhood_id = NEW.neighbourhood_id AND e.seq = NEW.entry_seq AND e.made_in = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'a transfer is written with its entry' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER with_its_entry BEFORE INSERT ON ledger.transfer FOR EACH ROW EXECUTE FUNCTION ledger.refuse_late_transfer()`,
  `CREATE FUNCTION ledger.refuse_new_memo() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
      IF NEW.words IS NOT NULL OR NEW.neighbourhood_id <> OLD.neighbourhood_id OR NEW.entry_seq <> OLD.entry_seq THEN
        RAISE EXCEPTION 'a memo can be blanked, not changed' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER blank_only BEFORE UPDATE ON ledger.memo FOR EACH ROW EXECUTE FUNCTION ledger.refuse_new_memo()`,
];

/** The tables of the ledger that the program's role may read, and do nothing else with. */
export const ledgerTableNames = ['account', 'head', 'entry', 'transfer', 'memo', 'poster'].map((name) => `ledger.${name}`);

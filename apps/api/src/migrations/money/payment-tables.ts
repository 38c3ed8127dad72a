/** Recipients, projects, promises to them, and payments with who asked and who agreed. */
export const paymentTables: readonly string[] = [
  // People stand here by name for the fund holder alone: pages and exports say 'an individual', wages and households are totals (P2).
  `CREATE TABLE recipient (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    registration_number text,
    made_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT recipient_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT recipient_place FOREIGN KEY (neighbourhood_id) REFERENCES neighbourhood (id),
    CONSTRAINT recipient_kind CHECK (kind IN ('organisation', 'individual', 'household', 'wages'))
  )`,
  `CREATE TABLE project (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    proposal_id uuid,
    recipient_id uuid NOT NULL,
    state text NOT NULL,
    nature text NOT NULL,
    theme text,
    summary text NOT NULL DEFAULT '',
    agreed_on date NOT NULL,
    next_step text,
    next_by date,
    learnt text,
    CONSTRAINT project_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT project_slug_once UNIQUE (neighbourhood_id, slug),
    CONSTRAINT project_recipient FOREIGN KEY (neighbourhood_id, recipient_id) REFERENCES recipient (neighbourhood_id, id),
    CONSTRAINT project_proposal FOREIGN KEY (neighbourhood_id, proposal_id) REFERENCES proposal (neighbourhood_id, id),
    CONSTRAINT project_state CHECK (state IN ('agreed', 'agreement_pending', 'active', 'paused', 'finishing', 'closed', 'cancelled')),
    CONSTRAINT project_nature CHECK (nature IN ('capital', 'revenue'))
  )`,
  `CREATE INDEX project_of_proposal ON project (neighbourhood_id, proposal_id) WHERE proposal_id IS NOT NULL`,
  // What is told of a project as it goes on: words and a day, shown newest first.
  `CREATE TABLE project_update (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    words text NOT NULL,
    on_day date NOT NULL,
    person_id uuid,
    CONSTRAINT project_update_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT project_update_project FOREIGN KEY (neighbourhood_id, project_id) REFERENCES project (neighbourhood_id, id),
    CONSTRAINT project_update_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES person (neighbourhood_id, id)
  )`,
  `CREATE INDEX project_update_of ON project_update (neighbourhood_id, project_id, on_day)`,
  `CREATE TABLE commitment (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    decision_id uuid NOT NULL,
    award_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    amount_pence bigint NOT NULL,
    released_pence bigint NOT NULL DEFAULT 0,
    state text NOT NULL,
    account_id uuid NOT NULL,
    from_account_id uuid NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT commitment_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT commitment_project FOREIGN KEY (neighbourhood_id, project_id) REFERENCES project (neighbourhood_id, id),
    CONSTRAINT commitment_decision FOREIGN KEY (neighbourhood_id, decision_id) REFERENCES decision (neighbourhood_id, id),
    CONSTRAINT commitment_award FOREIGN KEY (neighbourhood_id, award_id) REFERENCES award (neighbourhood_id, id),
    CONSTRAINT commitment_recipient FOREIGN KEY (neighbourhood_id, recipient_id) REFERENCES recipient (neighbourhood_id, id),
    CONSTRAINT commitment_account FOREIGN KEY (neighbourhood_id, account_id) REFERENCES ledger.account (neighbourhood_id, id),
    CONSTRAINT commitment_from FOREIGN KEY (neighbourhood_id, from_account_id) REFERENCES ledger.account (neighbourhood_id, id),
    CONSTRAINT commitment_positive CHECK (amount_pence > 0 AND released_pence BETWEEN 0 AND amount_pence),
    CONSTRAINT commitment_state CHECK (state IN ('open', 'part_spent', 'spent', 'released'))
  )`,
  `CREATE INDEX commitment_of_project ON commitment (neighbourhood_id, project_id)`,
  `CREATE INDEX commitment_of_decision ON commitment (neighbourhood_id, decision_id)`,
  // M4: whom a promise may be paid to. The first row comes with the promise; another needs a new decision.
  `CREATE TABLE agreed_payee (
    neighbourhood_id uuid NOT NULL,
    commitment_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    decision_id uuid NOT NULL,
    CONSTRAINT agreed_payee_pk PRIMARY KEY (neighbourhood_id, commitment_id, recipient_id),
    CONSTRAINT agreed_payee_commitment FOREIGN KEY (neighbourhood_id, commitment_id) REFERENCES commitment (neighbourhood_id, id),
    CONSTRAINT agreed_payee_recipient FOREIGN KEY (neighbourhood_id, recipient_id) REFERENCES recipient (neighbourhood_id, id),
    CONSTRAINT agreed_payee_decision FOREIGN KEY (neighbourhood_id, decision_id) REFERENCES decision (neighbourhood_id, id)
  )`,
  `CREATE TABLE payment (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    number integer NOT NULL,
    commitment_id uuid NOT NULL,
    payee_id uuid NOT NULL,
    amount_pence bigint NOT NULL,
    refunded_pence bigint NOT NULL DEFAULT 0,
    purpose text NOT NULL,
    public_purpose text,
    invoice_number text,
    people_count integer,
    state text NOT NULL,
    refused_reason text,
    requested_by uuid NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    second_approval_above_pence bigint NOT NULL DEFAULT 0,
    approvals_needed integer NOT NULL,
    sent_on date,
    entry_seq bigint,
    statement_date date,
    statement_line text,
    matched_by uuid,
    privacy_checked_by uuid,
    published_at timestamptz,
    correction_note text,
    CONSTRAINT payment_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT payment_number_once UNIQUE (neighbourhood_id, number),
    CONSTRAINT payment_commitment FOREIGN KEY (neighbourhood_id, commitment_id) REFERENCES commitment (neighbourhood_id, id),
    CONSTRAINT payment_to_agreed_payee FOREIGN KEY (neighbourhood_id, commitment_id, payee_id)
      REFERENCES agreed_payee (neighbourhood_id, commitment_id, recipient_id),
    CONSTRAINT payment_requested_by FOREIGN KEY (neighbourhood_id, requested_by) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT payment_entry FOREIGN KEY (neighbourhood_id, entry_seq) REFERENCES ledger.entry (neighbourhood_id, seq),
    CONSTRAINT payment_positive CHECK (amount_pence > 0 AND refunded_pence BETWEEN 0 AND amount_pence),
    CONSTRAINT payment_state CHECK (state IN ('requested', 'checked', 'approved', 'sent', 'matched', 'refused', 'returned', 'reversed')),
    CONSTRAINT payment_refused_says_why CHECK (state <> 'refused' OR refused_reason IS NOT NULL),
    CONSTRAINT payment_sent CHECK (state NOT IN ('sent', 'matched') OR (sent_on IS NOT NULL AND entry_seq IS NOT NULL)),
    CONSTRAINT payment_matched CHECK (state <> 'matched' OR (statement_date IS NOT NULL AND statement_line IS NOT NULL)),
    CONSTRAINT payment_private_until_checked CHECK (published_at IS NULL OR (privacy_checked_by IS NOT NULL AND public_purpose IS NOT NULL))
  )`,
  `CREATE INDEX payment_of_commitment ON payment (neighbourhood_id, commitment_id)`,
  // A line of the bank's statement matches once.
  `CREATE UNIQUE INDEX payment_line_once ON payment (neighbourhood_id, statement_date, statement_line) WHERE state = 'matched'`,
  // M5: the limit is frozen with the payment, from the rules in force; where none are agreed yet it is £1,000, as in `terms.rules.ts`.
  `CREATE FUNCTION freeze_approvals() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      SELECT coalesce((SELECT t.second_approval_above_pence FROM terms_of_reference t WHERE t.neighbourhood_id = NEW.neighbourhood_id
        ORDER BY t.version DESC LIMIT 1), 100000) INTO NEW.second_approval_above_pence;
      NEW.approvals_needed := CASE WHEN NEW.amount_pence > NEW.second_approval_above_pence THEN 2 ELSE 1 END;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER freeze_approvals BEFORE INSERT ON payment FOR EACH ROW EXECUTE FUNCTION freeze_approvals()`,
  `CREATE TABLE payment_approval (
    neighbourhood_id uuid NOT NULL,
    payment_id uuid NOT NULL,
    person_id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT payment_approval_pk PRIMARY KEY (neighbourhood_id, payment_id, person_id),
    CONSTRAINT payment_approval_payment FOREIGN KEY (neighbourhood_id, payment_id) REFERENCES payment (neighbourhood_id, id),
    CONSTRAINT payment_approval_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES person (neighbourhood_id, id)
  )`,
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_approval FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  // What was brought over from before this ledger: one row a line of the file, each with its entry.
  `CREATE TABLE past_payment (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    number text NOT NULL,
    project_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    paid_on date NOT NULL,
    amount_pence bigint NOT NULL,
    vat_pence bigint NOT NULL DEFAULT 0,
    purpose text NOT NULL,
    category text NOT NULL,
    is_grant boolean NOT NULL,
    entry_seq bigint NOT NULL,
    CONSTRAINT past_payment_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT past_payment_number_once UNIQUE (neighbourhood_id, number),
    CONSTRAINT past_payment_project FOREIGN KEY (neighbourhood_id, project_id) REFERENCES project (neighbourhood_id, id),
    CONSTRAINT past_payment_recipient FOREIGN KEY (neighbourhood_id, recipient_id) REFERENCES recipient (neighbourhood_id, id),
    CONSTRAINT past_payment_entry FOREIGN KEY (neighbourhood_id, entry_seq) REFERENCES ledger.entry (neighbourhood_id, seq)
  )`,
];

/** What of a payment may change once it is asked for: never the sum, the payee, who asked, nor how many must agree. */
export const changingPaymentColumns =
  'state, public_purpose, refused_reason, sent_on, entry_seq, statement_date, statement_line, matched_by, privacy_checked_by, published_at, correction_note';

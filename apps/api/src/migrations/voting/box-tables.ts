/**
 * The ballot box. Nothing here holds a name, an address, a browser or a moment finer than the hour.
 * `envelope` and `link` have one partition a round, which is dropped at opening, so that nothing physical joins what was sealed to who sealed it.
 */
export const boxTables: readonly string[] = [
  // Who may vote and who has; never how. `hour` and `versions_this_hour` hold back more than 20 changes an hour.
  `CREATE TABLE vote.roll (
    neighbourhood_id uuid NOT NULL,
    round_id uuid NOT NULL,
    voter_id uuid NOT NULL,
    added text NOT NULL,
    channel text,
    versions integer NOT NULL DEFAULT 0,
    hour timestamptz,
    versions_this_hour integer NOT NULL DEFAULT 0,
    state text NOT NULL DEFAULT 'may',
    CONSTRAINT roll_pk PRIMARY KEY (neighbourhood_id, round_id, voter_id),
    CONSTRAINT roll_round FOREIGN KEY (neighbourhood_id, round_id) REFERENCES public.round (neighbourhood_id, id),
    CONSTRAINT roll_added CHECK (added IN ('opening', 'declaration')),
    CONSTRAINT roll_channel CHECK (channel IN ('sign_in', 'code', 'helper', 'import')),
    CONSTRAINT roll_state CHECK (state IN ('may', 'cast', 'paper_issued', 'paper_in')),
    CONSTRAINT roll_versions CHECK (versions >= 0 AND (state <> 'cast' OR versions > 0)),
    CONSTRAINT roll_hour_whole CHECK (hour = date_trunc('hour', hour, 'UTC')),
    CONSTRAINT roll_versions_this_hour CHECK (versions_this_hour BETWEEN 0 AND 20)
  ) WITH (fillfactor = 80)`,
  // No voter, no time, no order.
  `CREATE TABLE vote.envelope (
    neighbourhood_id uuid NOT NULL,
    round_id uuid NOT NULL,
    receipt bytea NOT NULL,
    ct bytea NOT NULL,
    batch_no integer,
    CONSTRAINT envelope_pk PRIMARY KEY (neighbourhood_id, round_id, receipt),
    CONSTRAINT envelope_receipt CHECK (receipt = sha256(ct))
  ) PARTITION BY LIST (round_id)`,
  `CREATE TABLE vote.link (
    neighbourhood_id uuid NOT NULL,
    round_id uuid NOT NULL,
    voter_ref bytea NOT NULL,
    version integer NOT NULL,
    receipt bytea NOT NULL,
    form_key uuid NOT NULL,
    CONSTRAINT link_pk PRIMARY KEY (neighbourhood_id, round_id, voter_ref, version),
    CONSTRAINT link_receipt_once UNIQUE (neighbourhood_id, round_id, receipt),
    CONSTRAINT link_form_key_once UNIQUE (neighbourhood_id, round_id, form_key),
    CONSTRAINT link_version CHECK (version > 0)
  ) PARTITION BY LIST (round_id)`,
  // The envelopes to be opened, one a voter, written anew in the order of their receipts.
  `CREATE TABLE vote.sealed (
    neighbourhood_id uuid NOT NULL,
    round_id uuid NOT NULL,
    receipt bytea NOT NULL,
    ct bytea NOT NULL,
    CONSTRAINT sealed_pk PRIMARY KEY (neighbourhood_id, round_id, receipt)
  )`,
  // Every receipt ever given, superseded ones too: 'in the box' must never tell that a vote was changed.
  `CREATE TABLE vote.receipt (
    neighbourhood_id uuid NOT NULL,
    round_id uuid NOT NULL,
    receipt bytea NOT NULL,
    CONSTRAINT receipt_pk PRIMARY KEY (neighbourhood_id, round_id, receipt)
  )`,
  // Ballots without their voters, sorted; all written by one statement. One byte a project.
  `CREATE TABLE vote.opened_ballot (
    neighbourhood_id uuid NOT NULL,
    round_id uuid NOT NULL,
    line integer NOT NULL,
    choices bytea NOT NULL,
    CONSTRAINT opened_ballot_pk PRIMARY KEY (neighbourhood_id, round_id, line),
    CONSTRAINT opened_ballot_round FOREIGN KEY (neighbourhood_id, round_id) REFERENCES public.round (neighbourhood_id, id),
    CONSTRAINT opened_ballot_line CHECK (line > 0)
  )`,
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON vote.opened_ballot FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()`,
  // The chain of what was published of the box: receipts in batches, each head over the one before.
  `CREATE TABLE vote.bulletin (
    neighbourhood_id uuid NOT NULL,
    round_id uuid NOT NULL,
    number integer NOT NULL,
    file text NOT NULL,
    entries integer NOT NULL,
    head bytea NOT NULL,
    CONSTRAINT bulletin_pk PRIMARY KEY (neighbourhood_id, round_id, number),
    CONSTRAINT bulletin_round FOREIGN KEY (neighbourhood_id, round_id) REFERENCES public.round (neighbourhood_id, id),
    CONSTRAINT bulletin_number CHECK (number >= 0)
  )`,
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON vote.bulletin FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()`,
  // Voting codes: four letters to look up, eight secret ones kept as an HMAC under a pepper that is not in the database.
  `CREATE TABLE vote.code (
    neighbourhood_id uuid NOT NULL,
    round_id uuid NOT NULL,
    look_up text NOT NULL,
    secret_hmac bytea NOT NULL,
    voter_id uuid NOT NULL,
    spoilt boolean NOT NULL DEFAULT false,
    CONSTRAINT code_pk PRIMARY KEY (neighbourhood_id, round_id, look_up),
    CONSTRAINT code_on_roll FOREIGN KEY (neighbourhood_id, round_id, voter_id) REFERENCES vote.roll (neighbourhood_id, round_id, voter_id),
    CONSTRAINT code_look_up CHECK (look_up ~ '^[A-HJ-NP-Z2-9]{4}$')
  )`,
  `CREATE UNIQUE INDEX code_one_good_each ON vote.code (neighbourhood_id, round_id, voter_id) WHERE NOT spoilt`,
  `CREATE TABLE vote.code_try (
    neighbourhood_id uuid NOT NULL,
    round_id uuid NOT NULL,
    look_up text NOT NULL,
    hour timestamptz NOT NULL,
    tries integer NOT NULL,
    CONSTRAINT code_try_pk PRIMARY KEY (neighbourhood_id, round_id, look_up),
    CONSTRAINT code_try_hour_whole CHECK (hour = date_trunc('hour', hour, 'UTC')),
    CONSTRAINT code_try_at_most_five CHECK (tries BETWEEN 1 AND 5)
  )`,
];

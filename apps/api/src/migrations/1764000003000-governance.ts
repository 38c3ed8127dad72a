import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asAcross, keepApart } from '../platform/database/row-security.ts';

/** Partnership, our rules, interests; meetings with what is put to them and who came; decisions; what the council is asked. */
export class Governance1764000003000 implements MigrationInterface {
  name = 'Governance1764000003000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...partnershipTables, ...meetingTables, ...decisionTables]) await runner.query(statement);
    await keepApart(runner, ['terms_of_reference']);
    await keepApart(
      runner,
      ['partnership_member', 'agreed_resident', 'interest_declaration', 'meeting', 'motion', 'decision', 'council_question'],
      'SELECT, INSERT, UPDATE',
    );
    await keepApart(runner, ['attendance'], 'SELECT, INSERT, DELETE');
    await runner.query('GRANT SELECT (name) ON neighbourhood TO across');
    await asAcross(runner, functionsAcross);
  }

  async down(): Promise<void> {
    throw new Error('Going back is done by restoring a backup: docs/running/upgrade.md.');
  }
}

const partnershipTables = [
  // A seat: half-open, from starts_on up to but not including ends_on.
  `CREATE TABLE partnership_member (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    is_resident boolean NOT NULL,
    duty text,
    starts_on date NOT NULL,
    ends_on date,
    CONSTRAINT partnership_member_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT partnership_member_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT partnership_member_once UNIQUE (neighbourhood_id, person_id, starts_on),
    CONSTRAINT partnership_member_dates CHECK (ends_on IS NULL OR ends_on >= starts_on)
  )`,
  // Residents agreed beforehand, whom the partnership may call on where interests leave too few to decide (D2).
  `CREATE TABLE agreed_resident (
    neighbourhood_id uuid NOT NULL,
    person_id uuid NOT NULL,
    agreed_on date NOT NULL,
    ends_on date,
    CONSTRAINT agreed_resident_pk PRIMARY KEY (neighbourhood_id, person_id),
    CONSTRAINT agreed_resident_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES person (neighbourhood_id, id)
  )`,
  // Our rules, one row a version, never changed. Where there is none the defaults of the program hold.
  `CREATE TABLE terms_of_reference (
    neighbourhood_id uuid NOT NULL,
    version integer NOT NULL,
    quorum_numerator integer NOT NULL,
    quorum_denominator integer NOT NULL,
    quorum_least integer NOT NULL,
    majority text NOT NULL,
    votes_by_name boolean NOT NULL,
    second_approval_above_pence bigint NOT NULL,
    decider_limit_pence bigint,
    agreed_on date NOT NULL,
    CONSTRAINT terms_of_reference_pk PRIMARY KEY (neighbourhood_id, version),
    CONSTRAINT terms_of_reference_place FOREIGN KEY (neighbourhood_id) REFERENCES neighbourhood (id),
    CONSTRAINT terms_of_reference_version CHECK (version >= 1),
    CONSTRAINT terms_of_reference_quorum CHECK (quorum_numerator >= 1 AND quorum_denominator >= quorum_numerator AND quorum_least >= 1),
    CONSTRAINT terms_of_reference_majority CHECK (majority IN ('simple', 'two_thirds')),
    CONSTRAINT terms_of_reference_sums CHECK (second_approval_above_pence >= 0 AND decider_limit_pence >= 0)
  )`,
];

const meetingTables = [
  `CREATE TABLE meeting (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    starts_at timestamptz NOT NULL,
    place_words text NOT NULL,
    state text NOT NULL DEFAULT 'planned',
    notes text NOT NULL DEFAULT '',
    papers_published_at timestamptz,
    minutes_published_at timestamptz,
    CONSTRAINT meeting_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT meeting_place FOREIGN KEY (neighbourhood_id) REFERENCES neighbourhood (id),
    CONSTRAINT meeting_slug_once UNIQUE (neighbourhood_id, slug),
    CONSTRAINT meeting_state CHECK (state IN ('planned', 'papers_published', 'open', 'closed', 'draft_minutes', 'approved', 'published')),
    CONSTRAINT meeting_minutes_dated CHECK ((state = 'published') = (minutes_published_at IS NOT NULL))
  )`,
  // P1: notes that are published stay as they are.
  `CREATE FUNCTION keep_published_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.state = 'published' THEN
        RAISE EXCEPTION 'published notes are never changed' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER keep_minutes BEFORE UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION keep_published_minutes()`,
  `CREATE INDEX meeting_by_start ON meeting (neighbourhood_id, starts_at)`,
  // What a meeting is asked to decide. Rounds, projects, recipients and ledger accounts belong to other contexts: ids only.
  `CREATE TABLE motion (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    words text NOT NULL,
    kind text NOT NULL,
    amount_pence bigint,
    proposal_id uuid,
    round_id uuid,
    project_id uuid,
    recipient_id uuid,
    from_account_id uuid,
    nature text,
    put_by uuid,
    agreed_by uuid,
    CONSTRAINT motion_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT motion_meeting FOREIGN KEY (neighbourhood_id, meeting_id) REFERENCES meeting (neighbourhood_id, id),
    CONSTRAINT motion_proposal FOREIGN KEY (neighbourhood_id, proposal_id) REFERENCES proposal (neighbourhood_id, id),
    CONSTRAINT motion_put_by FOREIGN KEY (neighbourhood_id, put_by) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT motion_agreed_by FOREIGN KEY (neighbourhood_id, agreed_by) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT motion_position_once UNIQUE (neighbourhood_id, meeting_id, position) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT motion_kind CHECK (kind IN ('spend', 'set_aside', 'ring_fence', 'other', 'round', 'chest')),
    CONSTRAINT motion_nature CHECK (nature IN ('capital', 'revenue')),
    CONSTRAINT motion_amount CHECK (amount_pence > 0 AND (kind <> 'spend' OR amount_pence IS NOT NULL))
  )`,
  `CREATE TABLE attendance (
    neighbourhood_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    person_id uuid NOT NULL,
    came_as text NOT NULL,
    CONSTRAINT attendance_pk PRIMARY KEY (neighbourhood_id, meeting_id, person_id),
    CONSTRAINT attendance_meeting FOREIGN KEY (neighbourhood_id, meeting_id) REFERENCES meeting (neighbourhood_id, id),
    CONSTRAINT attendance_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT attendance_came_as CHECK (came_as IN ('member', 'agreed_resident'))
  )`,
  // On the register (no motion), or for one item (a motion). How it was managed is said for the item.
  `CREATE TABLE interest_declaration (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    motion_id uuid,
    recipient_id uuid,
    proposal_id uuid,
    kind text NOT NULL,
    about text NOT NULL,
    declared_on date NOT NULL,
    ends_on date,
    managed text,
    recorded_by uuid,
    CONSTRAINT interest_declaration_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT interest_declaration_person FOREIGN KEY (neighbourhood_id, person_id) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT interest_declaration_motion FOREIGN KEY (neighbourhood_id, motion_id) REFERENCES motion (neighbourhood_id, id),
    CONSTRAINT interest_declaration_proposal FOREIGN KEY (neighbourhood_id, proposal_id) REFERENCES proposal (neighbourhood_id, id),
    CONSTRAINT interest_declaration_kind CHECK (kind IN ('direct', 'indirect', 'loyalty')),
    CONSTRAINT interest_declaration_managed CHECK (managed IS NULL OR (managed IN ('left', 'stayed_silent', 'no_conflict') AND motion_id IS NOT NULL)),
    CONSTRAINT interest_declaration_own_ruling CHECK (managed IS DISTINCT FROM 'no_conflict' OR recorded_by IS DISTINCT FROM person_id)
  )`,
  `CREATE UNIQUE INDEX interest_declaration_once_an_item ON interest_declaration (neighbourhood_id, motion_id, person_id) WHERE motion_id IS NOT NULL`,
  `CREATE INDEX interest_declaration_of ON interest_declaration (neighbourhood_id, person_id)`,
];

const decisionTables = [
  /*
   * The outcome and what it was worked out from stand side by side, so that a row which contradicts the rules cannot be
   * written (D1-D4). `can_decide`: who was there without an interest; `needed`: the quorum; `resident_votes`: votes for or
   * against given by residents; `members`, `resident_members`: seats on that day.
   */
  `CREATE TABLE decision (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    slug text NOT NULL,
    motion_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    outcome text NOT NULL,
    quorate boolean NOT NULL,
    residents_enough boolean NOT NULL,
    amount_pence bigint,
    recipient_id uuid,
    proposal_id uuid,
    round_id uuid,
    votes_for integer NOT NULL,
    votes_against integer NOT NULL,
    abstained integer NOT NULL,
    present integer NOT NULL,
    members integer NOT NULL,
    resident_members integer NOT NULL,
    can_decide integer NOT NULL,
    needed integer NOT NULL,
    resident_votes integer NOT NULL,
    way text,
    way_note text,
    confirmed_by uuid,
    departs boolean NOT NULL DEFAULT false,
    decided_on date NOT NULL,
    reasons text NOT NULL DEFAULT '',
    plain_summary text NOT NULL DEFAULT '',
    departs_reason text,
    words_reason text,
    terms_version integer NOT NULL DEFAULT 0,
    state text NOT NULL DEFAULT 'recorded',
    published_at timestamptz,
    supersedes uuid,
    correction_note text,
    CONSTRAINT decision_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT decision_slug_once UNIQUE (neighbourhood_id, slug),
    CONSTRAINT decision_motion FOREIGN KEY (neighbourhood_id, motion_id) REFERENCES motion (neighbourhood_id, id),
    CONSTRAINT decision_meeting FOREIGN KEY (neighbourhood_id, meeting_id) REFERENCES meeting (neighbourhood_id, id),
    CONSTRAINT decision_proposal FOREIGN KEY (neighbourhood_id, proposal_id) REFERENCES proposal (neighbourhood_id, id),
    CONSTRAINT decision_confirmed_by FOREIGN KEY (neighbourhood_id, confirmed_by) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT decision_supersedes FOREIGN KEY (neighbourhood_id, supersedes) REFERENCES decision (neighbourhood_id, id),
    CONSTRAINT decision_superseded_once UNIQUE (neighbourhood_id, supersedes),
    CONSTRAINT decision_kind CHECK (kind IN ('spend', 'set_aside', 'ring_fence', 'other', 'round', 'chest')),
    CONSTRAINT decision_outcome CHECK (outcome IN ('carried', 'lost', 'deferred', 'no_quorum')),
    CONSTRAINT decision_state CHECK (state IN ('recorded', 'published', 'superseded')),
    CONSTRAINT decision_amount CHECK (amount_pence > 0 AND (kind <> 'spend' OR amount_pence IS NOT NULL)),
    CONSTRAINT decision_counts CHECK (votes_for >= 0 AND votes_against >= 0 AND abstained >= 0 AND present >= 0 AND needed >= 1
      AND resident_votes BETWEEN 0 AND votes_for + votes_against AND resident_members BETWEEN 0 AND members),
    CONSTRAINT decision_only_who_may_vote CHECK (votes_for + votes_against + abstained <= can_decide),
    CONSTRAINT decision_way CHECK (way IS NULL OR (way IN ('defer', 'residents_called', 'fund_holder_confirms') AND way_note IS NOT NULL)),
    CONSTRAINT decision_quorum CHECK (quorate = (can_decide >= needed OR (coalesce(way, '') = 'fund_holder_confirms' AND confirmed_by IS NOT NULL))),
    CONSTRAINT decision_residents CHECK (NOT residents_enough OR (2 * resident_members > members AND 2 * resident_votes > votes_for + votes_against)),
    CONSTRAINT decision_carried CHECK (outcome <> 'carried' OR (quorate AND residents_enough AND votes_for > votes_against)),
    CONSTRAINT decision_lost CHECK (outcome <> 'lost' OR (quorate AND residents_enough)),
    CONSTRAINT decision_no_quorum CHECK (outcome <> 'no_quorum' OR NOT quorate),
    CONSTRAINT decision_departs CHECK (state = 'recorded' OR NOT departs OR length(trim(coalesce(departs_reason, ''))) > 0),
    CONSTRAINT decision_reasoned CHECK (state = 'recorded' OR (length(trim(reasons)) > 0 AND length(trim(plain_summary)) > 0 AND published_at IS NOT NULL)),
    CONSTRAINT decision_correction CHECK ((supersedes IS NULL) = (correction_note IS NULL))
  )`,
  `CREATE UNIQUE INDEX decision_one_now ON decision (neighbourhood_id, motion_id) WHERE state <> 'superseded'`,
  `CREATE INDEX decision_by_day ON decision (neighbourhood_id, decided_on DESC, id DESC)`,
  // P1: of a published decision nothing changes but that a newer version stands beside it.
  `CREATE FUNCTION keep_published_decision() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a decision is never deleted' USING ERRCODE = 'restrict_violation';
      END IF;
      IF OLD.state = 'recorded' THEN
        RETURN NEW;
      END IF;
      IF OLD.state = 'published' AND NEW.state = 'superseded' AND (to_jsonb(NEW) - 'state') = (to_jsonb(OLD) - 'state') THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'a published decision is never changed' USING ERRCODE = 'restrict_violation';
    END $$`,
  `CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION keep_published_decision()`,
  `CREATE TABLE council_question (
    neighbourhood_id uuid NOT NULL,
    id uuid NOT NULL,
    decision_id uuid,
    proposal_id uuid,
    words text NOT NULL,
    asked_by uuid,
    asked_on date NOT NULL,
    due_on date NOT NULL,
    answered_at timestamptz,
    answer text,
    answered_by uuid,
    CONSTRAINT council_question_pk PRIMARY KEY (neighbourhood_id, id),
    CONSTRAINT council_question_decision FOREIGN KEY (neighbourhood_id, decision_id) REFERENCES decision (neighbourhood_id, id),
    CONSTRAINT council_question_proposal FOREIGN KEY (neighbourhood_id, proposal_id) REFERENCES proposal (neighbourhood_id, id),
    CONSTRAINT council_question_asked_by FOREIGN KEY (neighbourhood_id, asked_by) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT council_question_answered_by FOREIGN KEY (neighbourhood_id, answered_by) REFERENCES person (neighbourhood_id, id),
    CONSTRAINT council_question_dates CHECK (due_on >= asked_on),
    CONSTRAINT council_question_answered CHECK (num_nulls(answered_at, answer, answered_by) IN (0, 3))
  )`,
  `CREATE INDEX council_question_waiting ON council_question (neighbourhood_id, due_on) WHERE answered_at IS NULL`,
  // An answer given in public stays as it was given.
  `CREATE FUNCTION keep_council_answer() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.answered_at IS NOT NULL THEN
        RAISE EXCEPTION 'an answer of the council is never changed' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER keep_answered BEFORE UPDATE ON council_question FOR EACH ROW EXECUTE FUNCTION keep_council_answer()`,
];

const functionsAcross = [
  // The neighbourhoods whose council contact somebody is today. What stands in them is then asked of each in turn.
  `CREATE FUNCTION places_of_liaison(the_account uuid) RETURNS TABLE (id uuid, slug text, name text, person_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT DISTINCT n.id, n.slug, n.name, p.id FROM person p
      JOIN role r ON r.neighbourhood_id = p.neighbourhood_id AND r.person_id = p.id AND r.kind = 'liaison_officer'
      JOIN neighbourhood n ON n.id = p.neighbourhood_id,
      (SELECT (now() AT TIME ZONE 'Europe/London')::date AS day) today
      WHERE p.account_id = the_account AND p.erased_at IS NULL AND r.starts_on <= today.day AND (r.ends_on IS NULL OR r.ends_on > today.day)
      ORDER BY n.name, n.slug
    $$`,
  `REVOKE ALL ON FUNCTION places_of_liaison(uuid) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION places_of_liaison(uuid) TO app`,
];

/**
 * Lists that may not change by accident. When a test of `safety/` says that one of them differs, either the change was a
 * mistake, or a line belongs here, and whoever reviews it sees what is being opened.
 */

/** Tables that belong to no neighbourhood. Every other table starts its keys with `neighbourhood_id`. */
export const globalTables: readonly string[] = [
  'public.account',
  'public.letter',
  'public.migration',
  'public.neighbourhood',
  'public.platform_administrator',
  'public.programme',
  'public.programme_officer',
  'public.session',
  'public.sign_in_try',
];

/** Tables that name a neighbourhood and are global all the same, with the reason. */
export const globalThoughNamingPlaces: Readonly<Record<string, string>> = {
  'public.programme_share': 'what a programme gives to each of its neighbourhoods; published as a whole',
  'public.sign_in_token': 'found by its link before it is known where it leads',
};

/** What `across` may read, by table: columns in alphabetical order. */
export const readAcross: Readonly<Record<string, string>> = {
  'public.account': 'email, id',
  'public.demonstration_person': 'neighbourhood_id, person_id, position, what',
  'public.event_waiting': 'event_id, neighbourhood_id',
  'public.neighbourhood': 'id, name, slug',
  'public.notice': 'made_at, neighbourhood_id, person_id, sent_at, state, subject, words',
  'public.person': 'account_id, erased_at, id, name, neighbourhood_id',
  'public.platform_administrator': 'account_id',
  'public.programme': 'id, published_at, slug',
  'public.programme_officer': 'account_id, programme_id',
  'public.residency_check': 'ends_on, neighbourhood_id, person_id',
  'public.role': 'ends_on, id, kind, neighbourhood_id, person_id, starts_on',
  'public.round': 'closes_at, forgotten_at, id, imported, neighbourhood_id, opens_at, state, verified_at',
  'public.session': 'account_id, csrf_token, ended_at, expires_at, id, idle_minutes, second_factor_at, seen_at, token_hash',
};

/** Functions that run with more rights than whoever calls them, and as whom. */
export const functionsWithRights: readonly string[] = [
  'across demonstration_people()',
  'across letters_kept()',
  'across offices_of(uuid)',
  'across places_of(uuid)',
  'across places_of_liaison(uuid)',
  'across places_with_events_waiting(integer)',
  'across places_with_notices_waiting(integer)',
  'across rounds_due(integer)',
  'across which_programme(uuid,text)',
  'across who_asks(bytea,text)',
  'owner ledger.blank_memo(bigint)',
  'owner ledger.open_account(uuid,uuid,text,text,uuid,text,text,text)',
  'owner ledger.post(uuid,text,date,jsonb,text,uuid,uuid,uuid)',
  'owner vote."cast"(uuid,uuid,bytea,bytea,uuid,bytea,text)',
  'owner vote.cast_many(uuid,uuid[],bytea[],bytea,uuid[],bytea[],text)',
  'owner vote.empty_box(uuid)',
  'owner vote.enrol(uuid,uuid[])',
  'owner vote.forget(uuid)',
  'owner vote.in_the_box(uuid,bytea,bytea)',
  'owner vote.make_box(uuid)',
];

/** Tables whose rows not even their owner changes or removes: a trigger refuses it. */
export const appendOnly: readonly string[] = [
  'ledger.entry',
  'ledger.transfer',
  'public.event',
  'public.payment_approval',
  'public.round_result',
  'public.scrutineer_confirmation',
  'vote.bulletin',
  'vote.opened_ballot',
];

/** Tables into which the program itself cannot write a row: one function each is the only door. */
export const behindADoor: readonly string[] = [
  'ledger.account',
  'ledger.entry',
  'ledger.head',
  'ledger.memo',
  'ledger.poster',
  'ledger.transfer',
  'vote.envelope',
  'vote.link',
  'vote.receipt',
  'vote.roll',
  'vote.sealed',
];

/** Columns that hold an address of any kind, with the reason. None has to do with a vote (L9). */
export const columnsOfAddresses: Readonly<Record<string, string>> = {
  'public.letter.to_address': 'letters of a laptop that has no mail server',
};

import fc from 'fast-check';
import {
  type Attender,
  departsFromResult,
  type ItemFacts,
  standingOf,
  type WhatWasDone,
  workOut,
  workOutConfirmed,
} from './decision.rules.ts';

const resident: Attender = { isResident: true, cameAs: 'member', hasInterest: false };
const other: Attender = { ...resident, isResident: false };
const many = (count: number, one: Attender) => Array.from({ length: count }, () => one);
const nine = (here: readonly Attender[]): ItemFacts => ({ members: 9, residentMembers: 7, needed: 3, here });
const outcomeOf = (facts: ItemFacts, done: WhatWasDone) => workOut(standingOf(facts), done, 'simple');

test('D1: Yusuf has an interest; 8 can decide; 3 are needed', () => {
  const standing = standingOf(nine([...many(6, resident), { ...resident, hasInterest: true }, ...many(2, other)]));
  expect(standing).toMatchObject({ present: 9, withInterest: 1, canDecide: 8, needed: 3, enough: true, tooFewByInterests: false });
});

test('agreed, nobody against: all who can decide have voted for it', () => {
  expect(outcomeOf(nine([...many(5, resident), other]), { result: 'agreed_nobody_against' })).toMatchObject({
    ok: true,
    value: { outcome: 'carried', votesFor: 6, votesAgainst: 0, residentVotes: 5, quorate: true, residentsEnough: true },
  });
});

test('the bus: 6 to 1, one with an interest, one away', () => {
  const here = [...many(5, resident), { ...resident, hasInterest: true }, ...many(2, other)];
  expect(outcomeOf(nine(here), { result: 'counted', votesFor: 6, votesAgainst: 1, abstained: 0 })).toMatchObject({
    value: { outcome: 'carried', residentVotes: 5 },
  });
});

test('D1: votes of more people than could decide do not add up, nor do fewer', () => {
  for (const votesFor of [6, 8]) {
    expect(outcomeOf(nine(many(7, resident)), { result: 'counted', votesFor, votesAgainst: 0, abstained: 0 })).toEqual({
      ok: false,
      problem: { code: 'votes-do-not-add-up', canDecide: 7, given: votesFor },
    });
  }
});

test('nobody has a casting vote: as many for as against is lost', () => {
  expect(outcomeOf(nine(many(6, resident)), { result: 'counted', votesFor: 3, votesAgainst: 3 })).toMatchObject({
    value: { outcome: 'lost' },
  });
});

test('D2: too few came: not decided, and no way round it', () => {
  expect(outcomeOf(nine(many(2, resident)), { result: 'agreed_nobody_against' })).toMatchObject({
    value: { outcome: 'no_quorum', quorate: false, votesFor: 0 },
  });
  expect(outcomeOf(nine(many(2, resident)), { result: 'agreed_nobody_against', way: 'fund_holder_confirms', wayNote: 'x' })).toMatchObject({
    problem: { code: 'way-not-open' },
  });
});

describe('D2: interests leave too few', () => {
  const conflicted = { ...resident, hasInterest: true };
  const spare: Attender = { ...resident, cameAs: 'agreed_resident' };
  const facts = nine([...many(2, resident), ...many(4, conflicted), spare]);

  test('a way must be chosen, and said in words', () => {
    expect(outcomeOf(facts, { result: 'agreed_nobody_against' })).toMatchObject({
      problem: { code: 'choose-a-way', canDecide: 2, needed: 3 },
    });
    expect(outcomeOf(facts, { result: 'agreed_nobody_against', way: 'defer', wayNote: ' ' })).toMatchObject({
      problem: { code: 'way-needs-words' },
    });
  });

  test('put off', () => {
    expect(outcomeOf(facts, { result: 'agreed_nobody_against', way: 'defer', wayNote: 'Next month.' })).toMatchObject({
      value: { outcome: 'deferred', quorate: false, votesFor: 0 },
    });
  });

  test('residents agreed beforehand are called on', () => {
    expect(outcomeOf(facts, { result: 'agreed_nobody_against', way: 'residents_called', wayNote: 'We called on Jo.' })).toMatchObject({
      value: { outcome: 'carried', quorate: true, canDecide: 3, votesFor: 3, residentVotes: 3 },
    });
    const without = nine([...many(2, resident), ...many(4, conflicted)]);
    expect(outcomeOf(without, { result: 'agreed_nobody_against', way: 'residents_called', wayNote: 'x' })).toMatchObject({
      problem: { code: 'way-not-open' },
    });
  });

  test('the fund holder confirms: nothing is carried before', () => {
    const waiting = outcomeOf(facts, { result: 'agreed_nobody_against', way: 'fund_holder_confirms', wayNote: 'The trust is asked.' });
    expect(waiting).toMatchObject({ value: { outcome: 'deferred', quorate: false, votesFor: 2, residentVotes: 2 } });
    expect(workOutConfirmed(standingOf(facts), { votesFor: 2, votesAgainst: 0, abstained: 0, residentVotes: 2 }, 'simple')).toEqual({
      outcome: 'carried',
      residentsEnough: true,
      quorate: true,
    });
  });
});

describe('D3', () => {
  test('not enough residents voted, so it is not decided', () => {
    const here = [...many(2, resident), ...many(2, other)];
    expect(outcomeOf(nine(here), { result: 'agreed_nobody_against' })).toMatchObject({
      value: { outcome: 'deferred', residentsEnough: false },
    });
    expect(outcomeOf(nine([...here, resident]), { result: 'counted', votesFor: 4, abstained: 1, residentsAbstained: 1 })).toMatchObject({
      value: { outcome: 'deferred', residentsEnough: false },
    });
    expect(outcomeOf(nine([...here, resident]), { result: 'counted', votesFor: 4, abstained: 1, residentsAbstained: 0 })).toMatchObject({
      value: { outcome: 'carried', residentsEnough: true },
    });
  });

  test('residents must hold most of the seats', () => {
    expect(outcomeOf({ ...nine(many(4, resident)), residentMembers: 4 }, { result: 'agreed_nobody_against' })).toMatchObject({
      value: { outcome: 'deferred', residentsEnough: false },
    });
  });

  test('where somebody abstained, how many of them are residents must be said and be possible', () => {
    const facts = nine([...many(4, resident), other]);
    for (const residentsAbstained of [undefined, 0, 3]) {
      expect(outcomeOf(facts, { result: 'counted', votesFor: 3, abstained: 2, residentsAbstained })).toMatchObject({
        problem: { code: 'residents-do-not-add-up' },
      });
    }
    expect(outcomeOf(facts, { result: 'counted', votesFor: 3, abstained: 2, residentsAbstained: 1 })).toMatchObject({ ok: true });
  });
});

test('two thirds, where our rules ask for it', () => {
  const standing = standingOf(nine(many(9, resident)));
  expect(workOut(standing, { result: 'counted', votesFor: 6, votesAgainst: 3 }, 'two_thirds')).toMatchObject({
    value: { outcome: 'carried' },
  });
  expect(workOut(standing, { result: 'counted', votesFor: 5, votesAgainst: 4 }, 'two_thirds')).toMatchObject({
    value: { outcome: 'lost' },
  });
});

test.each([
  ['carried', true, 7, true, false],
  ['carried', true, 7, false, true],
  ['lost', true, 7, true, true],
  ['lost', true, 7, false, false],
  ['deferred', true, 0, true, true],
  ['deferred', true, 4, true, false],
  ['deferred', false, 0, true, false],
  ['no_quorum', false, 0, true, false],
  ['carried', true, 7, null, false],
] as const)('D4: %s (quorate %s, %i votes) where chosen is %s departs: %s', (outcome, quorate, votesFor, chosen, departs) => {
  expect(departsFromResult({ outcome, quorate, votesFor, votesAgainst: 0 }, chosen)).toBe(departs);
});

// Whoever is agreed beforehand is a resident by definition.
const attender = fc
  .record({ isResident: fc.boolean(), cameAs: fc.constantFrom('member' as const, 'agreed_resident' as const), hasInterest: fc.boolean() })
  .map((one): Attender => (one.cameAs === 'agreed_resident' ? { ...one, isResident: true } : one));
const facts = fc
  .record({
    here: fc.array(attender, { maxLength: 20 }),
    away: fc.array(fc.boolean(), { maxLength: 10 }),
    least: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ here, away, least }) => {
    const seats = [...here.filter((one) => one.cameAs === 'member').map((one) => one.isResident), ...away];
    return {
      here,
      members: seats.length,
      residentMembers: seats.filter(Boolean).length,
      needed: Math.max(least, Math.ceil(seats.length / 3)),
    };
  });
const done = fc.record({
  result: fc.constantFrom('agreed_nobody_against' as const, 'counted' as const, 'come_back' as const),
  votesFor: fc.nat(20),
  votesAgainst: fc.nat(20),
  abstained: fc.nat(5),
  residentsAbstained: fc.nat(5),
  way: fc.constantFrom(null, 'defer' as const, 'residents_called' as const, 'fund_holder_confirms' as const),
  wayNote: fc.constant('As minuted.'),
});

test('D1-D3 hold for any meeting: what is carried had its quorum without interests, residents in the majority, and more for than against', () => {
  fc.assert(
    fc.property(facts, done, (given, what) => {
      const standing = standingOf(given);
      const answer = workOut(standing, what, 'simple');
      if (!answer.ok) return;
      const { outcome, quorate, residentsEnough, canDecide, votesFor, votesAgainst, abstained, residentVotes } = answer.value;
      const mayVote = given.here.filter((one) => !one.hasInterest);
      expect(votesFor + votesAgainst + abstained).toBeLessThanOrEqual(mayVote.length);
      expect(residentVotes).toBeLessThanOrEqual(mayVote.filter((one) => one.isResident).length);
      expect(quorate).toBe(canDecide >= given.needed);
      if (outcome !== 'carried') return;
      expect(canDecide).toBeGreaterThanOrEqual(given.needed);
      expect(votesFor).toBeGreaterThan(votesAgainst);
      expect(2 * residentVotes).toBeGreaterThan(votesFor + votesAgainst);
      expect(2 * given.residentMembers).toBeGreaterThan(given.members);
      expect(residentsEnough).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('D1: whoever declares an interest changes the outcome only by not being there to decide', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const silent = { ...given, here: given.here.filter((one) => !one.hasInterest) };
      const { canDecide, residentsCanDecide, enough } = standingOf(given);
      expect({ canDecide, residentsCanDecide, enough }).toEqual({
        canDecide: standingOf(silent).canDecide,
        residentsCanDecide: standingOf(silent).residentsCanDecide,
        enough: standingOf(silent).enough,
      });
    }),
  );
});

import { newId } from '@pursestrings/basics/ids';
import { pence } from '@pursestrings/basics/money';
import { roles } from '@pursestrings/contracts/endpoint';
import { requestPayment } from '@pursestrings/contracts/payments';
import { Promises } from '../../src/modules/projects/index.ts';
import { makeDecision } from '../make/decision.ts';
import { changeIn, granted, makePurse, makeRecipient, type TestPurse } from '../make/money.ts';
import type { TestPerson, TestPlace, World } from '../make/world.ts';

/** What somebody can be for the matrix: nobody at all, signed in but nobody here, or one role and no other. */
export const parts = ['nobody', 'stranger', ...roles.filter((role) => role !== 'funder')] as const;
export type Part = (typeof parts)[number];

/** A neighbourhood of a test's own, with one person for each part, made when first asked for. */
export class Stage {
  private readonly people = new Map<string, TestPerson>();

  constructor(
    readonly world: World,
    readonly place: TestPlace,
    /** Where strangers live. */
    private readonly elsewhere: TestPlace,
  ) {}

  /** Whoever plays a part; null for nobody. */
  async player(part: Part): Promise<TestPerson | null> {
    return part === 'nobody' ? null : await this.person(part);
  }

  /** The person with this role alone. */
  async person(part: Exclude<Part, 'nobody'>): Promise<TestPerson> {
    const known = this.people.get(part);
    if (known) return known;
    const person =
      part === 'stranger'
        ? { ...(await this.world.makePerson(this.elsewhere)), place: this.place }
        : await this.world.makePerson(this.place, part === 'resident' ? [] : [part], `The ${part}`);
    this.people.set(part, person);
    return person;
  }

  /** Writes a row of this place, past everything; answers its id. */
  async row(table: string, values: Readonly<Record<string, unknown>>): Promise<string> {
    const row: Record<string, unknown> = { neighbourhood_id: this.place.id, id: newId(), ...values };
    const names = Object.keys(row);
    await this.world.admin(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(row),
    );
    return String(row.id);
  }

  private purse: Promise<TestPurse> | null = null;

  /** Money to spend: awarded £20,000, half of it in the bank. */
  async money(): Promise<TestPurse> {
    this.purse ??= makePurse(this.world, this.place, { awardPence: 20_000_00, bankPence: 10_000_00 });
    return await this.purse;
  }

  /** A payment that the worker asked for, by its number. */
  async payment(): Promise<string> {
    const purse = await this.money();
    await this.world.admin(
      `INSERT INTO terms_of_reference (neighbourhood_id, version, quorum_numerator, quorum_denominator, quorum_least, majority, votes_by_name, second_approval_above_pence, agreed_on)
       VALUES ($1, 1, 1, 3, 3, 'simple', false, 50000, '2021-04-01') ON CONFLICT DO NOTHING`,
      [this.place.id],
    );
    const recipientId = await makeRecipient(this.world, this.place);
    const decision = await makeDecision(this.world, this.place, { amountPence: 500_00, recipientId });
    const promise = {
      decisionId: decision.id,
      title: 'Kitchen',
      recipientId,
      amountPence: pence(500_00),
      fromAccountId: purse.unallocated,
      nature: 'revenue' as const,
    };
    const promised = granted(await changeIn(this.world, this.place, (tx) => this.world.app.get(Promises).promise(tx, promise)));
    const asked = await this.world.ask(requestPayment, {
      as: await this.person('worker'),
      body: { commitmentId: promised.commitmentId, amountPence: 100_00, purpose: 'Cooking for the opening' },
    });
    if (asked.status !== 200) throw new Error(`A payment was refused: ${JSON.stringify(asked.body)}`);
    return String(asked.body.number);
  }
}

/** A new place with nobody in it yet. */
export async function makeStage(world: World): Promise<Stage> {
  return new Stage(world, await world.makePlace(), await world.makePlace());
}

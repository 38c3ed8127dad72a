import { newId } from '@pursestrings/basics/ids';
import { pence } from '@pursestrings/basics/money';
import { roles } from '@pursestrings/contracts/endpoint';
import { approvePayment, matchPayment, requestPayment, sendPayment } from '@pursestrings/contracts/payments';
import { Promises } from '../../src/modules/projects/index.ts';
import { makeDecision } from '../make/decision.ts';
import { changeIn, granted, makePurse, makeRecipient, type TestPurse } from '../make/money.ts';
import type { TestAnswer, TestPerson, TestPlace, World } from '../make/world.ts';

/** What somebody can be for the matrix: nobody at all, signed in but nobody here, or one role and no other. */
export const parts = ['nobody', 'stranger', ...roles.filter((role) => role !== 'funder')] as const;
export type Part = (typeof parts)[number];

/** How far a payment can go. */
const paymentSteps = ['requested', 'approved', 'sent', 'matched'] as const;

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

  /** A promise of £500 from the purse, with the project that it is for. */
  async promise(): Promise<{ commitmentId: string; projectSlug: string }> {
    const purse = await this.money();
    await this.world.admin(
      `INSERT INTO terms_of_reference (neighbourhood_id, version, quorum_numerator, quorum_denominator, quorum_least, majority, votes_by_name, second_approval_above_pence, agreed_on)
       VALUES ($1, 1, 1, 3, 3, 'simple', false, 50000, '2021-04-01') ON CONFLICT DO NOTHING`,
      [this.place.id],
    );
    const recipientId = await makeRecipient(this.world, this.place);
    const decision = await makeDecision(this.world, this.place, { amountPence: 500_00, recipientId });
    const about = {
      title: 'Kitchen',
      recipientId,
      amountPence: pence(500_00),
      fromAccountId: purse.unallocated,
      nature: 'revenue' as const,
    };
    const promises = this.world.app.get(Promises);
    const { commitmentId } = granted(
      await changeIn(this.world, this.place, (tx) => promises.promise(tx, { decisionId: decision.id, ...about })),
    );
    const [row] = await this.world.admin<{ slug: string }>(
      'SELECT p.slug FROM project p JOIN commitment c ON c.neighbourhood_id = p.neighbourhood_id AND c.project_id = p.id WHERE c.id = $1',
      [commitmentId],
    );
    return { commitmentId, projectSlug: row?.slug ?? '' };
  }

  /** A payment that the worker asked for and that went as far as `step`, by its number. */
  async payment(step: (typeof paymentSteps)[number] = 'requested'): Promise<string> {
    const { commitmentId } = await this.promise();
    const worker = await this.person('worker');
    const asked = await this.world.ask(requestPayment, { as: worker, body: { commitmentId, amountPence: 100_00, purpose: 'Cooking' } });
    const params = { payment: String(asked.body.number) };
    const treasurer = await this.person('treasurer');
    const steps: (() => Promise<TestAnswer>)[] = [
      async () => asked,
      () => this.world.ask(approvePayment, { as: treasurer, params }),
      () => this.world.ask(sendPayment, { as: treasurer, params, body: { sentOn: '2026-06-02' } }),
      () => this.world.ask(matchPayment, { as: treasurer, params, body: { statementDate: '2026-06-03', statementLine: params.payment } }),
    ];
    for (const take of steps.slice(0, paymentSteps.indexOf(step) + 1)) {
      const answer = await take();
      if (answer.status !== 200) throw new Error(`A step of a payment was refused: ${JSON.stringify(answer.body)}`);
    }
    return params.payment;
  }
}

/** A new place with nobody in it yet. */
export async function makeStage(world: World): Promise<Stage> {
  return new Stage(world, await world.makePlace(), await world.makePlace());
}

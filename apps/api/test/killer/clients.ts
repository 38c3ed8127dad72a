import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { castBallot } from '@pursestrings/contracts/ballots';
import { addressOf, type Endpoint } from '@pursestrings/contracts/endpoint';
import { approvePayment, requestPayment, sendPayment } from '@pursestrings/contracts/payments';
import type { TestPerson } from '../make/rows.ts';

/** A ballot that was acknowledged, in the words of whoever cast it. */
export interface AcknowledgedCast {
  readonly formId: string;
  readonly codes: readonly string[];
  readonly receipt: string;
}

/** A payment that was acknowledged as sent. */
export interface AcknowledgedPayment {
  readonly number: number;
  readonly amountPence: number;
}

export interface Voter {
  readonly person: TestPerson;
  readonly casts: AcknowledgedCast[];
  isBusy: boolean;
}

/** Whom the clients are, and what they act on. */
export interface Scene {
  readonly round: { readonly place: string; readonly round: string };
  readonly codes: readonly string[];
  readonly voters: readonly Voter[];
  readonly worker: TestPerson;
  readonly chair: TestPerson;
  readonly treasurer: TestPerson;
  readonly commitmentIds: readonly string[];
}

/** How people send forms. */
export interface Habits {
  /** The share of requests whose connection is cut by the sender, who then cannot know what became of them. */
  readonly hangUp: number;
  /** Whether a form that is sent again keeps its key; without, the check must find things done twice. */
  readonly keepsKey: boolean;
}

interface Form {
  readonly endpoint: Endpoint;
  readonly as: TestPerson;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>> & { readonly formId: string };
}

/** How many may wait for an answer at once: whoever comes while the site is away waits like the others. */
const mostCasts = 60;
const mostPayments = 30;
const patienceMs = 5_000;

/** People who cast and pay through HTTP, and who send a form again, under its key, until they know what became of it. */
export class Clients {
  readonly payments: AcknowledgedPayment[] = [];
  /** Answers that nobody should have got. */
  readonly surprises: string[] = [];
  /** How often a form had no clear answer at first. */
  unclear = 0;
  /** How often a form that had been acknowledged was sent again on purpose. */
  repeated = 0;
  /** When each ballot was acknowledged. */
  private readonly votes: number[] = [];
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 200 });
  private readonly under = new Set<Promise<void>>();
  private casting = 0;
  private paying = 0;
  private turn = 0;
  private timers: NodeJS.Timeout[] = [];

  readonly address: string;
  readonly scene: Scene;
  private readonly habits: Habits;

  constructor(address: string, scene: Scene, habits: Habits = { hangUp: 0.03, keepsKey: true }) {
    this.address = address;
    this.scene = scene;
    this.habits = habits;
  }

  /** Starts casting and paying at these rates. */
  start(rates: { readonly castsPerSecond: number; readonly paymentsPerSecond: number }): void {
    this.timers = [
      setInterval(() => this.launch('cast'), 1000 / rates.castsPerSecond),
      setInterval(() => this.launch('pay'), 1000 / rates.paymentsPerSecond),
    ];
  }

  /** Starts nothing new and waits until every form has its answer. */
  async finish(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.under);
    this.agent.destroy();
  }

  /** Waits for the first vote that is acknowledged after now. */
  async nextVote(): Promise<void> {
    const before = this.votes.length;
    while (this.votes.length === before) await wait(20);
  }

  /** Seconds from `moment` to the end of the longest silence, in acknowledged votes, that began at it or in the second after it. */
  secondsOfSilence(moment: number): number {
    const times = [moment, ...this.votes.filter((at) => at > moment).sort((a, b) => a - b)];
    let end = moment;
    let longest = 0;
    for (const [index, at] of times.entries()) {
      const next = times[index + 1];
      if (next === undefined || at > moment + 1_000) break;
      if (next - at > longest) {
        longest = next - at;
        end = next;
      }
    }
    return Math.round((end - moment) / 10) / 100;
  }

  private launch(what: 'cast' | 'pay'): void {
    if (what === 'cast' ? this.casting >= mostCasts : this.paying >= mostPayments) return;
    const work = what === 'cast' ? this.castOne() : this.payOne();
    this.under.add(work);
    void work.finally(() => this.under.delete(work));
  }

  private async castOne(): Promise<void> {
    this.turn += 1;
    const { voters, codes, round } = this.scene;
    const voter = voters[this.turn % voters.length];
    // A person does one thing after the other; whoever still waits is left alone.
    if (!voter || voter.isBusy) return;
    voter.isBusy = true;
    this.casting += 1;
    try {
      const chosen = codes.filter(() => Math.random() < 0.5);
      const formId = randomUUID();
      const body = { formId, choices: chosen.map((code) => ({ code })) };
      const answer = await this.untilClear({ endpoint: castBallot, as: voter.person, params: round, body });
      if (answer) voter.casts.push({ formId, codes: chosen, receipt: String(answer.receipt) });
    } finally {
      voter.isBusy = false;
      this.casting -= 1;
    }
  }

  private async payOne(): Promise<void> {
    this.paying += 1;
    try {
      const { worker, chair, treasurer, commitmentIds, round } = this.scene;
      const amountPence = 100 + Math.floor(Math.random() * 900);
      const commitmentId = commitmentIds[Math.floor(Math.random() * commitmentIds.length)];
      const asked = await this.untilClear({
        endpoint: requestPayment,
        as: worker,
        params: { place: round.place },
        body: { formId: randomUUID(), commitmentId, amountPence, purpose: 'Cooking for the opening' },
      });
      if (!asked) return;
      const params = { place: round.place, payment: String(asked.number) };
      if (!(await this.untilClear({ endpoint: approvePayment, as: chair, params, body: { formId: randomUUID() } }))) return;
      const body = { formId: randomUUID(), sentOn: '2026-01-02' };
      if (!(await this.untilClear({ endpoint: sendPayment, as: treasurer, params, body }))) return;
      this.payments.push({ number: Number(asked.number), amountPence });
    } finally {
      this.paying -= 1;
    }
  }

  /** Sends a form until its outcome is known. Null when it was refused, which is a surprise here. */
  private async untilClear(form: Form): Promise<Readonly<Record<string, unknown>> | null> {
    let attempt = form;
    for (;;) {
      const answer = await this.send(attempt);
      if (answer?.status === 200) {
        if (form.endpoint === castBallot) this.votes.push(performance.now());
        if (Math.random() < 0.05) await this.sendAgain(attempt, answer.body);
        return answer.body;
      }
      if (answer && answer.status !== 503) {
        this.surprises.push(`${form.endpoint.path}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`);
        if (answer.status < 500) return null;
      }
      this.unclear += 1;
      if (!this.habits.keepsKey) attempt = { ...form, body: { ...form.body, formId: randomUUID() } };
      await wait(200 + Math.random() * 200);
    }
  }

  /** A double click: the same form once more has the same answer. */
  private async sendAgain(form: Form, first: unknown): Promise<void> {
    for (;;) {
      const again = await this.send(form);
      if (again?.status === 200) {
        this.repeated += 1;
        if (JSON.stringify(again.body) !== JSON.stringify(first))
          this.surprises.push(`${form.endpoint.path}: another answer to the same form`);
        return;
      }
      if (again && again.status !== 503) {
        this.surprises.push(`${form.endpoint.path}: ${again.status} to a form that was acknowledged`);
        return;
      }
      await wait(200 + Math.random() * 200);
    }
  }

  /** One request. Null when nothing clear came back. */
  private send({ endpoint, as, params, body }: Form): Promise<{ status: number; body: Record<string, unknown> } | null> {
    return new Promise((resolve) => {
      const text = JSON.stringify(body);
      const headers = {
        cookie: as.cookie,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        'sec-fetch-site': 'same-origin',
      };
      const asking = request(`${this.address}${addressOf(endpoint, params)}`, { method: 'POST', agent: this.agent, headers }, (reply) => {
        let said = '';
        reply.setEncoding('utf8');
        reply.on('data', (part: string) => {
          said += part;
        });
        reply.on('end', () => resolve(readAnswer(reply.statusCode ?? 0, said)));
        reply.on('error', () => resolve(null));
        reply.on('aborted', () => resolve(null));
      });
      asking.setTimeout(patienceMs, () => asking.destroy());
      asking.on('error', () => resolve(null));
      asking.on('close', () => resolve(null));
      asking.end(text);
      if (Math.random() < this.habits.hangUp) setTimeout(() => asking.destroy(), Math.random() * 30);
    });
  }
}

function readAnswer(status: number, said: string): { status: number; body: Record<string, unknown> } | null {
  try {
    return { status, body: JSON.parse(said) as Record<string, unknown> };
  } catch {
    return status === 200 ? null : { status, body: { said } };
  }
}

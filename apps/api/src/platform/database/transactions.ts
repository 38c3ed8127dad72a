import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { NeighbourhoodId } from '@pursestrings/basics/ids';
import { type AnyProblem, ok, problem, type Refused, type Result } from '@pursestrings/basics/result';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { Actor } from '../http/actor.ts';
import { currentForm, type FormOfRequest } from '../http/form-of-request.ts';

/** One transaction, about one neighbourhood, for one actor. Everything that a change reads and writes goes through it. */
export class Tx {
  constructor(
    readonly actor: Actor,
    readonly manager: EntityManager,
  ) {}

  /** Rows of one SQL statement, in the order that the statement gives. */
  async query<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const answer: unknown = await this.manager.query(sql, [...parameters]);
    // For UPDATE and DELETE the driver's wrapper answers [rows, count].
    if (Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number')
      return answer[0] as Row[];
    return answer as Row[];
  }

  /** The one row of a statement, or null for none. */
  async one<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row | null> {
    const rows = await this.query<Row>(sql, parameters);
    return rows[0] ?? null;
  }

  /** Locks the row with this id in the actor's neighbourhood until the end, and returns it; null when there is none. */
  async lock<Thing extends ObjectLiteral>(entity: EntityTarget<Thing>, id: string): Promise<Thing | null> {
    return await this.manager
      .getRepository(entity)
      .createQueryBuilder('thing')
      .setLock('pessimistic_write')
      .where('thing.neighbourhoodId = :neighbourhoodId AND thing.id = :id', { neighbourhoodId: this.actor.neighbourhoodId, id })
      .getOne();
  }

  /**
   * Does `work` in a neighbourhood that the request itself did not name: a letter that joins one, the set-up of a new one.
   * What follows is about the actor's own neighbourhood again.
   */
  async inPlace<T>(neighbourhoodId: NeighbourhoodId, work: (tx: Tx) => Promise<T>): Promise<T> {
    const before = await this.one<{ place: string }>(`SELECT coalesce(current_setting('app.neighbourhood', true), '') AS place`);
    await this.query(`SELECT set_config('app.neighbourhood', $1, true)`, [neighbourhoodId]);
    const answer = await work(new Tx({ ...this.actor, neighbourhoodId }, this.manager));
    await this.query(`SELECT set_config('app.neighbourhood', $1, true)`, [before?.place ?? '']);
    return answer;
  }

  /** Writes an entity: a new row, or the changed columns of a known one. */
  async save<Thing extends ObjectLiteral>(entity: EntityTarget<Thing>, thing: Thing): Promise<Thing> {
    return await this.manager.getRepository(entity).save(thing);
  }
}

export type FormProblem = { readonly code: 'form-already-used' };

const running = new AsyncLocalStorage<Tx>();

/** Signals a refusal through the driver's transaction, so that all it wrote is undone. Never leaves this file. */
class Undo extends Error {
  constructor(readonly refusal: Refused<AnyProblem>) {
    super('undone');
  }
}

/**
 * The only way into the database. Sets the neighbourhood and the actor for the transaction alone (`SET LOCAL`), so that
 * row-level security shows nothing else; a pooled connection carries nothing over to the next person.
 */
@Injectable()
export class Transactions {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /**
   * Runs a change. What it wrote is saved when it answers `ok`, and undone when it refuses or throws.
   * When the request carries a form's id, a repetition of the same form gets the first answer again, and another form
   * under the same id is refused with `form-already-used`.
   */
  async run<Answer extends Result<unknown>>(actor: Actor, change: (tx: Tx) => Promise<Answer>): Promise<Answer | Refused<FormProblem>> {
    if (running.getStore()) throw new Error('A transaction is running already: pass its tx on instead.');
    const form = currentForm();
    try {
      return await this.open(actor, 'READ WRITE', async (tx) => {
        if (!form || form.claimed) return orUndo(await change(tx));
        form.claimed = true;
        const earlier = await claimForm(tx, form);
        if (earlier !== null) return earlier as Answer | Refused<FormProblem>;
        const answer = orUndo(await change(tx));
        await keepAnswer(tx, form, answer);
        return answer;
      });
    } catch (fault) {
      if (fault instanceof Undo) return fault.refusal as Answer;
      throw fault;
    }
  }

  /** Runs statements that only read, all at one moment. */
  async read<T>(actor: Actor, look: (tx: Tx) => Promise<T>): Promise<T> {
    const current = running.getStore();
    if (current) return await look(current);
    return await this.open(actor, 'READ ONLY', look);
  }

  private async open<T>(actor: Actor, mode: 'READ WRITE' | 'READ ONLY', work: (tx: Tx) => Promise<T>): Promise<T> {
    return await this.source.transaction(async (manager) => {
      await manager.query(
        `SELECT set_config('app.neighbourhood', $1, true), set_config('app.account', $2, true), set_config('app.person', $3, true), set_config('transaction_read_only', $4, true)`,
        [actor.neighbourhoodId ?? '', actor.accountId ?? '', actor.personId ?? '', mode === 'READ ONLY' ? 'on' : 'off'],
      );
      const tx = new Tx(actor, manager);
      return await running.run(tx, () => work(tx));
    });
  }
}

function orUndo<Answer extends Result<unknown>>(answer: Answer): Answer {
  if (!answer.ok) throw new Undo(answer);
  return answer;
}

/** The neighbourhood under which forms of no neighbourhood are kept. */
const nowhere = '00000000-0000-0000-0000-000000000000';

/** Claims a form's id; waits while another request with it is running. Null when this is the first, else the answer to give. */
async function claimForm(tx: Tx, form: FormOfRequest): Promise<Result<unknown, FormProblem> | null> {
  const place = tx.actor.neighbourhoodId ?? nowhere;
  if (tx.actor.neighbourhoodId === null) await tx.query(`SELECT set_config('app.neighbourhood', $1, true)`, [nowhere]);
  const hash = createHash('sha256').update(`${form.route}\n${form.bodyText}`).digest();
  const actor = tx.actor.accountId ?? 'nobody';
  const claimed = await tx.query(
    `INSERT INTO request_once (neighbourhood_id, key, actor, request_hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING key`,
    [place, form.id, actor, hash],
  );
  if (claimed.length === 1) return null;
  const known = await tx.one<{ actor: string; request_hash: Buffer; body: string | null }>(
    `SELECT actor, request_hash, body FROM request_once WHERE neighbourhood_id = $1 AND key = $2`,
    [place, form.id],
  );
  if (!known || known.actor !== actor || !known.request_hash.equals(hash)) return orUndo(problem({ code: 'form-already-used' as const }));
  return ok((JSON.parse(known.body === null ? '{}' : form.answers.open(known.body)) as { value?: unknown }).value);
}

async function keepAnswer(tx: Tx, form: FormOfRequest, answer: Result<unknown>): Promise<void> {
  await tx.query(`UPDATE request_once SET status = 200, body = $3 WHERE neighbourhood_id = $1 AND key = $2`, [
    tx.actor.neighbourhoodId ?? nowhere,
    form.id,
    JSON.stringify(form.answers.seal(JSON.stringify({ value: answer.ok ? answer.value : undefined }))),
  ]);
}

import { createHash, randomUUID } from 'node:crypto';
import { newId } from '@pursestrings/basics/ids';
import { systemClock } from '@pursestrings/basics/time';
import { addressOf, type Endpoint } from '@pursestrings/contracts/endpoint';
import pg from 'pg';
import type { Installation } from '../../apps/api/test/killer/installation.ts';
import { type RunAsAdmin, type TestPerson, type TestPlace, writePerson, writePlace } from '../../apps/api/test/make/rows.ts';
import type { Question, TestAnswer, WorldFromOutside } from '../../apps/api/test/make/world.ts';

/** A served installation to arrange things in, over HTTP and as superuser. */
export interface OutsideWorld extends WorldFromOutside {
  readonly admin: RunAsAdmin;
  makePlace(slug: string): Promise<TestPlace>;
  makePerson(place: TestPlace, roles: Parameters<typeof writePerson>[1]['roles']): Promise<TestPerson>;
  stop(): Promise<void>;
}

export function openWorld(installation: Installation): OutsideWorld {
  const adminUrl = installation.adminUrl('pursestrings');
  const pool = new pg.Pool({ connectionString: adminUrl, max: 2 });
  pool.on('error', () => undefined);
  const admin = async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
    (await pool.query(sql, [...parameters])).rows as Row[];
  return {
    admin,
    db: { adminUrl, ...installation.urls, drop: async () => undefined },
    clock: { now: () => systemClock.now(), set: () => undefined },
    ask: (endpoint, question) => ask(installation.address, endpoint, question),
    makePlace: (slug) => writePlace(admin, slug),
    makePerson: (place, roles) => writePerson(admin, { place, roles, name: 'Somebody O’Test' }),
    stop: () => pool.end(),
  };
}

async function ask(address: string, endpoint: Endpoint, question: Question = {}): Promise<TestAnswer> {
  const changes = endpoint.method === 'POST';
  const params = { ...(question.as ? { place: question.as.place.slug } : {}), ...question.params };
  const response = await fetch(`${address}${addressOf(endpoint, params, question.query)}`, {
    method: endpoint.method,
    headers: {
      ...(question.as ? { cookie: question.as.cookie } : {}),
      ...(changes ? { origin: address, 'content-type': 'application/json' } : {}),
      ...question.headers,
    },
    ...(changes ? { body: JSON.stringify({ formId: randomUUID(), ...question.body }) } : {}),
  });
  return { status: response.status, body: await response.json(), headers: Object.fromEntries(response.headers) };
}

/** Many residents at once, checked and signed in; their cookies. */
export async function makeResidents(
  world: OutsideWorld,
  place: TestPlace,
  count: number,
): Promise<readonly { id: string; cookie: string }[]> {
  const people = Array.from({ length: count }, (_, at) => {
    const token = createHash('sha256').update(`${place.id} ${at}`).digest('base64url');
    return { id: newId<'person'>(), account: newId<'account'>(), token, hash: createHash('sha256').update(token).digest() };
  });
  const [ids, accounts, hashes] = [people.map(({ id }) => id), people.map(({ account }) => account), people.map(({ hash }) => hash)];
  await world.admin(`INSERT INTO account (id, email) SELECT a, a || '@example.org' FROM unnest($1::uuid[]) a`, [accounts]);
  await world.admin(
    `INSERT INTO person (neighbourhood_id, id, account_id, name) SELECT $1, p, a, 'Somebody' FROM unnest($2::uuid[], $3::uuid[]) AS x (p, a)`,
    [place.id, ids, accounts],
  );
  await world.admin(
    `INSERT INTO residency_check (neighbourhood_id, id, person_id, way) SELECT $1, gen_random_uuid(), p, 'declared_with_postcode' FROM unnest($2::uuid[]) p`,
    [place.id, ids],
  );
  await world.admin(
    `INSERT INTO session (id, token_hash, account_id, csrf_token, second_factor_at, expires_at)
     SELECT gen_random_uuid(), h, a, encode(h, 'hex'), now(), now() + interval '1 day' FROM unnest($1::bytea[], $2::uuid[]) AS x (h, a)`,
    [hashes, accounts],
  );
  return people.map(({ id, token }) => ({ id, cookie: `purse=${token}` }));
}

import { ModulesContainer } from '@nestjs/core';
import { addressOf, type Endpoint } from '@pursestrings/contracts/endpoint';
import * as z from 'zod';
import { ENDPOINT } from '../../src/platform/http/endpoint.ts';
import type { TestAnswer, TestPerson, World } from '../make/world.ts';

/** 'POST /places/:place/roles': how the matrix names a route. */
export function nameOf(definition: Endpoint): string {
  return `${definition.method} ${definition.path}`;
}

/** Every endpoint that some controller of the running program serves, and the methods of controllers that serve none. */
export function everyRoute(world: World): { routes: Map<string, Endpoint>; bare: string[] } {
  const routes = new Map<string, Endpoint>();
  const bare: string[] = [];
  for (const module of world.app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(metatype.prototype))) {
        if (name === 'constructor' || typeof property.value !== 'function') continue;
        const definition = Reflect.getMetadata(ENDPOINT, property.value) as Endpoint | undefined;
        const isRoute = Reflect.hasMetadata('path', property.value);
        if (definition) routes.set(nameOf(definition), definition);
        else if (isRoute) bare.push(`${metatype.name}.${name}`);
      }
    }
  }
  return { routes, bare };
}

/** The names of a route's parameters, but for the place and the programme, which every route of theirs has. */
export function paramsOf(definition: Endpoint): string[] {
  return [...definition.path.matchAll(/:([a-zA-Z]+)/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => name !== 'place' && name !== 'programme');
}

/** A request as it comes, without what `world.ask` adds: the body is sent as it is. */
export interface Knock {
  readonly as?: TestPerson | undefined;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>> | undefined;
  /** Instead of those of one of our own forms. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: 'GET' | 'POST';
}

/** Asks the program, by injection. */
export async function knock(
  world: Pick<World, 'app'>,
  definition: Endpoint,
  { as, params, body, headers, method = definition.method }: Knock,
): Promise<TestAnswer> {
  const response = await world.app.inject({
    method,
    url: addressOf(definition, params),
    headers: { ...(as ? { cookie: as.cookie } : {}), ...(headers ?? (method === 'POST' ? { 'sec-fetch-site': 'same-origin' } : {})) },
    ...(method === 'POST' ? { payload: body ?? {} } : {}),
  });
  const isJson = String(response.headers['content-type'] ?? '').includes('json');
  return { status: response.statusCode, body: isJson ? response.json() : response.body, headers: response.headers };
}

/** A value that fits the schema of a route's parameters and belongs to nothing. */
export function missingParams(definition: Endpoint, place: string): Record<string, string> {
  const named: Record<string, string> = { place, programme: place };
  for (const name of paramsOf(definition)) {
    const tries = [
      crypto.randomUUID(),
      `missing-${name.toLowerCase()}-abcdef`,
      '999999',
      'a'.repeat(32),
      'A'.repeat(43),
      'AAAA-BBBB-CCCC-DDDD',
    ];
    named[name] = tries.find((value) => fits(definition, name, value)) ?? tries[0] ?? '';
  }
  return Object.fromEntries(Object.entries(named).filter(([name]) => definition.path.includes(`:${name}`)));
}

function fits(definition: Endpoint, name: string, value: string): boolean {
  const parsed = definition.params?.safeParse({ [name]: value });
  return parsed === undefined || parsed.success || !parsed.error.issues.some((issue) => issue.path[0] === name);
}

interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
}

/** A body that a route's schema takes, made up from the schema; null where no simple one does. */
export function madeUpBody(definition: Endpoint): Record<string, unknown> | null {
  if (!definition.body) return {};
  const shape = z.toJSONSchema(definition.body, { io: 'input', unrepresentable: 'any' }) as Shape;
  const body = valueFor(shape) as Record<string, unknown>;
  return definition.body.safeParse(body).success ? body : null;
}

function valueFor(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.anyOf?.[0]) return valueFor(shape.anyOf[0]);
  if (shape.type === 'object')
    return Object.fromEntries((shape.required ?? []).map((name) => [name, valueFor(shape.properties?.[name] ?? {})]));
  if (shape.type === 'array') return [valueFor(shape.items ?? {})];
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(shape.minimum ?? 1, 1);
  if (shape.type === 'boolean') return true;
  if (shape.format === 'uuid') return crypto.randomUUID();
  if (shape.format === 'date') return '2026-12-04';
  if (shape.format === 'email') return 'somebody@example.org';
  return 'some words'.padEnd(shape.minLength ?? 0, ' of them');
}

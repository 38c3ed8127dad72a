import { type Pence, pence, penceFromDatabase } from '@pursestrings/basics/money';
import { Temporal } from '@pursestrings/basics/time';
import pg from 'pg';

const timestamptz = 1184;
const date = 1082;
const bigint = 20;

/**
 * How the driver gives values of our own connections: an instant as ISO text in UTC ('2026-12-11T17:00:00Z'), a day as
 * '2026-12-11', a `bigint` as a number once it has been checked to be exact. Set per connection: libraries keep theirs.
 */
export const columnTypes = {
  getTypeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (format === 'binary') return pg.types.getTypeParser(type, 'binary') as (value: string) => unknown;
    if (type === timestamptz) return (value) => Temporal.Instant.from(value.replace(' ', 'T')).toString();
    if (type === date) return (value) => value;
    if (type === bigint) return (value) => penceFromDatabase(value);
    return pg.types.getTypeParser(type, 'text') as (value: string) => unknown;
  },
};

/** For a `timestamptz` column of an entity: a `Temporal.Instant`, or null. */
export const instantColumn = {
  from: (value: Date | null): Temporal.Instant | null => (value === null ? null : Temporal.Instant.fromEpochMilliseconds(value.getTime())),
  to: (value: Temporal.Instant | null | undefined): string | null | undefined => (value ? value.toString() : value),
};

/** For a `bigint` column of pence of an entity, or null. */
export const penceColumn = {
  from: (value: number | string | null): Pence | null => (value === null ? null : pence(Number(value))),
  to: (value: Pence | null | undefined): number | null | undefined => value,
};

import { penceFromPounds } from '@pursestrings/basics/money';

/** As much of a zod schema as reading a form needs. */
export interface SchemaShape {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly innerType?: SchemaShape;
      readonly shape?: Readonly<Record<string, SchemaShape>>;
      readonly in?: SchemaShape;
    };
  };
}

interface Plain {
  readonly type: string;
  readonly schema: SchemaShape;
  readonly optional: boolean;
  readonly nullable: boolean;
}

/**
 * A form's text as the input that an object schema expects.
 *
 * - `…Pence`: pounds as people write them ('£1,240.50') become whole pence.
 * - a name of which `<name>-day`, `-month` and `-year` came: an ISO day.
 * - numbers: digits become a number. Booleans: any value is true, none is false. Arrays: all values of that name.
 * - objects: names with a dot, as in `contact.phone`.
 * - optional or nullable and left empty: left out, or null.
 *
 * What cannot be read so stays as it was typed, and the schema then refuses it.
 */
export function inputFromForm(form: FormData, schema: SchemaShape, prefix = ''): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(schema._zod.def.shape ?? {})) {
    const value = readValue(form, `${prefix}${key}`, plainOf(field));
    if (value !== undefined) input[key] = value;
  }
  return input;
}

function readValue(form: FormData, name: string, field: Plain): unknown {
  if (field.type === 'object') return inputFromForm(form, field.schema, `${name}.`);
  if (field.type === 'boolean') return form.has(name);
  if (field.type === 'array') return form.getAll(name).filter((value) => typeof value === 'string' && value !== '');
  const text = textOf(form, name);
  if (text === undefined) return field.nullable && !field.optional ? null : undefined;
  if (text === '' && field.optional) return undefined;
  if (text === '' && field.nullable) return null;
  if (name.endsWith('Pence')) return penceFromPounds(text) ?? text;
  if (field.type === 'number' || field.type === 'int') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  return text;
}

function textOf(form: FormData, name: string): string | undefined {
  if (form.has(`${name}-day`)) return isoDay(form, name);
  const value = form.get(name);
  // Browsers send each line break as two characters; kept so, a text would be longer than its writer was told.
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : undefined;
}

/** '2027-03-27' from the three boxes; '' when all are empty; otherwise something that is no day, for the schema to refuse. */
function isoDay(form: FormData, name: string): string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => String(form.get(`${name}-${part}`) ?? '').trim()) as [
    string,
    string,
    string,
  ];
  if (day === '' && month === '' && year === '') return '';
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return 'not-a-day';
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function plainOf(schema: SchemaShape): Plain {
  let inner = schema;
  let optional = false;
  let nullable = false;
  for (;;) {
    const { type, innerType, in: input } = inner._zod.def;
    if (type === 'optional' || type === 'default' || type === 'prefault') optional = true;
    if (type === 'nullable') nullable = true;
    const next = innerType ?? (type === 'pipe' ? input : undefined);
    if (next === undefined) return { type, schema: inner, optional, nullable };
    inner = next;
  }
}

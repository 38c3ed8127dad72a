import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { syntheticPlace } from './fixtures/synthetic-place.ts';
import { grantsJson } from './grants-360.ts';

const shared = process.env.PURSESTRINGS_SHARED ?? join(import.meta.dirname, '../../../../shared');
const folder = join(shared, 'data/360giving');
const there = existsSync(folder);
const testWithSchema = there ? test : test.skip;
if (!there) process.stdout.write(`360Giving's schema is not at ${folder}: tests against it are skipped.\n`);

/** 360Giving's own schema, patched for JSON Schema 2020-12: https in $schema, the package's reference to 1.4.2 led to 1.4.3, code lists closed. */
function officialSchema(): ValidateFunction {
  const read = (name: string) =>
    JSON.parse(
      readFileSync(join(folder, name), 'utf8')
        .replaceAll('http://json-schema.org', 'https://json-schema.org')
        .replaceAll('/1.4.2/', '/1.4.3/'),
    );
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  // The published build of the plugin says 'default' twice under Node.
  const add = (addFormats as unknown as { default?: typeof addFormats.default }).default ?? addFormats;
  (add as unknown as (to: Ajv2020) => void)(ajv);
  ajv.addSchema(read('360-giving-schema.json'));
  return ajv.compile(read('360-giving-package-schema.json'));
}

function codes(list: string): readonly string[] {
  const rows = readFileSync(join(folder, 'codelists', `${list}.csv`), 'utf8')
    .split('\n')
    .slice(1);
  return rows.map((row) => row.split(',')[0] ?? '');
}

const { place, grants, about } = syntheticPlace();
const text = grantsJson(place, grants, about) ?? '';
const written = JSON.parse(text);

testWithSchema('is valid against the official schema', () => {
  const validate = officialSchema();
  validate(written);
  expect(validate.errors ?? []).toEqual([]);
});

testWithSchema('the check can fail: a grant without its funder, or with a day in the UK form, is refused', () => {
  const validate = officialSchema();
  const broken = structuredClone(written);
  delete broken.grants[0].fundingOrganization;
  expect(validate(broken)).toBe(false);
  const misdated = structuredClone(written);
  misdated.grants[0].awardDate = '20/01/2026';
  expect(validate(misdated)).toBe(false);
});

testWithSchema('uses codes from the official lists', () => {
  for (const grant of written.grants) {
    expect(codes('locationScope')).toContain(grant.locationScope);
    if (grant.regrantType) expect(codes('regrantType')).toContain(grant.regrantType);
    if (grant.toIndividualsDetails) {
      expect(codes('grantToIndividualsReason')).toContain(grant.toIndividualsDetails.primaryGrantReason);
      expect(codes('grantToIndividualsPurpose')).toContain(grant.toIndividualsDetails.grantPurpose[0]);
    }
  }
});

test('sums come out in pounds, money back counted, a payment not yet matched left out', () => {
  expect(written.version).toBe('1.4');
  expect(written.grants[0]).toMatchObject({ currency: 'GBP', amountAwarded: 9600, amountDisbursed: 8680 });
  expect(written.grants[1].disbursementTransaction.map((paid: { value: number }) => paid.value)).toEqual([1575.01]);
});

test('P2: a person has no name and no id that joins two grants', () => {
  const people = written.grants.flatMap((grant: { id: string; recipientIndividual?: object }) =>
    grant.recipientIndividual ? [[grant.id, grant.recipientIndividual]] : [],
  );
  expect(people).toEqual([[people[0][0], { id: `${people[0][0]}-person`, name: 'An individual' }]]);
});

test('no grants, no file: the standard has no empty package', () => {
  expect(grantsJson(place, [], about)).toBeNull();
});

import { join } from 'node:path';
import { messageTexts } from '@pursestrings/tooling/message-texts';
import { type SourceFile, sourceFiles } from '@pursestrings/tooling/source-files';
import { neverAboutVoting } from './avoid-list.ts';
import { checkMessages } from './check-messages.ts';
import type { OfficialRules } from './official-words.ts';

const root = join(import.meta.dirname, '../../..');

/** Pages' catalogues, and what letters say. */
const isCatalogue = (path: string) =>
  !/\.test\.ts$/.test(path) &&
  (/^apps\/web\/app\/.*\.messages\.ts$/.test(path) || /^apps\/api\/src\/.*(-words|letters?|letter-[a-z]+)\.ts$/.test(path));

const catalogues = sourceFiles(root, ['.ts']).filter((file) => isCatalogue(file.path));

/** The page of words explains those that we avoid; a page about voting may promise nothing that is not so. */
function rulesFor(path: string): OfficialRules {
  if (/features\/about\/words\.messages/.test(path)) return { allowed: ['stakeholder', 'ring fencing', 'ring-fence', 'allocate'] };
  return /vot|ballot|round/.test(path) ? { alsoAvoid: neverAboutVoting } : {};
}

const breachesIn = (file: SourceFile) => checkMessages(messageTexts(file), rulesFor(file.path));

test('there are catalogues to read', () => {
  expect(catalogues.length).toBeGreaterThan(3);
});

test.each(catalogues.map((file) => [file.path, file] as const))('%s is in plain words', (_path, file) => {
  expect(breachesIn(file)).toEqual([]);
});

const long = `One ${'more '.repeat(25)}word.`;

test.each([
  ['a long sentence', 'apps/web/app/features/a/a.messages.ts', `export const a = { en: { title: '${long}' } };`, /:1 .*27 words/],
  [
    'a long sentence with something put in',
    'apps/api/src/modules/a/a-letters.ts',
    `const a = (name: string) => \`\${name} ${long}\`;`,
    /28 words/,
  ],
  [
    'a wall of a paragraph',
    'apps/web/app/features/a/a.messages.ts',
    `const a = 'One is. Two is. Three is. Four is. Five is. Six is.';`,
    /6 sentences/,
  ],
  [
    'a word to avoid',
    'apps/web/app/features/a/a.messages.ts',
    "const a = {\n  b: 'We utilise this.',\n};",
    /:2 ‘utilise’: You could say ‘use’/,
  ],
  ['a label', 'apps/web/app/features/a/a.messages.ts', "const a = 'Stakeholders';", /Stakeholders/],
  ['a promise that cannot be kept', 'apps/web/app/features/voting/voting.messages.ts', "const a = 'Your vote is anonymous.';", /anonymous/],
])('%s is caught', (_what, path, text, shows) => {
  expect(breachesIn({ path, text }).join('\n')).toMatch(shows);
});

test('keys, types, imports and SQL are not taken for words', () => {
  const text = `import a from 'Utilise this';\ntype A = 'Utilise this';\nconst b = { 'utilise-this': 1 };\nconst c = \`SELECT utilise FROM a\`;`;
  expect(breachesIn({ path: 'apps/api/src/modules/a/a-words.ts', text })).toEqual([]);
});

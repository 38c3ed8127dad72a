/**
 * Who may import whom (docs/architecture.md). Each rule is broken on purpose by `packages/tooling/src/boundaries.test.ts`.
 *
 * Tests stand beside the code and may import anything, except across the two applications.
 */

const tests = '(\\.test\\.tsx?$|/test/|/fixtures?/|^e2e/|^bench/)';
const ours = '^(packages|apps|e2e|bench|scripts|infra)/';
const anyNpm = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

/** The features of the API, by the contexts that own the data. */
export const contexts = {
  people: ['people', 'neighbourhoods'],
  participation: ['following', 'proposals', 'discussion', 'conversations', 'rounds', 'ballots', 'counts'],
  governance: ['partnership', 'plan', 'meetings', 'decisions', 'liaison'],
  money: ['programmes', 'ledger', 'payments', 'reconciliation', 'projects'],
  publication: ['publication', 'home', 'notices', 'moderation', 'data-rights'],
};

/** A path of one of these features, as a regular expression. */
function features(...names) {
  return `^apps/api/src/modules/(${names.flatMap((name) => contexts[name]).join('|')})/`;
}

/** Refuses what a workspace imports of ours beyond itself and `allowed`. */
function onlyOurs(workspace, allowed) {
  const self = `^${workspace}/`;
  return {
    name: `${workspace.replace('/', '-')}-imports-only-its-own`,
    comment: `${workspace} may import of ours only: ${allowed.join(', ') || 'nothing'}.`,
    severity: 'error',
    from: { path: self, pathNot: tests },
    to: { path: ours, pathNot: [self, ...allowed.map((name) => `^packages/${name}/`)] },
  };
}

/** Refuses packages from outside other than `allowed`. */
function onlyNpm(workspace, allowed) {
  return {
    name: `${workspace.replace('/', '-')}-npm`,
    comment: `${workspace} may import from npm only: ${allowed.join(', ') || 'nothing'}.`,
    severity: 'error',
    from: { path: `^${workspace}/`, pathNot: tests },
    to: { path: 'node_modules/', pathNot: allowed.map((name) => `node_modules/(@types/)?${name}(/|$)`), dependencyTypes: anyNpm },
  };
}

const forbidden = [
  onlyOurs('packages/basics', []),
  onlyOurs('packages/contracts', ['basics']),
  onlyNpm('packages/contracts', ['zod']),
  onlyOurs('packages/voting-rules', ['basics']),
  onlyNpm('packages/voting-rules', []),
  {
    name: 'voting-rules-no-node',
    comment: 'Counting runs in a browser and in a worker: nothing of Node, directly or through basics.',
    severity: 'error',
    from: { path: '^packages/voting-rules/', pathNot: tests },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'voting-rules-browser-basics',
    comment: 'basics/ids needs Node and basics/time a polyfill; counting needs neither an id nor a clock.',
    severity: 'error',
    from: { path: '^packages/voting-rules/', pathNot: tests },
    to: { path: '^packages/basics/src/(ids|time)\\.ts$' },
  },
  onlyOurs('packages/plain-language', ['basics']),
  onlyOurs('packages/open-data', ['basics', 'contracts', 'voting-rules']),
  onlyOurs('packages/verify', ['voting-rules']),
  onlyNpm('packages/verify', []),
  onlyOurs('packages/ui', ['basics']),
  onlyNpm('packages/ui', ['react', 'react-dom']),
  onlyOurs('apps/api', ['basics', 'contracts', 'voting-rules', 'plain-language', 'open-data']),
  onlyOurs('apps/web', ['basics', 'contracts', 'voting-rules', 'plain-language', 'open-data', 'verify', 'ui']),
  {
    name: 'packages-not-apps',
    comment: 'A package knows no application, tests included.',
    severity: 'error',
    from: { path: '^packages/' },
    to: { path: '^apps/' },
  },
  {
    name: 'web-and-api-apart',
    comment: 'The two meet only in contracts. mount-web.ts imports the built handler from a configured path, which is no import here.',
    severity: 'error',
    from: { path: '^apps/(web|api)/' },
    to: { path: '^apps/(web|api)/', pathNot: '^apps/$1/' },
  },
  {
    name: 'product-not-tests',
    comment: 'What is shipped imports no test and no test helper.',
    severity: 'error',
    from: { path: '^(apps|packages)/', pathNot: [tests, '^packages/tooling/'] },
    to: { path: ['\\.test\\.tsx?$', '/fixtures?/', '^apps/api/test/', '^(e2e|bench)/', '^packages/tooling/'] },
  },
  {
    name: 'platform-knows-no-module',
    comment: 'The platform knows no feature.',
    severity: 'error',
    from: { path: '^apps/api/src/platform/', pathNot: tests },
    to: { path: '^apps/api/src/modules/' },
  },
  {
    name: 'module-by-its-door',
    comment: 'Another feature is reached only through its index.ts.',
    severity: 'error',
    from: { path: '^apps/api/src/modules/([^/]+)/', pathNot: tests },
    to: { path: '^apps/api/src/modules/', pathNot: ['^apps/api/src/modules/$1/', '^apps/api/src/modules/[^/]+/index\\.ts$'] },
  },
  {
    name: 'people-call-nobody',
    comment: 'People and place calls no other context.',
    severity: 'error',
    from: { path: features('people'), pathNot: tests },
    to: { path: features('participation', 'governance', 'money', 'publication') },
  },
  {
    name: 'participation-calls-people',
    comment: 'Participation calls People and place only; it never touches money or decisions.',
    severity: 'error',
    from: { path: features('participation'), pathNot: tests },
    to: { path: features('governance', 'money', 'publication') },
  },
  {
    name: 'governance-reads-results',
    comment: 'Governance reads results (rounds, counts) and asks Money; nothing else of Participation, and never Publication.',
    severity: 'error',
    from: { path: features('governance'), pathNot: tests },
    to: { path: '^apps/api/src/modules/(proposals|discussion|conversations|ballots|publication|home|notices|moderation|data-rights)/' },
  },
  {
    name: 'money-calls-people',
    comment: 'Money takes commands; it calls People and place only.',
    severity: 'error',
    from: { path: features('money'), pathNot: tests },
    to: { path: features('participation', 'governance', 'publication') },
  },
  {
    name: 'ballots-not-people',
    comment: 'No code that knows ballots knows people, or the other way round (V2).',
    severity: 'error',
    from: { path: '^apps/api/src/modules/ballots/', pathNot: tests },
    to: { path: '^apps/api/src/modules/people/' },
  },
  {
    name: 'rules-are-pure',
    comment: 'A *.rules.ts file decides from what it is given: basics, contracts, and rules and problems of its own feature.',
    severity: 'error',
    from: { path: '^(apps/[^/]+/.*/)[^/]+\\.rules\\.ts$', pathNot: tests },
    to: { pathNot: ['^packages/(basics|contracts)/', '^$1[^/]+\\.(rules|problems)\\.ts$'] },
  },
  {
    name: 'controllers-stay-thin',
    comment: 'A controller knows its actions and reads, not TypeORM and no entity.',
    severity: 'error',
    from: { path: '\\.controller\\.ts$', pathNot: tests },
    to: { path: ['node_modules/(typeorm|@nestjs/typeorm|pg)/', '\\.entity\\.ts$'] },
  },
  {
    name: 'web-features-apart',
    comment: 'A feature of the web uses shared web code, never another feature.',
    severity: 'error',
    from: { path: '^apps/web/app/features/([^/]+)/', pathNot: tests },
    to: { path: '^apps/web/app/features/', pathNot: '^apps/web/app/features/$1/' },
  },
  {
    name: 'imports-resolve',
    comment: 'An import that cannot be found would slip past every rule above.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: ['\\+types/', '^virtual:'] },
  },
];

export default {
  forbidden,
  options: {
    parser: 'swc',
    moduleSystems: ['es6'],
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules/' },
    exclude: { path: '(^|/)(dist|build|\\.react-router|\\.data|\\.turbo)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};

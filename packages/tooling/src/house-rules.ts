import { nodesOf, type SourceFile, type SyntaxNode, type Visited } from './source-files.ts';

/** A place where the house rules are not kept. `line` counts from 1. */
export interface Breach {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

/** One rule that the linter cannot say. `applies` tells which files it holds for. */
export interface HouseRule {
  readonly name: string;
  readonly applies: (path: string) => boolean;
  readonly check: (file: SourceFile) => readonly Breach[];
}

const longest = 300;
const code = /\.(ts|tsx|mjs)$/;
const isTest = (path: string) => /\.test\.tsx?$|\.spec\.ts$|(^|\/)(test|fixtures)\/|^e2e\/|^packages\/tooling\//.test(path);
const isWorkbench = (path: string) => /^(scripts|infra|bench)\/|\/scripts\/|\.config\.(ts|mjs)$/.test(path);
const isProduct = (path: string) => code.test(path) && !isTest(path) && !isWorkbench(path);

/** A rule over single syntax nodes: `find` says what is wrong with a node, or null. */
function nodeRule(name: string, applies: HouseRule['applies'], find: (visited: Visited) => string | null): HouseRule {
  return {
    name,
    applies,
    check: (file) => {
      const breaches: Breach[] = [];
      for (const visited of nodesOf(file)) {
        const what = find(visited);
        if (what !== null) breaches.push({ path: file.path, line: visited.line, what });
      }
      return breaches;
    },
  };
}

/** A rule over single lines of text. */
function lineRule(name: string, applies: HouseRule['applies'], find: (line: string) => string | null): HouseRule {
  const check = (file: SourceFile) =>
    file.text.split('\n').flatMap((text, index) => {
      const what = find(text);
      return what === null ? [] : [{ path: file.path, line: index + 1, what }];
    });
  return { name, applies, check };
}

const shortFiles: HouseRule = {
  name: 'short-files',
  applies: (path) => code.test(path),
  check: ({ path, text }) => {
    const lines = text.replace(/\n$/, '').split('\n').length;
    return lines <= longest ? [] : [{ path, line: longest + 1, what: `has ${lines} lines, at most ${longest}` }];
  },
};

const fileNames: HouseRule = {
  name: 'file-names',
  applies: (path) => /\.(ts|tsx|mjs|css|sql|sh)$/.test(path),
  check: ({ path }) => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/.test(path.slice(path.lastIndexOf('/') + 1));
    return kebab ? [] : [{ path, line: 1, what: 'its name is not kebab-case' }];
  },
};

const environment = nodeRule(
  'environment',
  (path) => isProduct(path) && !/(^|\/)config\.ts$/.test(path),
  ({ node, source }) =>
    node.type === 'MemberExpression' && /^process\s*(\?\.|\.)\s*env$|^process\[['"]env['"]\]$/.test(source)
      ? 'reads process.env; only config.ts does'
      : null,
);

const clock = nodeRule(
  'clock',
  (path) => isProduct(path) && !/(^|\/)clock\.ts$/.test(path) && !path.startsWith('packages/basics/'),
  ({ node, source }) => {
    if (node.type === 'NewExpression' && /^new Date(\(\s*\))?$/.test(source)) return 'asks the machine for the time; take a Clock';
    if (node.type !== 'MemberExpression') return null;
    if (/^Date\.now$|^Temporal\.Now$/.test(source)) return 'asks the machine for the time; take a Clock';
    return source === 'Math.random' ? 'draws a random number of unknown quality; use basics/ids or a seed' : null;
  },
);

const wholePence = nodeRule(
  'whole-pence',
  (path) => isProduct(path) && path !== 'packages/basics/src/money.ts',
  ({ node, source }) => {
    if (node.type === 'CallExpression' && /(^|\.)parseFloat\s*\(|\.toFixed\s*\([^()]*\)$/.test(source.replace(/\n/g, ' '))) {
      return 'reads or writes a number through floating point';
    }
    const divides =
      (node.type === 'BinaryExpression' && node.operator === '/') || (node.type === 'AssignmentExpression' && node.operator === '/=');
    return divides && /pence/i.test(source) ? 'divides pence; shares are made in basics/money or by exact fractions' : null;
  },
);

const neverWords = ['bid', 'bids', 'bidder', 'bidders', 'bidding', 'winner', 'winners', 'loser', 'losers', 'beneficiary', 'beneficiaries'];
const neverSaid = new RegExp(
  `\\b(${[...neverWords, 'stakeholders?', 'left[ -]behind', '(person|resident|voter|member|account)s?[ -_]?scores?'].join('|')})\\b`,
  'i',
);

/** 'highestBid_id' as 'highest Bid id', so that words inside names are seen. */
function wordsOf(line: string): string {
  // The one sentence that may say it: that nobody had to.
  const plain = line.replace(/\bnobody (has|had|have) to bid\b/gi, '');
  return plain.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/_/g, ' ');
}

// Outside formats keep their own words, where they are read and written; the avoid list must be able to name them.
const outsideFormats =
  /^packages\/(open-data|verify|plain-language|tooling)\/|\/(pabulib|count-command|import|past-payments|open-data)[a-z-]*\.test\.ts$|^scripts\/(count|verify)|\/count(-[a-z-]+)?\.command\.ts$/;

const ourWords = lineRule(
  'our-words',
  (path) => /\.(ts|tsx|mjs|sql|css)$/.test(path) && !outsideFormats.test(path),
  (line) => {
    const word = neverSaid.exec(wordsOf(line))?.[0];
    return word === undefined ? null : `says '${word}', a word that this project does not use`;
  },
);

const screenWords = nodeRule(
  'screen-words',
  (path) => /^(apps\/web\/app|packages\/ui)\//.test(path) && code.test(path) && !isTest(path),
  ({ node, source, around }) => {
    const onScreen = node.type === 'JSXText' || (isText(node) && /\s/.test(source.trim()) && !inImport(around));
    return onScreen && /\busers?\b/i.test(source) ? "calls people 'user' on a screen" : null;
  },
);

function isText(node: SyntaxNode): boolean {
  return node.type === 'StringLiteral' || node.type === 'TemplateElement';
}

function inImport(around: readonly SyntaxNode[]): boolean {
  return around.some((outer) => outer.type === 'ImportDeclaration' || outer.type === 'ExportNamedDeclaration');
}

const nothingLeftOver = lineRule(
  'nothing-left-over',
  (path) => /\.(ts|tsx|mjs|sql|css|md|yml|yaml)$/.test(path) && !path.startsWith('packages/tooling/'),
  (line) => (/\b(TODO|FIXME|XXX)\b/.test(line) ? 'leaves work in a comment; do it, or open an issue' : null),
);

const plainFunctions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'ClassMethod']);

const fewParameters = nodeRule(
  'few-parameters',
  (path) => /^apps\/api\/src\//.test(path) && isProduct(path),
  ({ node }) => {
    if (!plainFunctions.has(node.type)) return null;
    const params = ((node.function as SyntaxNode | undefined)?.params ?? node.params ?? []) as readonly SyntaxNode[];
    // The framework fills decorated parameters and constructors: for those the linter allows five.
    const plain = params.filter((param) => !Array.isArray(param.decorators) || param.decorators.length === 0);
    return plain.length > 3 ? `takes ${plain.length} parameters, at most 3` : null;
  },
);

const resultsLookedAt = nodeRule(
  'results-looked-at',
  (path) => path.startsWith('apps/api/src/modules/') && isProduct(path),
  ({ node, source }) => {
    if (node.type !== 'ExpressionStatement') return null;
    const ignored = /^(void\s+)?(await\s+)?\w+(\.\w+)+\.run\(/.test(source) && !/^(await\s+)?[\w.]*[tT]ransactions\.run\(/.test(source);
    return ignored ? 'throws away what an action answered; look at its Result' : null;
  },
);

const exported = /^export (default )?(async )?(abstract )?(function\*?|class) (\w+)/;

const docstrings: HouseRule = {
  name: 'docstrings',
  applies: (path) =>
    /^(apps\/(api\/src|web\/app)|packages\/[^/]+\/src)\//.test(path) &&
    isProduct(path) &&
    !/\.route\.tsx$|\.module\.ts$|\/migrations\//.test(path),
  check: ({ path, text }) => {
    const lines = text.split('\n');
    return lines.flatMap((line, index) => {
      const name = exported.exec(line)?.[5];
      if (name === undefined) return [];
      // Decorators may stand between; an empty line may not.
      const above = lines.slice(lines.lastIndexOf('', index) + 1, index);
      const said = above.some((before) => before.trimEnd().endsWith('*/'));
      return said ? [] : [{ path, line: index + 1, what: `exports ${name} without saying what it promises` }];
    });
  },
};

/** V2: whoever can see ballots and people in one place can join them. `app.module.ts` only lists the modules. */
const ballotsApart: HouseRule = {
  name: 'ballots-apart-from-people',
  applies: (path) => path.startsWith('apps/api/src/') && isProduct(path) && !path.endsWith('/app.module.ts'),
  check: ({ path, text }) => {
    const lines = text.split('\n');
    const imports = (feature: string) => lines.findIndex((line) => new RegExp(`from '[^']*\\/${feature}\\/[^']*'`).test(line));
    const [ballots, people] = [imports('ballots'), imports('people')];
    return ballots < 0 || people < 0 ? [] : [{ path, line: Math.max(ballots, people) + 1, what: 'imports ballots together with people' }];
  },
};

/** The rules of the house that the linter cannot say, each with a control in `house-rules.test.ts`. */
export const houseRules: readonly HouseRule[] = [
  shortFiles,
  fileNames,
  environment,
  clock,
  wholePence,
  ourWords,
  screenWords,
  nothingLeftOver,
  fewParameters,
  resultsLookedAt,
  ballotsApart,
  docstrings,
];

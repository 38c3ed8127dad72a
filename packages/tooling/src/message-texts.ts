import { nodesOf, type SourceFile, type SyntaxNode } from './source-files.ts';

/** A text that a source file says to people, with its place ('path:line'). */
export interface MessageText {
  readonly place: string;
  readonly text: string;
}

const notWords = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'TsLiteralType', 'TsEnumDeclaration']);
const sql = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|CREATE)\b/;

/**
 * The sentences, headings and labels in a file of messages: strings and templates that have a space or begin with a capital letter.
 * What a template puts in stands as 'Something'. Keys, imports, types and SQL are not words.
 */
export function messageTexts(file: SourceFile): readonly MessageText[] {
  const found: MessageText[] = [];
  for (const { node, line, around } of nodesOf(file)) {
    if (around.some((outer) => notWords.has(outer.type))) continue;
    const text = textOf(node);
    if (text === null || sql.test(text) || !/\s|^\p{Lu}/u.test(text.trim())) continue;
    if (/\p{L}/u.test(text)) found.push({ place: `${file.path}:${line}`, text });
  }
  return found;
}

function textOf(node: SyntaxNode): string | null {
  if (node.type === 'StringLiteral') return String(node.value);
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = node.quasis as readonly { readonly cooked?: string; readonly raw: string }[];
  return quasis.map((quasi) => quasi.cooked ?? quasi.raw).join('Something');
}

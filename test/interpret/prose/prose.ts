import { readProse } from '../../../src/interpret/prose/index.js';
import type { Block, DocumentModel, Statement } from '../../../src/model/index.js';

export const facts = { document_id: 'd', year: 2024, organization: '某市商务局' };

/** A document without pages that prints these paragraphs; `# ` marks a heading of level 1, `## ` of level 2. */
export function document(...paragraphs: string[]): DocumentModel {
  const blocks = paragraphs.map((text): Block => {
    const marks = /^(#+) /.exec(text);
    return marks === null
      ? { type: 'paragraph', text }
      : { type: 'heading', level: marks[1]?.length ?? 1, text: text.slice(marks[0].length) };
  });
  return { sha256: '0'.repeat(64), mediaType: 'text/plain', title: null, pages: [], blocks, diagnostics: [] };
}

/** A PDF whose pages print these paragraphs. */
export function pages(...texts: string[][]): DocumentModel {
  const blocks = texts.flatMap((page, index) => page.map((text): Block => ({ type: 'paragraph', text, page: index + 1 })));
  return { ...document(), mediaType: 'application/pdf', blocks };
}

export const read = (...paragraphs: string[]) => readProse(document(...paragraphs), facts);
export const statements = (...paragraphs: string[]) => read(...paragraphs).statements;

/** What a statement says in short: parent < subject: amount. */
export function short(all: readonly Statement[]): string[] {
  return all.map((statement) => {
    const parent = all.find((other) => other.ordinal === statement.parent_ordinal);
    return `${parent === undefined ? '' : `${parent.subject} > `}${statement.subject}: ${statement.amount ?? '-'}`;
  });
}

/** How a statement compares: base, direction, amount, percent. */
export function comparison(statement: Statement | undefined) {
  return [statement?.comparison_with, statement?.comparison_direction, statement?.comparison_amount, statement?.comparison_percent];
}

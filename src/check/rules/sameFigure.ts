import { type Disclosure, figureLines, type Line } from '../../model/index.js';
import { type DisclosureIndex, labelOf, whereIs } from '../disclosureIndex.js';
import type { Identity } from '../identity.js';
import { lineIdentity, type Rule } from '../rule.js';

/** The line that most lines of the figure agree with; the first of them. */
function reference(lines: readonly Line[]): Line | undefined {
  const votes = new Map<string, number>();
  for (const line of lines) votes.set(line.amount ?? '', (votes.get(line.amount ?? '') ?? 0) + 1);
  return lines.reduce<Line | undefined>(
    (best, line) => (best === undefined || (votes.get(line.amount ?? '') ?? 0) > (votes.get(best.amount ?? '') ?? 0) ? line : best),
    undefined,
  );
}

/** Identities between the line most others agree with and each of the others. */
function* agreeing(index: DisclosureIndex, rule: string, lines: readonly Line[]): Iterable<Identity> {
  const best = reference(lines);
  if (!best) return;
  for (const line of lines) {
    if (line === best) continue;
    yield lineIdentity(index, rule, line, [index.cell(best)], `${labelOf(line)} = ${labelOf(best)} (${whereIs(index, best)})`);
  }
}

/** The same amount of money printed in several tables of a document is the same number (收支总表 = 收入总表 = 支出总表). */
export const sameFigure: Rule = {
  id: 'same_figure',
  title: 'The same figure is the same number in every table of a document',
  scope: 'document',
  *find(index) {
    for (const disclosure of index.disclosures) {
      for (const lines of figureLines(disclosure.lines).values()) yield* agreeing(index, this.id, lines);
    }
  },
};

/** The same figure is the same number in every document of an organization: annexes, other formats, budget against account. */
export const sameFigureAcrossDocuments: Rule = {
  id: 'same_figure_across_documents',
  title: 'The same figure is the same number in every document of an organization',
  scope: 'organization',
  *find(index) {
    for (const lines of figuresOf(index.disclosures).values()) {
      const documents = new Map<string, Line>();
      for (const line of lines) if (!documents.has(line.document_id)) documents.set(line.document_id, line);
      yield* agreeing(index, this.id, [...documents.values()]);
    }
  },
};

/** The figures of several documents: each document's own reading of what is a figure, joined by figure. */
function figuresOf(disclosures: readonly Disclosure[]): Map<string, Line[]> {
  const figures = new Map<string, Line[]>();
  for (const disclosure of disclosures) {
    for (const [id, lines] of figureLines(disclosure.lines)) figures.set(id, [...(figures.get(id) ?? []), ...lines]);
  }
  return figures;
}

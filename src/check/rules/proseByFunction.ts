import { nameKey } from '../../codebook/index.js';
import { type Decimal, type Disclosure, type Line, type Statement, toDecimal } from '../../model/index.js';
import { type DisclosureIndex, groupLines, labelOf, whereIs } from '../disclosureIndex.js';
import { type Cell, evaluate, type Identity } from '../identity.js';
import { amountCell, statementAnchor, statementPlace } from '../prose.js';
import type { Rule } from '../rule.js';

/** Subjects of sentences about a functional 类, 款 or 项. */
const FUNCTIONAL: ReadonlySet<string | null> = new Set(['functional_class', 'functional_section', 'functional_item']);
const LEVELS: Readonly<Record<string, number>> = { 类: 3, 款: 5, 项: 7 };
/** Whose money sentences by function are about: nearly always appropriations. */
const FUNDINGS: ReadonlySet<Line['funding']> = new Set(['general', 'appropriation', 'all', 'fund']);

/** What a sentence says its amount is of: a code, or names with the length of their codes. */
interface Item {
  code: string | null;
  names: readonly { name: string; length: number | null }[];
}

/** The functional item that a subject names: `“教育支出（类）进修及培训（款）培训支出（项）”`, `2010301-行政运行`, `行政运行（2010301）`; null where it is unclear. */
export function namedItem(subject: string): Item | null {
  const text = subject.normalize('NFKC').replace(/[“”"\s]|科目/g, '');
  const pieces = [...text.matchAll(/\((\d{2,3})[类款项]\)/g)].map(([, digits = '']) => digits);
  const code = pieces.length > 0 ? pieces.join('') : (/(?<!\d)(2\d{2}(?:\d{2}){0,2})(?!\d)/.exec(text)?.[1] ?? null);
  if (code !== null) return { code, names: [] };
  const levels = [...text.matchAll(/([^()]+?)(?:支出)?\(([类款项])\)/g)].map(([, name = '', level = '']) => ({
    name: nameKey(name),
    length: LEVELS[level] ?? null,
  }));
  const names = levels.length > 0 ? levels : [{ name: nameKey(text), length: null }];
  return names.every(({ name }) => name !== '') ? { code: null, names } : null;
}

const withoutSuffix = (key: string) => key.replace(/支出$/, '');

/** Whether a code carries a name: that of its row where it is printed, else that of the codebook. */
function isNamed(index: DisclosureIndex, printed: ReadonlyMap<string, string>, code: string, name: string, year: number | null): boolean {
  const known = printed.get(code) ?? index.codebook.entry('functional', code, year)?.name;
  return known !== undefined && withoutSuffix(nameKey(known)) === withoutSuffix(name);
}

/** The totals by functional code of a document: amounts in columns of all parts of the money, in rows that no economic class splits. */
function functionalLines(lines: readonly Line[]): Line[] {
  return lines.filter(
    (line) =>
      line.functional_code !== null &&
      line.economic_department_code === null &&
      line.economic_government_code === null &&
      line.flow === 'expenditure' &&
      line.quantity === 'money' &&
      line.comparison === 'none' &&
      line.amount !== null &&
      line.part === 'all' &&
      line.column_role !== 'of_which' &&
      line.row_role !== 'total' &&
      FUNDINGS.has(line.funding),
  );
}

/** The rows of a table that state the item of a statement, in one column; several where units or sources share it. */
function rowsOf(
  index: DisclosureIndex,
  lines: readonly Line[],
  printed: ReadonlyMap<string, string>,
  statement: Statement,
  item: Item,
): Line[][] {
  const { code: stated, names } = item;
  const matches = lines.filter((line) => {
    const code = line.functional_code ?? '';
    if (line.year !== statement.year || (statement.phase !== null && line.phase !== statement.phase)) return false;
    if (stated !== null) return code === stated;
    const last = names.at(-1);
    if (!last || (last.length !== null && code.length !== last.length)) return false;
    return names.every(({ name, length }) => isNamed(index, printed, length === null ? code : code.slice(0, length), name, line.year));
  });
  return groupLines(matches, (line) => `${line.table_id}|${line.block}|${line.c}`);
}

/** A statement with its item, and the rows of all tables that may state it. */
interface Stated {
  statement: Statement;
  cell: Cell;
  groups: readonly Line[][];
}

/** How far rows are from an amount. */
function distance(rows: readonly Line[], amount: Decimal): Decimal {
  return rows.reduce((all, line) => all.minus(line.amount ?? '0'), amount).abs();
}

/** The rows nearest to the amounts of some statements together. */
function nearest(stated: readonly Stated[]): Line[] | null {
  const amount = stated.reduce((all, { cell }) => all.plus(cell.amount), toDecimal('0'));
  const groups = stated[0]?.groups ?? [];
  return groups.reduce<Line[] | null>(
    (best, rows) => (best === null || distance(rows, amount).lt(distance(best, amount)) ? rows : best),
    null,
  );
}

/** The identity between statements and the rows that are nearest to them. */
function identityOf(index: DisclosureIndex, disclosure: Disclosure, stated: readonly Stated[]): Identity | null {
  const rows = nearest(stated);
  const [line] = rows ?? [];
  const [first] = stated;
  if (!rows || !line || !first) return null;
  return {
    rule: 'prose_by_function',
    anchor: statementAnchor(first.statement),
    disclosureId: disclosure.facts.disclosure_id,
    documentId: disclosure.facts.document_id,
    place: statementPlace(first.statement),
    left: stated.map(({ cell }) => cell),
    right: rows.map((one) => index.cell(one)),
    relation: 'equal',
    message: `${stated.map(({ cell }) => cell.label).join(' + ')} = ${rows.map(labelOf).join(' + ')} (${whereIs(index, line)})`,
  };
}

/** The statements of a document about functional items that its tables print. */
function statedItems(index: DisclosureIndex, disclosure: Disclosure): Stated[] {
  const lines = functionalLines(disclosure.lines);
  const printed = new Map(lines.map((line) => [line.functional_code ?? '', line.row_path.at(-1) ?? '']));
  return disclosure.statements.flatMap((statement) => {
    const item = FUNCTIONAL.has(statement.subject_code) ? namedItem(statement.subject) : null;
    const cell = item && amountCell(statement);
    const groups = item ? rowsOf(index, lines, printed, statement, item) : [];
    // Sentences cut digits off as often as they round them.
    return cell && groups.length > 0 ? [{ statement, cell: { ...cell, resolution: cell.resolution.times(2) }, groups }] : [];
  });
}

/**
 * Amounts that sentences state for a functional 类, 款 or 项 are those of its row: of the nearest of all tables that print it, so that it fails only where none has the amount.
 * Sentences that state an item in several amounts (basic and project expenditure of 培训支出) are added up where they do not stand alone.
 */
export const proseByFunction: Rule = {
  id: 'prose_by_function',
  title: 'Amounts that sentences state by function are those of the tables',
  scope: 'document',
  *find(index): Iterable<Identity> {
    for (const disclosure of index.disclosures) {
      const items = new Map<string, Stated[]>();
      for (const stated of statedItems(index, disclosure)) {
        const key = stated.groups.map((rows) => rows[0]?.line_id).join();
        items.set(key, [...(items.get(key) ?? []), stated]);
      }
      for (const group of items.values()) {
        const alone = group.flatMap((stated) => {
          const identity = identityOf(index, disclosure, [stated]);
          return identity ? [{ stated, identity, fails: evaluate(identity).outcome === 'fails' }] : [];
        });
        const parts = alone.filter(({ fails }) => fails);
        const together =
          parts.length > 1
            ? identityOf(
                index,
                disclosure,
                parts.map(({ stated }) => stated),
              )
            : null;
        const isSplit = together !== null && evaluate(together).outcome !== 'fails';
        yield* alone.filter(({ fails }) => !(isSplit && fails)).map(({ identity }) => identity);
        if (isSplit) yield together;
      }
    }
  },
};

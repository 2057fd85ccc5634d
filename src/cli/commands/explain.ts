import type { Command } from 'commander';
import type { Disclosure, Line, TableRow } from '../../model/index.js';
import type { DocumentReading } from '../../pipeline/index.js';
import { count } from '../output.js';
import { printReadings } from '../readFiles.js';

const FACETS = ['year', 'phase', 'comparison', 'quantity', 'funding', 'part', 'column_role', 'block'] as const;

/** Why a column means what it means: its header words, and what was made of them. */
interface ColumnExplanation {
  c: number;
  header: string;
  /** What its lines have in common, by facet; `by row` where the rows say more. */
  meaning: Record<(typeof FACETS)[number], string | number | null>;
  /** Header words that no lexicon explains. */
  unexplained: string[];
  unit: string | null;
  unit_place: string | null;
  lines: number;
}

/** The value of a facet that all lines share. */
function common(lines: readonly Line[], facet: (typeof FACETS)[number]): string | number | null {
  const [first, ...others] = new Set(lines.map((line) => line[facet]));
  return others.length > 0 ? 'by row' : (first ?? null);
}

/** The columns of a table that hold lines. */
function explainColumns(table: TableRow, lines: readonly Line[]): ColumnExplanation[] {
  const own = lines.filter((line) => line.table_id === table.table_id);
  const columns = [...new Set(own.map((line) => line.c))].sort((a, b) => a - b);
  return columns.map((c) => {
    const cells = own.filter((line) => line.c === c);
    const { column_path, unit_printed, unit_place } = cells[0]!;
    const facet = (name: (typeof FACETS)[number]) => common(cells, name);
    return {
      c,
      header: column_path.join(' / '),
      meaning: {
        year: facet('year'),
        phase: facet('phase'),
        comparison: facet('comparison'),
        quantity: facet('quantity'),
        funding: facet('funding'),
        part: facet('part'),
        column_role: facet('column_role'),
        block: facet('block'),
      },
      unexplained: [...new Set(cells.flatMap((line) => line.measure_path))],
      unit: unit_printed,
      unit_place,
      lines: cells.length,
    };
  });
}

/** A table with all that says why it got its kind, unit and columns. */
function explainTable(table: TableRow, { lines, diagnostics }: Pick<Disclosure, 'lines' | 'diagnostics'>) {
  const { index, title, label, kind, flow, funding, part, breakdown, pages, unit, empty, note, evidence } = table;
  return {
    index,
    title,
    label,
    pages,
    kind,
    facets: { flow, funding, part, breakdown },
    evidence,
    unit,
    empty,
    note,
    columns: explainColumns(table, lines),
    diagnostics: diagnostics.filter((diagnostic) => diagnostic.place.table === index).map(({ code, message }) => ({ code, message })),
  };
}
type TableExplanation = ReturnType<typeof explainTable>;

/** The facts of a document and its tables, each with its evidence. */
function explanation({ file, disclosure }: DocumentReading<'meanings'>) {
  return { file, facts: disclosure.facts, tables: disclosure.tables.map((table) => explainTable(table, disclosure)) };
}

function* asText(reading: DocumentReading<'meanings'>): Iterable<string> {
  const { file, facts, tables } = explanation(reading);
  const { kind, year, phase, organization, scope } = facts;
  yield `${file}\n  ${[kind ?? 'unknown kind', year ?? 'unknown year', phase, organization ?? 'unknown organization', scope].join(', ')}\n`;
  for (const evidence of facts.evidence) yield `    because ${evidence}\n`;
  for (const table of tables) yield* tableText(table);
}

function* tableText({ index, title, label, pages, kind, facets, evidence, unit, empty, columns, diagnostics }: TableExplanation) {
  const where = pages.length === 0 ? '' : `, page ${pages.join(', ')}`;
  yield `\n  table ${index}: ${title ?? 'no title'}${label === null ? '' : ` (${label})`}${where}\n`;
  yield `    kind     ${kind}: ${Object.entries(facets)
    .map(([facet, value]) => `${facet} ${value ?? '-'}`)
    .join(', ')}\n`;
  yield `    because  ${evidence}\n`;
  yield `    unit     ${unit ?? 'none printed'}${empty ? '; printed without amounts' : ''}\n`;
  for (const { c, header, meaning, unexplained, unit: columnUnit, unit_place, lines } of columns) {
    const says = Object.entries(meaning)
      .filter(([, value]) => value !== null && value !== 'none')
      .map(([facet, value]) => `${facet} ${value}`);
    yield `    column ${c}  «${header}»: ${says.join(', ')}; ${columnUnit ?? 'no unit'}${unit_place === null ? '' : ` from ${unit_place}`}; ${count(lines, 'line')}\n`;
    if (unexplained.length > 0) yield `              not explained: ${unexplained.map((word) => `«${word}»`).join(', ')}\n`;
  }
  for (const { code, message } of diagnostics) yield `    ${code}: ${message}\n`;
}

/** `fiscus explain FILE...`: why each table got its kind, unit and columns. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .description('print why each table of files got its kind, unit and columns')
    .argument('<file...>', 'DOCX, PDF, HTML or text-dump files')
    .option('--json', 'one JSON object a file')
    .action(async (files: string[], options: { json?: boolean }) => {
      await printReadings(files, 'meanings', options.json ? (reading) => [`${JSON.stringify(explanation(reading))}\n`] : asText);
    });
}

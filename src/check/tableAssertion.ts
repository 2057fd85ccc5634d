import type { Disclosure, GridTable, Line, TableRow } from '../model/index.js';
import type { DisclosureIndex } from './disclosureIndex.js';
import type { Assertion } from './rule.js';

/** A table as printed and as read. `lines` are its money lines. */
export interface ReadTable {
  grid: GridTable;
  table: TableRow;
  lines: readonly Line[];
}

/** What a rule says of a whole table: it holds or not, over how many cells, in words. `line` is where to look; the table where none is given. */
export interface TableAssertion {
  holds: boolean;
  cells: number;
  message: string;
  line?: Line;
}

/** The tables of a document with their grids and money lines, in order. */
export function readTablesOf(index: DisclosureIndex, { tables, grids }: Disclosure): ReadTable[] {
  const linesOf = new Map(index.tables.map((lines) => [lines[0]?.table_id, lines]));
  return tables.flatMap((table, i) => {
    const grid = grids[i];
    return grid ? [{ grid, table, lines: linesOf.get(table.table_id) ?? [] }] : [];
  });
}

/** One assertion for each table of which a rule says something. */
export function* tableAssertions(
  index: DisclosureIndex,
  rule: string,
  assert: (table: ReadTable, all: readonly ReadTable[]) => TableAssertion | null,
): Iterable<Assertion> {
  for (const disclosure of index.disclosures) {
    const all = readTablesOf(index, disclosure);
    for (const read of all) {
      const found = assert(read, all);
      if (!found) continue;
      const { table } = read;
      const page = table.pages[0];
      yield {
        rule,
        anchor: found.line?.line_id ?? table.table_id,
        disclosureId: disclosure.facts.disclosure_id,
        documentId: table.document_id,
        place: found.line
          ? index.place(found.line)
          : { document: table.document_id, table: table.index, ...(page === undefined ? {} : { page }) },
        holds: found.holds,
        cells: found.cells,
        message: `${table.title ?? `table ${table.index}`}: ${found.message}`,
      };
    }
  }
}

import type { Codebook } from '../../codebook/index.js';
import {
  type DocumentFacts,
  formatPlace,
  hashId,
  type Line,
  type LineCode,
  lineId,
  type Quantity,
  type QuarantineRow,
  tableId,
} from '../../model/index.js';
import { parsePrintedAmount } from '../amounts/printedAmount.js';
import type { ColumnReading, DocumentContext, RowReading, TableReading } from '../reading.js';
import { cellAt } from '../rows/rowCells.js';
import { fold } from '../text/fold.js';
import { lineAmount } from './lineAmount.js';
import { lineCode, namedLineCode } from './lineCodes.js';
import { type LineMeaning, lineMeaning } from './lineMeaning.js';
import { quarantineCell } from './quarantineCell.js';

/** What the cells of one table give. */
export interface TableLines {
  lines: Line[];
  lineCodes: LineCode[];
  quarantine: QuarantineRow[];
}

const AREA_ROW = /平方米|㎡|面积/;

/** What a cell counts: its column's quantity; things measured by area where the row says so. */
function quantityOf(column: ColumnReading, row: RowReading): Quantity {
  const quantity = column.meaning?.quantity ?? 'money';
  return quantity === 'count' && AREA_ROW.test(row.label) ? 'area' : quantity;
}

/** Unit of a cell that counts things: what the row prints as 计量单位, else what stands in brackets behind its label. */
function countUnit(row: RowReading, texts: readonly string[]): string | null {
  const column = row.block.others.find((other) => other.role === 'measure_unit');
  const stated = column ? fold(texts[column.index] ?? '') : '';
  return stated !== '' ? stated : (/[(（]([^()（）]{1,6})[)）]\s*$/.exec(row.label)?.[1] ?? null);
}

/** Printed labels from top to leaf: rows above the row that are no sums, then its own labels. */
function rowPath(row: RowReading): string[] {
  const above: string[] = [];
  for (let at = row.parent, depth = 0; at !== null && depth < 20; at = at.parent, depth += 1) {
    if (at.role !== 'total' && at.label !== '' && at.index < row.index) above.unshift(at.label);
  }
  return [...above, ...row.labels];
}

/** Key of the statement a line makes, the same in another version of the document; `seen` counts repetitions within the document. */
function figureKey(
  facts: DocumentFacts,
  reading: TableReading,
  row: RowReading,
  path: readonly string[],
  column: ColumnReading,
  meaning: LineMeaning,
  seen: Map<string, number>,
): string {
  const { facets } = reading;
  const parts = [
    facts.organization_id,
    row.scope,
    row.unitCode ?? row.unitName,
    meaning.year,
    meaning.phase,
    meaning.flow,
    meaning.funding,
    meaning.part,
    facets.breakdown,
    facets.kind,
    row.block.name,
    path.map(fold).join('/'),
    column.path.map(fold).join('/'),
  ];
  const statement = hashId(...parts);
  const occurrence = seen.get(statement) ?? 0;
  seen.set(statement, occurrence + 1);
  return hashId(...parts, occurrence);
}

/**
 * Makes a line of every printed amount, quantity and percentage of a table, with its codes. A cell in an amount column that prints digits
 * but no number goes to quarantine. `seen` is shared by the tables of a document.
 */
export function buildLines(
  reading: TableReading,
  facts: DocumentFacts,
  context: DocumentContext,
  codebook: Codebook,
  seen: Map<string, number>,
): TableLines {
  const { table, facets } = reading;
  const result: TableLines = { lines: [], lineCodes: [], quarantine: [] };
  const id = tableId(facts.document_id, table.index);
  const ids = new Map<RowReading, Map<number, string>>();
  for (const row of reading.rows) {
    const texts = table.rows[row.index]?.texts ?? [];
    const own = new Map<number, string>();
    ids.set(row, own);
    for (const column of row.block.amounts) {
      const text = texts[column.index] ?? '';
      const printed = parsePrintedAmount(text);
      if (printed.kind === 'blank') continue;
      const cell = cellAt(reading.cellAt, row.r, column.at);
      if (printed.kind === 'text') {
        if (/\d/.test(text))
          result.quarantine.push(
            quarantineCell(
              facts.document_id,
              table,
              row.r,
              column.at,
              text,
              cell,
              'unreadable_amount',
              'digits in an amount column that are no single number',
            ),
          );
        continue;
      }
      const meaning = lineMeaning(facets, column, row, context, codebook, table.meta.asOf);
      const quantity = quantityOf(column, row);
      const unit = quantity === 'money' ? (column.meaning?.unit ?? table.unit) : countUnit(row, texts);
      const amount = lineAmount(printed, quantity, unit);
      const path = rowPath(row);
      const line = lineId(facts.document_id, table.index, row.r, column.at);
      own.set(column.at, line);
      const code = (classification: 'functional' | 'economic_department' | 'economic_government' | 'revenue' | 'project' | 'procurement') =>
        row.codes.get(classification)?.code ?? null;
      const comparison = column.meaning?.comparison === 'none' ? (row.says.comparison ?? 'none') : (column.meaning?.comparison ?? 'none');
      result.lines.push({
        line_id: line,
        figure_key: figureKey(facts, reading, row, path, column, meaning, seen),
        disclosure_id: facts.disclosure_id,
        document_id: facts.document_id,
        table_id: id,
        r: row.r,
        c: column.at,
        page: cell?.page ?? table.pages[0] ?? null,
        box: cell?.box ?? null,
        organization_id: facts.organization_id,
        organization: facts.organization ?? '',
        division_code: facts.division_code,
        scope: row.scope,
        unit_code: row.unitCode,
        unit_name: row.unitName,
        document_year: facts.year,
        document_phase: facts.phase,
        year: meaning.year,
        phase: meaning.phase,
        comparison,
        quantity: amount.quantity,
        flow: meaning.flow,
        funding: meaning.funding,
        part: meaning.part,
        breakdown: facets.breakdown,
        kind: facets.kind,
        block: row.block.name,
        row_path: path,
        column_path: [...column.path],
        row_role: row.role,
        column_role: column.meaning?.role ?? 'leaf',
        parent_line_id: null,
        level: row.level,
        functional_code: code('functional'),
        economic_department_code: code('economic_department') ?? column.meaning?.economicCode ?? null,
        economic_government_code: code('economic_government'),
        revenue_code: code('revenue'),
        funding_source: meaning.fundingSource?.code ?? null,
        three_public_item: meaning.threePublic,
        project_code: code('project'),
        procurement_code: code('procurement'),
        value: amount.value,
        value_unit: amount.valueUnit,
        amount: amount.amount,
        resolution: amount.resolution,
        printed: text.trim(),
        unit_printed: amount.quantity === 'money' ? (column.meaning?.unit ?? table.unit) : null,
        unit_place: amount.quantity === 'money' && table.unitPlace ? formatPlace(table.unitPlace) : null,
        measure_path: column.meaning?.unexplained ?? [],
        proof: 'unchecked',
      });
      for (const printedCode of row.codes.values()) {
        const codeRow = lineCode(line, printedCode, codebook, context.year);
        if (codeRow) result.lineCodes.push(codeRow);
      }
      if (meaning.fundingSource)
        result.lineCodes.push(
          namedLineCode(line, 'funding_source', meaning.fundingSource.code, meaning.fundingSource.printed, meaning.fundingSource.name),
        );
      if (meaning.threePublic)
        result.lineCodes.push(
          namedLineCode(line, 'three_public', meaning.threePublic, row.says.threePublic ? row.label : (column.path.at(-1) ?? ''), null),
        );
    }
  }
  setParentLines(result.lines, ids);
  return result;
}

/** Points each line to the line of the nearest row above it in the hierarchy that prints the same column. */
function setParentLines(lines: Line[], ids: ReadonlyMap<RowReading, ReadonlyMap<number, string>>): void {
  const rowOf = new Map<string, RowReading>();
  for (const [row, own] of ids) for (const id of own.values()) rowOf.set(id, row);
  for (const line of lines) {
    let above = rowOf.get(line.line_id)?.parent ?? null;
    for (let depth = 0; above !== null && depth < 20; depth += 1) {
      const found = ids.get(above)?.get(line.c);
      if (found) {
        line.parent_line_id = found;
        break;
      }
      above = above.parent;
    }
  }
}

import type { Codebook } from '../../codebook/index.js';
import type { DocumentFacts, Line, LineCode, Quantity, QuarantineRow } from '../../model/index.js';
import { type PrintedAmount, parsePrintedAmount } from '../amounts/printedAmount.js';
import type { Classification } from '../lexicon/headerWords.js';
import { COUNT_ROW } from '../lexicon/rowWords.js';
import type { ColumnReading, DocumentContext, RowReading, TableReading } from '../reading.js';
import { cellAt } from '../rows/rowCells.js';
import { fold } from '../text/fold.js';
import { lineStatement, type Occurrences, rowPath, statementKey } from './figureKey.js';
import { internationalCodes } from './internationalCodes.js';
import { lineAmount } from './lineAmount.js';
import { lineCode, namedLineCode, unsureLineCodes } from './lineCodes.js';
import { lineIdentity } from './lineIdentity.js';
import { type LineMeaning, lineMeaning } from './lineMeaning.js';
import { setParentLines } from './parentLines.js';
import { quarantineCell } from './quarantineCell.js';

/** What the cells of one table give. */
export interface TableLines {
  lines: Line[];
  lineCodes: LineCode[];
  quarantine: QuarantineRow[];
}

/** What is needed beside the table; `occurrences` is shared by the tables of a document. */
export interface LineContext {
  facts: DocumentFacts;
  context: DocumentContext;
  codebook: Codebook;
  occurrences: Occurrences;
}

const AREA_ROW = /平方米|㎡|面积/;

/** Headers that name money whatever the row counts (价值 of cars). */
const MONEY_COLUMN = /金额|价值|元/;

/** What a cell counts: its column's quantity; things, also those measured by area, where the row says so and the column does not name money. */
function quantityOf(column: ColumnReading, row: RowReading): Quantity {
  const quantity = column.meaning?.quantity ?? 'money';
  const counted = quantity === 'money' && COUNT_ROW.test(row.parts.name) && !MONEY_COLUMN.test(column.path.join('/')) ? 'count' : quantity;
  return counted === 'count' && AREA_ROW.test(row.label) ? 'area' : counted;
}

/** Unit of a cell that counts things: what the row prints as 计量单位, else what stands in brackets behind its label. */
function countUnit(row: RowReading, texts: readonly string[]): string | null {
  const column = row.block.others.find((other) => other.role === 'measure_unit');
  const stated = column ? fold(texts[column.index] ?? '') : '';
  return stated !== '' ? stated : (/[(（]([^()（）]{1,6})[)）]\s*$/.exec(row.label)?.[1] ?? null);
}

/** The line of one cell that prints a number or a dash. */
function buildLine(
  reading: TableReading,
  row: RowReading,
  column: ColumnReading,
  printed: PrintedAmount,
  meaning: LineMeaning,
  from: LineContext,
): Line {
  const { table, facets } = reading;
  const texts = table.rows[row.index]?.texts ?? [];
  const stated = column.meaning;
  const quantity = quantityOf(column, row);
  const amount = lineAmount(printed, quantity, quantity === 'money' ? (stated?.unit ?? reading.unit.unit) : countUnit(row, texts));
  const path = rowPath(row);
  const economic = stated?.economic ?? null;
  const code = (classification: Classification) =>
    row.codes.get(classification)?.code ?? (economic?.list === classification ? economic.code : null);
  const identity = lineIdentity(reading, from.facts, row.r, column.at, cellAt(reading.cellAt, row.r, column.at));
  // Member by member: V8 makes an object that begins with a spread and goes on with many members thousands of times slower.
  return {
    line_id: identity.line_id,
    disclosure_id: identity.disclosure_id,
    document_id: identity.document_id,
    table_id: identity.table_id,
    r: identity.r,
    c: identity.c,
    page: identity.page,
    box: identity.box,
    organization_id: identity.organization_id,
    organization: identity.organization,
    division_code: identity.division_code,
    document_year: identity.document_year,
    document_phase: identity.document_phase,
    breakdown: identity.breakdown,
    kind: identity.kind,
    unit_place: identity.unit_place,
    proof: identity.proof,
    figure_key: statementKey(lineStatement(from.facts.organization_id, facets, row, path, column, meaning), from.occurrences),
    scope: row.scope,
    unit_code: row.unitCode,
    unit_name: row.unitName,
    year: meaning.year,
    phase: meaning.phase,
    comparison: stated && stated.comparison !== 'none' ? stated.comparison : (row.says.comparison ?? 'none'),
    quantity: amount.quantity,
    flow: meaning.flow,
    funding: meaning.funding,
    part: meaning.part,
    block: row.block.name,
    row_path: path,
    column_path: [...column.path],
    row_role: row.role,
    column_role: stated?.role ?? 'leaf',
    parent_line_id: null,
    level: row.level,
    functional_code: code('functional'),
    economic_department_code: code('economic_department'),
    economic_government_code: code('economic_government'),
    ...internationalCodes(code('functional'), code('economic_department'), from.codebook),
    revenue_code: code('revenue'),
    funding_source: meaning.fundingSource?.code ?? null,
    three_public_item: meaning.threePublic,
    project_code: code('project'),
    procurement_code: code('procurement'),
    value: amount.value,
    value_unit: amount.valueUnit,
    amount: amount.amount,
    resolution: amount.resolution,
    printed: (texts[column.index] ?? '').trim(),
    unit_printed: amount.quantity === 'money' ? (stated?.unit ?? table.unit) : null,
    measure_path: stated?.unexplained ?? [],
  };
}

/** The codes of a line: of its row, of the class its column names, of its funding source and “三公” item. */
function codesOfLine(line: Line, row: RowReading, column: ColumnReading, meaning: LineMeaning, from: LineContext): LineCode[] {
  const { codebook, context } = from;
  const codes = [...row.codes.values()].flatMap((printed) => lineCode(line.line_id, printed, codebook, context.year) ?? []);
  const leaf = column.path.at(-1) ?? '';
  const economic = column.meaning?.economic ?? null;
  if (economic !== null && !row.codes.has(economic.list)) {
    const named = {
      classification: economic.list,
      code: economic.code,
      printed: economic.origin === 'printed' ? economic.code : null,
      name: economic.name,
      origin: economic.origin,
      score: null,
      runnerUp: null,
    };
    codes.push(...[lineCode(line.line_id, named, codebook, context.year)].filter((code) => code !== null));
  }
  for (const guess of row.unsure.values()) {
    if (!codes.some(({ classification }) => classification === guess.classification)) codes.push(...unsureLineCodes(line.line_id, guess));
  }
  if (meaning.fundingSource)
    codes.push(
      namedLineCode(line.line_id, 'funding_source', meaning.fundingSource.code, meaning.fundingSource.printed, meaning.fundingSource.name),
    );
  if (meaning.threePublic)
    codes.push(namedLineCode(line.line_id, 'three_public', meaning.threePublic, row.says.threePublic ? row.label : leaf, null));
  return codes;
}

/**
 * Makes a line of every printed amount, quantity and percentage of a table, with its codes. A blank cell is no line, a dash a line without value; a
 * cell of an amount column that prints digits but no number goes to quarantine.
 */
export function buildLines(reading: TableReading, from: LineContext): TableLines {
  const { table } = reading;
  const result: TableLines = { lines: [], lineCodes: [], quarantine: [] };
  const ofRows = new Map<RowReading, Map<number, Line>>();
  for (const row of reading.rows) {
    const own = new Map<number, Line>();
    ofRows.set(row, own);
    for (const column of row.block.amounts) {
      const text = table.rows[row.index]?.texts[column.index] ?? '';
      const printed = parsePrintedAmount(text);
      if (printed.kind === 'text' && /\d/.test(text)) {
        const cell = cellAt(reading.cellAt, row.r, column.at);
        const detail = 'digits in an amount column that are no single number';
        result.quarantine.push(quarantineCell(from.facts.document_id, table, row.r, column.at, text, cell, 'unreadable_amount', detail));
      }
      if (printed.kind === 'blank' || printed.kind === 'text') continue;
      const meaning = lineMeaning(reading, column, row, from.context, from.codebook);
      const line = buildLine(reading, row, column, printed, meaning, from);
      own.set(column.at, line);
      result.lines.push(line);
      result.lineCodes.push(...codesOfLine(line, row, column, meaning, from));
    }
  }
  setParentLines(ofRows);
  return result;
}

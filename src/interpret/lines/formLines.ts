import type { CellRow, DocumentFacts, GridCell, Line } from '../../model/index.js';
import { moneyUnitIn } from '../amounts/moneyUnit.js';
import { parsePrintedAmount } from '../amounts/printedAmount.js';
import { indicatorRows } from '../forms/indicatorRows.js';
import { FUNDING_WORDS, PART_WORDS } from '../lexicon/moneyWords.js';
import { lookUp, type Word } from '../lexicon/word.js';
import type { TableReading } from '../reading.js';
import { cellAt } from '../rows/rowCells.js';
import { fold } from '../text/fold.js';
import { labelParts } from '../text/numbering.js';
import { type Occurrences, statementKey } from './figureKey.js';
import { NO_INTERNATIONAL_CODES } from './internationalCodes.js';
import { lineAmount } from './lineAmount.js';
import { lineIdentity } from './lineIdentity.js';
import { phaseHeads } from './phaseHeads.js';
import { markSecondSplit } from './secondSplit.js';

/** Labels of money in a key-value sheet. */
const MONEY_LABEL = /预算(数|额|金额|资金|总额)|资金|金额|总额|经费|拨款|^合计|^小计|^总计|财政|自筹|支出|收入/;
const NO_MONEY = /编码|代码|计划|[%]|比例|率$|年度$|年限|数量|个数|人数|指标|日期|时间|电话|邮编|依据|说明|底$/;
const TOTAL_LABEL = /预算(数|额|金额|总额)|资金总|总额|总预算|^合计/;
const PROJECT_CODE = /^[1-9]\d{5}\d{2}[A-Z][0-9A-Z]{10,14}/;

/** What a key-value sheet gives: its money as lines, and what each cell with a number is for, by `r,c`. */
export interface FormLines {
  lines: Line[];
  roles: Map<string, CellRow['role']>;
}

/** The nearest text to the left of a cell in its row, unless a number stands between; null where there is none. */
function labelLeft(reading: TableReading, cell: GridCell): GridCell | null {
  for (let c = cell.c - 1; c >= 0; c -= 1) {
    const other = cellAt(reading.cellAt, cell.r, c);
    if (other && isLabel(other, cell)) return other;
    if (other && parsePrintedAmount(other.text).kind === 'number') return null;
  }
  return null;
}

/** The text that opens the row of a cell, whatever numbers stand between: the label of a row of amounts by phase. */
function labelOfRow(reading: TableReading, cell: GridCell): GridCell | null {
  for (let c = cell.c - 1; c >= 0; c -= 1) {
    const other = cellAt(reading.cellAt, cell.r, c);
    if (other && isLabel(other, cell)) return other;
  }
  return null;
}

/** The nearest text above a cell, and whether only plain numbers stand between: a column of amounts under its head. */
function labelAbove(reading: TableReading, cell: GridCell): { label: GridCell | null; headed: boolean } {
  let headed = true;
  for (let r = cell.r - 1; r >= 0; r -= 1) {
    const other = cellAt(reading.cellAt, r, cell.c);
    if (other && isLabel(other, cell)) return { label: other, headed };
    const printed = parsePrintedAmount(other?.text ?? '');
    headed = headed && printed.kind === 'number' && printed.unit === null;
  }
  return { label: null, headed: false };
}

/** Whether a cell beside `cell` prints a text that may be its label. */
function isLabel(other: GridCell, cell: GridCell): boolean {
  return other !== cell && fold(other.text) !== '' && parsePrintedAmount(other.text).kind === 'text';
}

/** Whether a text is a label of money, no name of a task that speaks of money. */
function isMoneyLabel(label: GridCell | null): boolean {
  const name = label ? labelParts(label.text).name : '';
  return name.length <= MOST_LABEL && MONEY_LABEL.test(name) && !NO_MONEY.test(name);
}

/** The label of a cell: the text to its left, else the one above it; the one above where only that is a label of money (a task, then 总额 over its money). */
function labelOf(reading: TableReading, cell: GridCell): GridCell | null {
  const left = labelLeft(reading, cell);
  const { label: above, headed } = labelAbove(reading, cell);
  const task = left !== null && !isMoneyLabel(left) && !NO_MONEY.test(labelParts(left.text).name);
  return task && headed && isMoneyLabel(above) ? above : (left ?? above);
}

/** The longest label that names whose money it is; longer texts are names of tasks and indicators (保障财政预算编审…). */
const MOST_LABEL = 14;

/** The label over a label that only says 合计 or 项目支出: the text above it that covers more columns (财政拨款, 其他资金), or null. */
function labelOver(reading: TableReading, label: GridCell, cell: GridCell): GridCell | null {
  const over = cellAt(reading.cellAt, label.r - 1, label.c);
  return label.c === cell.c && over && over.cs > label.cs && fold(over.text) !== '' ? over : null;
}

/** What the labels over a cell say by a lexicon, the nearest first; texts too long for a label say nothing. */
function said<T>(lexicon: readonly Word<T>[], names: readonly string[]): T | null {
  for (const name of names) {
    const found = name.length <= MOST_LABEL ? lookUp(lexicon, name) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The project code a sheet prints, or null. */
function projectCode(reading: TableReading): string | null {
  for (const cell of reading.table.cells) {
    const found = PROJECT_CODE.exec(fold(cell.text))?.[0];
    if (found) return found;
  }
  return null;
}

/**
 * Reads the money of a key-value sheet (预算数 57.25 | 其中：财政资金 57.25): a cell with a number whose label names money is a line, in the unit that
 * label or sheet prints. Numbers behind other labels are no money and get the role of what they are. Cells that are lines already (`known`, lines of the
 * same table read by its columns) stay those: a printed cell is one line.
 */
export function formLines(reading: TableReading, facts: DocumentFacts, occurrences: Occurrences, known: readonly Line[]): FormLines {
  const { table, facets } = reading;
  const taken = new Set(known.map((line) => `${line.r},${line.c}`));
  const result: FormLines = { lines: [], roles: new Map() };
  const code = projectCode(reading);
  const project = facets.kind === 'project_performance';
  const indicators = indicatorRows(table);
  const heads = phaseHeads(table);
  for (const cell of table.cells) {
    if (cell.role !== 'body' || taken.has(`${cell.r},${cell.c}`) || indicators.has(cell.r)) continue;
    const printed = parsePrintedAmount(cell.text);
    if (printed.kind !== 'number' && printed.kind !== 'dash') continue;
    const head = heads.get(`${cell.r},${cell.c}`) ?? null;
    if (head?.phase === null) {
      result.roles.set(`${cell.r},${cell.c}`, printed.kind === 'number' && printed.unit === '%' ? 'percent' : 'quantity');
      continue;
    }
    const label = head === null ? labelOf(reading, cell) : labelOfRow(reading, cell);
    const name = label ? labelParts(label.text).name : '';
    if (printed.kind === 'number' && printed.unit !== null && moneyUnitIn(printed.unit) === null) {
      result.roles.set(`${cell.r},${cell.c}`, printed.unit === '%' ? 'percent' : 'quantity');
      continue;
    }
    if (!label || !MONEY_LABEL.test(name) || NO_MONEY.test(name)) continue;
    const unit = moneyUnitIn(label.text) ?? reading.unit.unit;
    const amount = lineAmount(printed, 'money', unit);
    const over = head === null ? labelOver(reading, label, cell) : null;
    const labels = over === null ? [label] : [over, label];
    const names = labels.map(({ text }) => labelParts(text).name).toReversed();
    const funding = said(FUNDING_WORDS, names) ?? 'all';
    const task = label.c === cell.c ? labelLeft(reading, cell) : null;
    const sum = task === null && TOTAL_LABEL.test(name);
    const path = [...(task === null ? [] : [task]), ...labels].map(({ text }) => text.replace(/\s*\n\s*/g, '').trim());
    const statement = [
      facts.organization_id,
      facts.year,
      facts.phase,
      facets.kind,
      code,
      code === null ? fold(table.title ?? '') : null,
      fold(path.join('/')),
      ...(head === null ? [] : [head.phase]),
    ];
    result.roles.set(`${cell.r},${cell.c}`, 'amount');
    result.lines.push({
      ...lineIdentity(reading, facts, cell.r, cell.c, cell),
      figure_key: statementKey(statement, occurrences),
      scope: 'department_total',
      unit_code: null,
      unit_name: null,
      year: facts.year,
      phase: head?.phase ?? facts.phase,
      comparison: 'none',
      quantity: amount.quantity,
      flow: 'expenditure',
      funding,
      part: project ? 'project' : (said(PART_WORDS, names) ?? 'all'),
      block: null,
      row_path: path,
      column_path: head === null ? [] : [head.head.text.replace(/\s*\n\s*/g, '').trim()],
      row_role: sum ? 'total' : 'leaf',
      column_role: 'leaf',
      parent_line_id: null,
      level: sum ? 0 : 1,
      functional_code: null,
      economic_department_code: null,
      economic_government_code: null,
      ...NO_INTERNATIONAL_CODES,
      revenue_code: null,
      funding_source: null,
      three_public_item: null,
      project_code: code,
      procurement_code: null,
      value: amount.value,
      value_unit: amount.valueUnit,
      amount: amount.amount,
      resolution: amount.resolution,
      printed: cell.text.trim(),
      unit_printed: unit,
      measure_path: [],
    });
  }
  if (facets.kind === 'overall_performance') markSecondSplit(result.lines);
  return result;
}

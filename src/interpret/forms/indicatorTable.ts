import type { GridCell } from '../../model/index.js';
import { cellText, type GridView } from './gridView.js';
import { type IndicatorColumn, indicatorColumn, LEVEL1_NAMES, LEVEL2_NAMES } from './labels.js';
import type { DraftIndicator } from './projectDraft.js';

/** The grid column of each indicator column, and the first row under the header. */
export interface IndicatorHeader {
  columns: ReadonlyMap<IndicatorColumn, number>;
  firstRow: number;
}

/** The indicator header that starts in a row (一级指标 … 指标值), or null. */
export function readIndicatorHeader(view: GridView, r: number): IndicatorHeader | null {
  const found = new Map<IndicatorColumn, { cell: GridCell; priority: number }>();
  for (const { cell, label } of headerLabels(view.row(r))) {
    const named = indicatorColumn(label);
    if (named !== null && (found.get(named.column)?.priority ?? -1) < named.priority)
      found.set(named.column, { cell, priority: named.priority });
  }
  // 绩效指标 beside the levels is the label of the rows.
  if (found.has('level2') || found.has('level3')) found.delete('combined');
  const named = (['level1', 'level2', 'level3', 'combined'] as const).filter((column) => found.has(column)).length;
  if (named < 2 && !(named === 1 && found.has('value'))) return null;
  const rows = Math.max(...[...found.values()].map(({ cell }) => cell.rs));
  return { columns: new Map([...found].map(([column, { cell }]) => [column, cell.c])), firstRow: r + rows };
}

const LEVEL_LABELS = /^(?:[一二三]级(?:绩效)?指标){2,3}$/;

/** The labels of a header row by cell; labels that a reader put into the first of their cells (一级指标二级指标 | blank) are given back to theirs. */
function headerLabels(cells: readonly GridCell[]): { cell: GridCell; label: string }[] {
  return cells.flatMap((cell, index) => {
    const label = cellText(cell);
    if (!LEVEL_LABELS.test(label)) return [{ cell, label }];
    const labels = label.match(/[一二三]级(?:绩效)?指标/g) ?? [];
    const blank = cells.slice(index + 1, index + labels.length).every((next) => cellText(next) === '');
    return blank ? labels.flatMap((part, at) => ({ cell: cells[index + at] ?? cell, label: part })) : [{ cell, label }];
  });
}

/** The indicator a row prints under a header, merged cells filled; null where the row is blank under it. */
export function readIndicatorRow(
  view: GridView,
  r: number,
  header: IndicatorHeader,
  tableIndex: number,
  before: DraftIndicator | undefined,
): DraftIndicator | null {
  const texts: Partial<Record<IndicatorColumn, string>> = {};
  let place: GridCell | null = null;
  const seen = new Set<GridCell>();
  for (const [column, c] of header.columns) {
    const cell = view.at(r, c);
    // A cell over two levels is the outer one.
    texts[column] = cell === null || seen.has(cell) ? '' : cellText(cell);
    if (cell !== null) seen.add(cell);
    if (cell !== null && cell.r === r && texts[column] !== '' && (place === null || cell.c < place.c)) place = cell;
  }
  // A cell over all columns is a title between two sheets.
  if (place !== null && [...header.columns.values()].every((c) => view.at(r, c) === place)) return null;
  if (place === null || !['level3', 'combined', 'description', 'value'].some((column) => texts[column as IndicatorColumn])) return null;
  splitCombined(texts);
  // A format without spans prints a merged level once; where both levels are blank the row belongs to the levels above.
  if (texts.level1 === '' && before?.texts.level1) {
    texts.level1 = before.texts.level1;
    if (texts.level2 === '') texts.level2 = before.texts.level2 ?? '';
  }
  return { texts, cell: place, tableIndex };
}

/** Splits 产出指标数量指标出具报告 into its levels where one column prints all. */
function splitCombined(texts: Partial<Record<IndicatorColumn, string>>): void {
  const whole = texts.combined;
  if (whole === undefined || whole === '') return;
  const level1 = LEVEL1_NAMES.exec(whole)?.[0] ?? '';
  const rest = whole.slice(level1.length);
  const level2 = level1 === '' ? '' : (LEVEL2_NAMES.exec(rest)?.[0] ?? '');
  if (level1 !== '') texts.level1 = level1;
  if (level2 !== '') texts.level2 = level2;
  texts.level3 = texts.level3 || rest.slice(level2.length) || whole;
}

import type { GridCell, GridTable } from '../../model/index.js';
import { unitIn } from './amountCell.js';
import { cellText, compactText, type GridView } from './gridView.js';
import { type IndicatorHeader, readIndicatorRow } from './indicatorTable.js';
import { readIndicatorText } from './indicatorText.js';
import { type IndicatorColumn, indicatorColumn, normalizeLabel, type SheetField, sheetField } from './labels.js';
import { splitCode } from './projectCode.js';
import { assignField, newDraft, type ProjectDraft } from './projectDraft.js';

/** Header words of lists whose rows are projects, beyond the labels of sheets. */
const LIST_NAME = /^(?:支出项目类别|项目|重点项目|项目类别)(?:名称)?$/;
const SUM_ROW = /^(?:合计|总计|小计|部门合计|单位合计|[*＊]+|栏次)$/;
/** A first-level header over the parts of an amount. */
const OF_WHICH = /^(?:其中|合计|小计|金额)$/;

/** The columns of a list of projects by body column. */
export interface ListColumns {
  fields: ReadonlyMap<SheetField, { at: number; priority: number; unit: string | null }>;
  indicators: ReadonlyMap<IndicatorColumn, number>;
  /** The column whose cells print all indicators of a project as text, or null. */
  textAt: number | null;
}

/** The columns of a grid whose rows are projects with goals or indicators, or null where it is no such list. */
export function readListColumns(grid: GridTable): ListColumns | null {
  const fields = new Map<SheetField, { at: number; priority: number; unit: string | null }>();
  const indicators = new Map<IndicatorColumn, number>();
  const priorities = new Map<IndicatorColumn, number>();
  for (const [index, path] of grid.columns.entries()) {
    const at = grid.columnAt[index];
    if (at === undefined || path.length === 0) continue;
    const leaf = path.at(-1) ?? '';
    const indicator = indicatorColumn(leaf);
    if (indicator !== null && (priorities.get(indicator.column) ?? -1) < indicator.priority) {
      indicators.set(indicator.column, at);
      priorities.set(indicator.column, indicator.priority);
    }
    const field = listField(path);
    if (field !== null && (fields.get(field.field)?.priority ?? -1) < field.priority) {
      fields.set(field.field, { at, priority: field.priority, unit: unitIn(path.join('')) });
    }
  }
  const levels = ['level1', 'level2', 'level3', 'combined'].filter((column) => indicators.has(column as IndicatorColumn)).length;
  const named = fields.has('name') || fields.has('code');
  return named && (fields.has('goals') || levels >= 2)
    ? { fields, indicators: levels >= 2 ? indicators : new Map(), textAt: levels >= 2 ? null : (indicators.get('combined') ?? null) }
    : null;
}

/** The field a header path names: its leaf, or the header above a leaf that only says 其中 or 合计. */
function listField(path: readonly string[]): { field: SheetField; priority: number } | null {
  const leaf = normalizeLabel(path.at(-1) ?? '');
  if (LIST_NAME.test(leaf)) return { field: 'name', priority: 0 };
  if (path.length > 1 && OF_WHICH.test(leaf)) return sheetField(path.at(-2) ?? '') ?? sheetField(leaf);
  const found = sheetField(leaf);
  // Under 财政拨款 or 其他资金 a leaf such as 基本支出 is only a part.
  return found;
}

/** Reads the projects a list prints: each named cell with goals or indicators is one; sums and units are none. */
export function readProjectList(view: GridView, tableIndex: number, columns: ListColumns, drafts: ProjectDraft[]): void {
  const header: IndicatorHeader = { columns: columns.indicators, firstRow: 0 };
  const nameAt = columns.fields.get('name')?.at ?? columns.fields.get('code')?.at ?? 0;
  let nameCell: GridCell | null = null;
  let goalsCell: GridCell | null = null;
  let draft: ProjectDraft | null = null;
  for (const { r } of view.grid.rows) {
    const cell = view.at(r, nameAt);
    const goals = columns.fields.has('goals') ? view.at(r, columns.fields.get('goals')?.at ?? 0) : null;
    const isNamed = cell !== null && cell !== nameCell && cellText(cell) !== '';
    const hasGoals = goals !== null && goals !== goalsCell && cellText(goals) !== '' && cellText(goalsCell) !== '';
    const goesOn = !isNamed && hasGoals && draft !== null && isPaidByBudgetOf(view, r, columns, draft);
    if (goesOn && draft !== null && goals !== null) continueGoals(draft, goals, goalsCell);
    const starts = isNamed || (hasGoals && !goesOn);
    if (starts && cell !== null && !SUM_ROW.test(cellText(cell))) {
      draft = startProject(view, r, tableIndex, columns, cell);
      if (draft !== null) drafts.push(draft);
      const printed = columns.textAt === null ? null : view.at(r, columns.textAt);
      if (draft !== null && printed !== null) draft.indicators.push(...readIndicatorText(printed, tableIndex));
    } else if (starts) draft = null;
    nameCell = cell ?? nameCell;
    goalsCell = goals ?? goalsCell;
    if (draft === null || columns.indicators.size === 0) continue;
    const indicator = readIndicatorRow(view, r, header, tableIndex, draft.indicators.at(-1));
    if (indicator !== null) draft.indicators.push(indicator);
  }
}

/** Whether a row stands beside the budget of a project that began above it: goals there are of the same project. */
function isPaidByBudgetOf(view: GridView, r: number, columns: ListColumns, draft: ProjectDraft): boolean {
  const at = columns.fields.get('budget')?.at;
  return at !== undefined && draft.amounts.budget !== undefined && view.at(r, at) === draft.amounts.budget.cell;
}

/** Goals of a project that go on in another cell: on the next page the text itself does. */
function continueGoals(draft: ProjectDraft, goals: GridCell, before: GridCell | null): void {
  const last = draft.goals.at(-1);
  if (last === undefined) return;
  if (goals.page !== before?.page) last.text += goals.text;
  else draft.goals.push({ ...last, text: goals.text });
}

/** The project that starts in a row; null where the row prints neither goals nor indicators (a unit, a sum). */
function startProject(view: GridView, r: number, tableIndex: number, columns: ListColumns, nameCell: GridCell): ProjectDraft | null {
  const draft = newDraft(tableIndex, nameCell, null);
  for (const [field, { at, priority, unit }] of columns.fields) {
    const cell = view.at(r, at);
    if (cell === null || (field !== 'name' && field !== 'code' && cell.r < r && field !== 'goals')) continue;
    assignField(draft, field, priority, cell, tableIndex, unit ?? unitIn(view.grid.unit));
  }
  const split = splitCode(compactText(draft.name ?? ''));
  if (draft.code === null && split.code !== null) {
    draft.code = split.code;
    draft.codeCell = nameCell;
    draft.name = split.name;
  }
  const hasIndicators = [...columns.indicators].some(([column, at]) => column !== 'unit' && cellText(view.at(r, at)) !== '');
  return draft.goals.length > 0 || hasIndicators ? draft : null;
}

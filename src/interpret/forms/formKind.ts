import type { GridTable } from '../../model/index.js';
import { assetColumns } from './assets.js';
import { cellText, GridView } from './gridView.js';
import { readIndicatorHeader } from './indicatorTable.js';
import { institutionColumns } from './institutions.js';
import { LEVEL1_NAMES, labelIn, type SheetField } from './labels.js';
import { procurementColumns } from './procurement.js';
import { readListColumns } from './projectLists.js';

export type FormKind = 'project_performance' | 'overall_performance' | 'institutions' | 'assets' | 'procurement';

const OVERALL_TITLE = /整体(?:支出|预算)?(?:支出)?绩效|部门整体/;
const PERFORMANCE_TITLE = /绩效/;

/** What a grid is as a form, by the labels it prints; null where it is none. Lists of project money that only add goals are none. */
export function formKind(grid: GridTable): FormKind | null {
  const view = new GridView(grid);
  const fields = sheetFields(view);
  if (isPerformance(view, fields)) return isOverall(view, fields) ? 'overall_performance' : 'project_performance';
  if (assetColumns(grid) !== null) return 'assets';
  if (procurementColumns(grid) !== null) return 'procurement';
  return institutionColumns(grid) === null ? null : 'institutions';
}

/** Whether a grid prints indicators, or the money and goals of one project. */
function isPerformance(view: GridView, fields: ReadonlySet<SheetField | 'indicators'>): boolean {
  const list = readListColumns(view.grid);
  if (list !== null) {
    // A list of project money by source that only adds goals is a table of money.
    const known = list.fields.size + list.indicators.size;
    return list.indicators.size > 0 || PERFORMANCE_TITLE.test(view.grid.title ?? '') || known >= view.grid.columns.length - 1;
  }
  if (fields.has('indicators')) return true;
  return (
    fields.has('goals') &&
    (fields.has('name') || fields.has('code') || PERFORMANCE_TITLE.test(view.grid.title ?? '')) &&
    (fields.has('budget') || fields.has('fiscal'))
  );
}

/** Whether a performance sheet is the whole department's. */
function isOverall(view: GridView, fields: ReadonlySet<SheetField | 'indicators'>): boolean {
  if (fields.has('name') || fields.has('code')) return false;
  const words = `${view.grid.title ?? ''}${[0, 1, 2].flatMap((r) => view.row(r).map((cell) => cellText(cell))).join('')}`;
  return OVERALL_TITLE.test(words) || fields.has('department');
}

/** The fields that a sheet's labels name, and whether it prints indicators. */
function sheetFields(view: GridView): Set<SheetField | 'indicators'> {
  const fields = new Set<SheetField | 'indicators'>();
  for (let r = 0; r < view.rows; r += 1) {
    if (readIndicatorHeader(view, r) !== null) fields.add('indicators');
    const cells = view.row(r).map((cell) => cellText(cell));
    if (r < 2 && cells.slice(0, 2).some((text) => LEVEL1_NAMES.test(text))) fields.add('indicators');
    for (const text of cells) {
      const found = labelIn(text);
      if (found !== null) fields.add(found.field);
    }
  }
  return fields;
}

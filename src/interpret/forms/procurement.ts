import type { GridTable, Procurement } from '../../model/index.js';
import { readNumber, readYuan, unitIn } from './amountCell.js';
import { type FormsInput, tablePlace } from './formContext.js';
import { compactText } from './gridView.js';
import { type ColumnWords, findColumns } from './records.js';

const MONEY = [
  'unit_price',
  'total',
  'general',
  'fund',
  'state_capital',
  'special_account',
  'own',
  'carry_over',
  'reserved_for_small_firms',
] as const;
type ProcurementColumn = 'project' | 'item' | 'catalogue_code' | 'unit' | 'quantity' | (typeof MONEY)[number];
const COLUMNS: readonly ColumnWords<ProcurementColumn>[] = [
  { column: 'catalogue_code', pattern: /(?:采购目录|品目|目录)(?:序号|编码|编号|代码)$|^品目编码$/ },
  { column: 'item', pattern: /采购(?:物品|品目|货物|内容|标的)(?:名称)?$|^品目(?:名称)?$|^(?:物品|货物|标的)名称$|^采购目录(?:名称)?$/ },
  { column: 'project', pattern: /^(?:采购|支出|政府采购)?项目(?:名称)?$/ },
  { column: 'unit', pattern: /^计量单位$/ },
  { column: 'quantity', pattern: /^(?:采购)?数量$/ },
  { column: 'unit_price', pattern: /^单价$/ },
  { column: 'reserved_for_small_firms', pattern: /(?:中小微?|小微)企业.*(?:份额|预算|金额)?$/ },
  { column: 'general', pattern: /^一般公共预算/ },
  { column: 'fund', pattern: /^(?:政府性)?基金/ },
  { column: 'state_capital', pattern: /^国有资本/ },
  { column: 'special_account', pattern: /^财政专户/ },
  { column: 'own', pattern: /^(?:单位|自有|其他)资金/ },
  { column: 'carry_over', pattern: /^上年结转/ },
  { column: 'total', pattern: /^(?:合计|总计|金额|采购金额|预算金额|采购预算|总金额|采购预算金额|小计)$/ },
];

/** The columns of a list of things to be procured, or null where the grid is none: item or catalogue code with quantity, price or money. */
export function procurementColumns(grid: GridTable): Map<ProcurementColumn, number> | null {
  const columns = findColumns(grid, COLUMNS);
  const words = `${grid.title ?? ''}${grid.columns.map((path) => path.join('')).join('')}`;
  const specific = (['item', 'catalogue_code', 'quantity', 'unit_price', 'unit'] as const).filter((column) => columns.has(column)).length;
  const money = MONEY.some((column) => columns.has(column));
  return /采购/.test(words) && (columns.has('item') || columns.has('catalogue_code')) && (specific >= 2 || money) ? columns : null;
}

/** The rows of a procurement list, money in yuan; sums are no rows. An empty form has none. */
export function readProcurement(input: FormsInput, tableIndex: number, grid: GridTable): Procurement[] {
  const columns = procurementColumns(grid);
  if (columns === null) return [];
  const rows: Procurement[] = [];
  for (const { r, texts } of grid.rows) {
    const printed = (column: ProcurementColumn) => compactText(texts[columns.get(column) ?? -1] ?? '');
    const text = (column: ProcurementColumn) => printed(column) || null;
    if (texts.some((cell) => /^(?:合计|总计|小计)$/.test(compactText(cell)))) continue;
    if (text('item') === null && text('catalogue_code') === null) continue;
    const money = (column: (typeof MONEY)[number]) =>
      readYuan(printed(column), unitIn(grid.columns[columns.get(column) ?? -1]?.join('') ?? '') ?? unitIn(grid.unit));
    const lineIds = [...columns].flatMap(([, index]) => {
      const at = grid.columnAt[index];
      return at === undefined ? [] : (input.lineAt(tableIndex, r, at) ?? []);
    });
    rows.push({
      document_id: input.facts.document_id,
      project: text('project'),
      item: text('item'),
      catalogue_code: text('catalogue_code'),
      unit: text('unit'),
      quantity: readNumber(printed('quantity')),
      unit_price: money('unit_price'),
      total: money('total'),
      general: money('general'),
      fund: money('fund'),
      state_capital: money('state_capital'),
      special_account: money('special_account'),
      own: money('own'),
      carry_over: money('carry_over'),
      reserved_for_small_firms: money('reserved_for_small_firms'),
      line_ids: lineIds,
      ...tablePlace(
        input,
        tableIndex,
        r,
        grid.cells.find((cell) => cell.r === r),
      ),
    });
  }
  return rows;
}

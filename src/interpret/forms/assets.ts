import type { Asset, GridTable } from '../../model/index.js';
import { readNumber, readYuan, unitIn } from './amountCell.js';
import { type FormsInput, tablePlace } from './formContext.js';
import { compactText } from './gridView.js';
import { type ColumnWords, findColumns } from './records.js';

type AssetColumn = 'item' | 'quantity' | 'area' | 'value';
const COLUMNS: readonly ColumnWords<AssetColumn>[] = [
  { column: 'item', pattern: /^(?:项目|资产(?:名称|类别|项目|类型)|类别|名称)$/ },
  { column: 'quantity', pattern: /^数量$/ },
  { column: 'area', pattern: /^面积$/ },
  { column: 'value', pattern: /^(?:资产)?(?:价值|原值|账面原值|账面价值|金额)$/ },
];
const ASSET_WORDS = /资产|房屋|车辆|设备/;

/** The columns of an asset table, or null where the grid is none: items of property with number and value. */
export function assetColumns(grid: GridTable): Map<AssetColumn, number> | null {
  const columns = findColumns(grid, COLUMNS);
  if (!columns.has('item') || !columns.has('value') || !(columns.has('quantity') || columns.has('area'))) return null;
  const items = grid.rows.filter(({ texts }) => ASSET_WORDS.test(texts[columns.get('item') ?? -1] ?? '')).length;
  return items >= Math.max(1, grid.rows.length / 2) ? columns : null;
}

/** The ISO date of a printed one: 2023-12-31, 2023年12月31日; null where there is none. */
export function isoDate(text: string | null): string | null {
  const match = /(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})/.exec(text ?? '');
  return match === null ? null : `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`;
}

/** The rows of an asset table: counts, square metres and values in yuan. */
export function readAssets(input: FormsInput, tableIndex: number, grid: GridTable): Asset[] {
  const columns = assetColumns(grid);
  if (columns === null) return [];
  const valueHeader = grid.columns[columns.get('value') ?? -1]?.join('') ?? '';
  const unit = unitIn(valueHeader) ?? unitIn(grid.unit);
  const asOf =
    isoDate(grid.meta.asOf) ??
    grid.cells.map((cell) => (cell.role === 'meta' ? isoDate(cell.text) : null)).find((date) => date !== null) ??
    null;
  const rows: Asset[] = [];
  for (const { r, texts } of grid.rows) {
    const printed = (column: AssetColumn) => compactText(texts[columns.get(column) ?? -1] ?? '');
    const item = printed('item');
    if (item === '') continue;
    const measure = /[（(]([^（()）]*)[）)]$/.exec(item)?.[1] ?? null;
    const quantity = readNumber(printed('quantity'));
    const square = measure !== null && /平方米|㎡|m²/.test(measure);
    const amountColumns = (['quantity', 'area', 'value'] as const).flatMap((column) => {
      const at = grid.columnAt[columns.get(column) ?? -1];
      return at === undefined ? [] : (input.lineAt(tableIndex, r, at) ?? []);
    });
    rows.push({
      document_id: input.facts.document_id,
      as_of: asOf,
      item,
      measure,
      count: square ? null : quantity,
      area: readNumber(printed('area')) ?? (square ? quantity : null),
      value: readYuan(printed('value'), unit),
      line_ids: amountColumns,
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

import type { GridTable, Institution } from '../../model/index.js';
import { type FormsInput, tablePlace } from './formContext.js';
import { compactText } from './gridView.js';
import { type ColumnWords, findColumns } from './records.js';

type InstitutionColumn = 'name' | 'nature' | 'rank' | 'funding_form';
const COLUMNS: readonly ColumnWords<InstitutionColumn>[] = [
  { column: 'name', pattern: /^(?:预算|基层|所属|二级预算|纳入.*)?(?:单位|机构|部门)(?:全称|名称)$|^(?:预算|所属|基层)单位$/ },
  { column: 'nature', pattern: /^(?:单位|机构)?(?:性质|类别|类型)$/ },
  { column: 'rank', pattern: /^(?:单位|机构)?(?:规格|级别)$/ },
  { column: 'funding_form', pattern: /^经费(?:保障)?(?:形式|性质|来源|渠道|方式|类型|供给方式)$|^预算(?:管理)?(?:形式|性质)$/ },
];
const LIST_TITLE = /(?:预算|决算)?单位(?:构成|名单|情况)|机构设置|二级预算单位/;

/** The columns of a list of institutions, or null where the grid is none: names with nature, rank or funding and no amounts. */
export function institutionColumns(grid: GridTable): Map<InstitutionColumn, number> | null {
  const columns = findColumns(grid, COLUMNS);
  if (!columns.has('name') || grid.columns.length > 8) return null;
  const others = grid.columns.filter(
    (path, index) => index !== columns.get('name') && !/^(?:序号|编号|备注|说明|(?:拟)?变动情况)$/.test(path.at(-1) ?? ''),
  ).length;
  if (others === 0 && grid.unit === null) return columns;
  return columns.size >= 2 || (LIST_TITLE.test(grid.title ?? '') && grid.unit === null) ? columns : null;
}

/** The institutions a list prints (机构设置情况, 预算单位构成). */
export function readInstitutions(input: FormsInput, tableIndex: number, grid: GridTable): Institution[] {
  const columns = institutionColumns(grid);
  if (columns === null) return [];
  const rows: Institution[] = [];
  for (const { r, texts } of grid.rows) {
    const text = (column: InstitutionColumn) => compactText(texts[columns.get(column) ?? -1] ?? '') || null;
    const name = text('name');
    if (name === null || /^(?:合计|总计|小计)$/.test(name)) continue;
    const place = tablePlace(
      input,
      tableIndex,
      r,
      grid.cells.find((cell) => cell.r === r),
    );
    rows.push({
      document_id: input.facts.document_id,
      name,
      nature: text('nature'),
      rank: text('rank'),
      funding_form: text('funding_form'),
      ...place,
    });
  }
  return rows;
}

import { NOT_ORGANIZATION, ORGANIZATION, SUBTOTAL_ROW, SURE_ORGANIZATION, TOTAL_ROW } from '../lexicon/rowWords.js';
import type { Block, DocumentContext, RowReading } from '../reading.js';
import { fold, withoutTrailingBrackets } from '../text/fold.js';

/** Digits of the code of a first-level department; the units below add three a level. */
const DEPARTMENT_DIGITS = 3;
const OWN = /\(?(本级|机关|本部)\)?$/;

/** A folded organization name without `（本级）`. */
function bareName(name: string): string {
  return withoutTrailingBrackets(name.replace(OWN, ''));
}

/** Whether a label names an organization: an ending of one, and no word of money or work outside brackets. */
function namesOrganization(label: string, context: DocumentContext): boolean {
  const name = fold(label);
  if (context.organization !== null && bareName(name) === fold(context.organization)) return true;
  const bare = bareName(name);
  if (bare.length < 4 || !ORGANIZATION.test(bare)) return false;
  return SURE_ORGANIZATION.test(bare) || !NOT_ORGANIZATION.test(bare);
}

/** Headers of columns that hold units only, and of columns that mix units with what they spend on. */
const UNITS_ONLY = /^(预算)?单位(名称)?$|^预算单位|^部门(名称)?$|^单位名称|^部门\(单位\)/;
const MIXED = /单位|部门/;

/** Marks the rows that are budget units: by a unit code, by the column their label stands in, or by the name where rows mix units and items. */
export function markUnits(rows: readonly RowReading[], block: Block, context: DocumentContext): void {
  const headers = block.labels.map((column) => ({ column, leaf: fold(column.path.at(-1) ?? '') }));
  const only = new Set(headers.filter(({ column, leaf }) => column.classification === 'unit' && UNITS_ONLY.test(leaf)).map(({ column }) => column));
  const mixed = headers.some(({ leaf }) => MIXED.test(leaf)) || block.labels.length === 1;
  for (const row of rows) {
    if (TOTAL_ROW.test(row.parts.name) || SUBTOTAL_ROW.test(row.parts.name) || row.label === '') continue;
    const code = row.codes.get('unit');
    const coded = [...row.codes.keys()].some((classification) => classification !== 'unit');
    const listed = row.labelColumn !== null && only.has(row.labelColumn);
    const named = (mixed || block.labels.length > 1) && !coded && row.parts.style === null && namesOrganization(row.label, context);
    row.isUnit = code !== undefined || listed || named;
    if (!row.isUnit) continue;
    row.unitCode = code?.code ?? null;
    row.unitName = row.label;
  }
}

/** Whether a unit row stands for the whole department: the only unit, or one with units below it that bears the department's name. */
function isDepartment(row: RowReading, units: readonly RowReading[], context: DocumentContext): boolean {
  const isOwn = context.organization !== null && bareName(fold(row.label)) === bareName(fold(context.organization));
  if (units.length === 1) return row.unitCode === null || row.unitCode.length <= DEPARTMENT_DIGITS;
  return isOwn && units.some((other) => other.parent === row);
}

/**
 * Scope of every row: a budget unit's row and the rows printed below it are the unit's (`own` where the unit is the publishing organization
 * itself), the others the department's. Needs the parents of the rows; sets unit code and name, and `scope`.
 */
export function setScopes(rows: readonly RowReading[], context: DocumentContext): void {
  const units = rows.filter((row) => row.isUnit);
  let current: RowReading | null = null;
  for (const row of rows) {
    if (TOTAL_ROW.test(row.parts.name)) current = null;
    else if (row.isUnit) current = row;
    if (current === null || isDepartment(current, units, context)) {
      row.scope = 'department_total';
      continue;
    }
    row.unitCode = current.unitCode;
    row.unitName = current.unitName;
    const own = context.organization !== null && bareName(fold(current.label)) === bareName(fold(context.organization));
    row.scope = own ? 'own' : 'unit';
  }
}

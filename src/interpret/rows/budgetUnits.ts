import { NOT_ORGANIZATION, ORGANIZATION, TOTAL_ROW } from '../lexicon/rowWords.js';
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
  return bare.length >= 4 && ORGANIZATION.test(bare) && !NOT_ORGANIZATION.test(bare);
}

/** Marks the rows that are budget units: by a unit code, by the column their label stands in, or by the name where rows mix units and items. */
function markUnits(rows: readonly RowReading[], block: Block, context: DocumentContext): void {
  const unitColumns = block.labels.filter((column) => column.classification === 'unit');
  const mixed = block.labels.some((column) => /单位|部门/.test(fold(column.path.at(-1) ?? '')) && column.classification !== 'unit');
  for (const row of rows) {
    if (TOTAL_ROW.test(row.parts.name)) continue;
    const code = row.codes.get('unit');
    const labelled = unitColumns.length > 0 && namesOrganization(row.label, context);
    const named =
      (mixed || block.labels.length === 1) && row.codes.size === 0 && row.parts.style === null && namesOrganization(row.label, context);
    row.isUnit = code !== undefined || labelled || named;
    if (!row.isUnit) continue;
    row.unitCode = code?.code ?? null;
    row.unitName = row.label;
  }
}

/** Whether a unit row stands for the whole department: the only unit, or a code that begins the codes of all others. */
function isDepartment(row: RowReading, units: readonly RowReading[], context: DocumentContext): boolean {
  const isOwn = context.organization !== null && bareName(fold(row.label)) === fold(context.organization);
  if (units.length === 1) return row.unitCode === null || row.unitCode.length <= DEPARTMENT_DIGITS;
  const { unitCode } = row;
  const above =
    unitCode !== null &&
    units.some((other) => other.unitCode !== null && other.unitCode !== unitCode && other.unitCode.startsWith(unitCode));
  return above && isOwn;
}

/**
 * Scope of every row: a budget unit's row and the rows printed below it are the unit's (`own` where the unit is the publishing organization
 * itself), the others the department's. Sets `isUnit`, unit code and name, and `scope`.
 */
export function setUnits(rows: readonly RowReading[], block: Block, context: DocumentContext): void {
  markUnits(rows, block, context);
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
    const own = context.organization !== null && bareName(fold(current.label)) === fold(context.organization);
    row.scope = own ? 'own' : 'unit';
  }
}

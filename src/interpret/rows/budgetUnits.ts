import type { GridTable } from '../../model/index.js';
import { NOT_ORGANIZATION, ORGANIZATION, SUBTOTAL_ROW, SURE_ORGANIZATION, TOTAL_ROW } from '../lexicon/rowWords.js';
import type { Block, ColumnReading, DocumentContext, RowReading } from '../reading.js';
import { fold, withoutTrailingBrackets } from '../text/fold.js';
import { isNameless } from './hierarchy.js';

/** Digits of the code of a first-level department; the units below add three a level. */
const DEPARTMENT_DIGITS = 3;
/** The administrative division that an organization's name begins with. */
const DIVISION = /^.{1,8}?[省市区县州旗盟]/;
/** Characters of indentation that make a level. */
const LEVEL = 0.8;
const OWN = /\(?(本级|机关|本部)\)?$/;

/** A folded organization name without `（本级）`. */
function bareName(name: string): string {
  return withoutTrailingBrackets(name.replace(OWN, ''));
}

/** Whether a label is the name of the publishing organization, with or without 本级. */
function isOrganization(label: string, context: DocumentContext): boolean {
  return context.organization !== null && bareName(fold(label)) === bareName(fold(context.organization));
}

/** Whether a label names an organization: an ending of one, and no word of money or work outside brackets. */
function namesOrganization(label: string, context: DocumentContext): boolean {
  if (isOrganization(label, context)) return true;
  const bare = bareName(fold(label));
  if (bare.length < 4 || !ORGANIZATION.test(bare)) return false;
  return SURE_ORGANIZATION.test(bare) || !NOT_ORGANIZATION.test(bare);
}

/** Whether a label surely names an organization of the same place: it begins with the division of the publishing organization's name. */
function namesSister(label: string, context: DocumentContext): boolean {
  const bare = bareName(fold(label));
  const division = DIVISION.exec(fold(context.organization ?? ''))?.[0];
  return division !== undefined && bare.startsWith(division) && SURE_ORGANIZATION.test(bare);
}

/** Headers of columns that hold units only, and of columns that mix units with what they spend on. */
const UNITS_ONLY = /^(预算)?单位(名称)?$|^预算单位|^部门(名称)?$|^单位名称$|^(部门\(单位\)|单位\(部门\))(名称)?$/;
const MIXED = /单位|部门/;

/** Indentation that all items of a mixed column have and its units have not, or null where indentation tells nothing. */
function itemIndent(rows: readonly RowReading[]): number | null {
  const indents = rows.filter((row) => !TOTAL_ROW.test(row.parts.name)).flatMap((row) => row.indent ?? []);
  const least = Math.min(...indents);
  const deeper = indents.filter((indent) => indent >= least + LEVEL).length;
  return indents.length > 2 && deeper * 2 >= indents.length ? least + LEVEL : null;
}

/** Whether the unit code of a row says whose item it is: the row has an official code of its own and its label names no unit (224 | 01 | 01 | 357001 | 行政运行). */
function standsForItem(row: RowReading, unitColumns: ReadonlySet<ColumnReading>, context: DocumentContext): boolean {
  const coded = [...row.codes].some(([classification, code]) => classification !== 'unit' && code.origin !== 'named');
  return coded && !(row.labelColumn !== null && unitColumns.has(row.labelColumn)) && !namesOrganization(row.label, context);
}

/** The rows that print a goal or another text behind their amounts. */
function describedRows(table: GridTable, rows: readonly RowReading[], block: Block): Set<RowReading> {
  const amountsTo = Math.max(...block.amounts.map((column) => column.index));
  const behind = [...block.labels, ...block.others].filter((column) => column.index > amountsTo);
  return new Set(rows.filter((row) => behind.some(({ index }) => fold(table.rows[row.index]?.texts[index] ?? '') !== '')));
}

/**
 * Marks the rows that are budget units: by a unit code where units print one, else by the column their label stands in, else, in a column that mixes
 * units with what they spend on, by the name and the indentation. A row that bears the organization's own name always is one; a list with such a row
 * mixes in its sister units, whatever its header says. Where the organization's own row leaves the texts behind the amounts to the items, a row that
 * prints one is an item, though it bears the name of an organization.
 */
export function markUnits(table: GridTable, rows: readonly RowReading[], block: Block, context: DocumentContext): void {
  const headers = block.labels.map((column) => ({ column, leaf: fold(column.path.at(-1) ?? '') }));
  const only = new Set(
    headers.filter(({ column, leaf }) => column.classification === 'unit' && UNITS_ONLY.test(leaf)).map(({ column }) => column),
  );
  const mixed = headers.some(({ leaf }) => MIXED.test(leaf));
  const isOwnCode = (row: RowReading) => row.codes.has('unit') && !standsForItem(row, only, context);
  const withCodes = rows.some(isOwnCode);
  const items = itemIndent(rows);
  const listsOwn = rows.some((row) => isOrganization(row.label, context));
  const described = describedRows(table, rows, block);
  const itemsOnly = rows.some((row) => isOrganization(row.label, context) && !described.has(row));
  for (const row of rows) {
    const code = isOwnCode(row) ? row.codes.get('unit') : undefined;
    if (TOTAL_ROW.test(row.parts.name) || SUBTOTAL_ROW.test(row.parts.name) || (row.label === '' && code === undefined)) continue;
    const coded = [...row.codes.keys()].some((classification) => classification !== 'unit');
    const listed = row.labelColumn !== null && only.has(row.labelColumn);
    const outside = items === null || row.indent === null || row.indent < items;
    const named = mixed && outside && namesOrganization(row.label, context);
    const heads = block.labels.length > 1 && row.labels.length === 1 && namesOrganization(row.label, context);
    // Under a header that says that units stand among the items, depth tells them: a project may bear a unit's name.
    const sister = listsOwn && !mixed && namesSister(row.label, context);
    const isItem = itemsOnly && described.has(row);
    const free = !coded && !isItem && row.parts.style === null && (named || heads || sister || isOrganization(row.label, context));
    row.isUnit = code !== undefined || (withCodes ? !coded && isOrganization(row.label, context) : listed || free);
    if (!row.isUnit) continue;
    row.unitCode = code?.code ?? null;
    row.unitName = row.label === '' ? null : row.label;
  }
}

/** A unit that rows belong to. */
interface Unit {
  name: string;
  code: string | null;
  row: RowReading | null;
}

/** Whether a unit stands for the whole department: the only unit, or one with the department's name that has units below it or 本级 beside it. */
function isDepartment(unit: Unit, units: readonly Unit[], context: DocumentContext): boolean {
  if (units.length === 1) return unit.code === null || unit.code.length <= DEPARTMENT_DIGITS;
  if (!isOrganization(unit.name, context)) return false;
  const above = unit.row !== null && units.some((other) => other.row !== null && other.row.parent === unit.row);
  const beside = !OWN.test(fold(unit.name)) && units.some((other) => OWN.test(fold(other.name)) && isOrganization(other.name, context));
  return above || beside;
}

/** The code of the unit whose item a row is, printed beside it; a column of unit codes that repeats the row's own code names no unit. */
function codeBeside(row: RowReading): string | null {
  const code = row.codes.get('unit')?.code;
  if (row.isUnit || code === undefined) return null;
  return [...row.codes].some(([classification, other]) => classification !== 'unit' && other.code === code) ? null : code;
}

/** The one code printed beside the items behind a unit row until the next unit, or null. */
function codeOfItems(rows: readonly RowReading[], unit: RowReading): string | null {
  const behind = rows.slice(rows.indexOf(unit) + 1);
  const next = behind.findIndex((row) => row.isUnit || TOTAL_ROW.test(row.parts.name));
  const codes = new Set(behind.slice(0, next < 0 ? behind.length : next).flatMap((row) => codeBeside(row) ?? []));
  const [code] = codes;
  return codes.size === 1 ? (code ?? null) : null;
}

/** The units of a block, one for each unit row and for each unit printed beside other rows, by name or by code. */
function unitsOf(rows: readonly RowReading[]): Unit[] {
  const units: Unit[] = rows
    .filter((row) => row.isUnit)
    .map((row) => ({ name: row.label, code: row.unitCode ?? codeOfItems(rows, row), row }));
  for (const row of rows) {
    const { isUnit, unitBeside: name } = row;
    const code = codeBeside(row);
    if (isUnit || (name === null && code === null)) continue;
    const known = units.some((unit) => (name !== null && fold(unit.name) === fold(name)) || (code !== null && unit.code === code));
    if (!known) units.push({ name: name ?? '', code, row: null });
  }
  return units;
}

/**
 * Scope of every row: a budget unit's row and the rows printed below or beside it are the unit's (`own` where the unit is the publishing
 * organization itself), the others the department's. Needs the parents of the rows; sets unit code and name, and `scope`.
 */
export function setScopes(rows: readonly RowReading[], context: DocumentContext): void {
  const units = unitsOf(rows);
  let current: Unit | null = null;
  for (const row of rows) {
    const beside = row.isUnit ? null : row.unitBeside;
    const code = codeBeside(row);
    if (TOTAL_ROW.test(row.parts.name) || isNameless(row) || row.isUnitClass) current = null;
    else if (row.isUnit) current = units.find((unit) => unit.row === row) ?? null;
    else if (beside !== null) current = units.find((unit) => fold(unit.name) === fold(beside)) ?? current;
    else if (code !== null) current = units.find((unit) => unit.code === code) ?? current;
    if (current === null || isDepartment(current, units, context)) {
      row.scope = 'department_total';
      continue;
    }
    row.unitCode = current.code;
    row.unitName = current.name === '' ? null : current.name;
    row.scope = isOrganization(current.name, context) ? 'own' : 'unit';
  }
}

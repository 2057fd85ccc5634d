import type { Role } from '../../model/index.js';
import { ADMINISTRATION, SIDE_SUM_ROW, SUBTOTAL_ROW, TOTAL_ROW } from '../lexicon/rowWords.js';
import type { RowReading } from '../reading.js';
import { isBalance, isNameless } from './hierarchy.js';

const GRAND = /总计$/;

/** Whether an `其中` row begins a list of parts (其中：（一）… （二）…; 其中：购置费, 运行费) and so is one of them. */
function beginsParts(row: RowReading, rows: readonly RowReading[]): boolean {
  const next = rows[rows.indexOf(row) + 1];
  if (!next || next.parts.ofWhich) return false;
  if (row.parts.style !== null)
    return (
      next.parts.style === row.parts.style ||
      rows.some((other) => other.parent === row.parent && other.parts.style === row.parts.style && other !== row)
    );
  return row.says.threePublic !== null && next.parent === row.parent && next.says.threePublic !== null;
}

/** Whether a nameless row opens or closes a list whose other rows are named and none of which is a sum: the total, its name left out. */
function isNamelessTotal(row: RowReading, rows: readonly RowReading[]): boolean {
  const others = rows.filter((other) => other !== row);
  return (
    isNameless(row) &&
    (rows.at(-1) === row || rows[0] === row) &&
    others.length > 1 &&
    !others.some((other) => isNameless(other) || TOTAL_ROW.test(other.parts.name))
  );
}

/** Whether the row or one above it is money carried over. */
function inBalance(row: RowReading): boolean {
  for (let at: RowReading | null = row; at !== null; at = at.parent) if (isBalance(at)) return true;
  return false;
}

/** Whether a row is a sum of its own beside the “三公” items of its block (机关运行经费): it is no part of their total. */
function standsApart(row: RowReading, rows: readonly RowReading[]): boolean {
  return (
    row.says.threePublic === null &&
    ADMINISTRATION.test(row.parts.name) &&
    !row.parts.ofWhich &&
    rows.some((other) => other.says.threePublic !== null)
  );
}

/** Role of one row from its label, its children and the sums its block prints. */
function roleOf(row: RowReading, rows: readonly RowReading[], children: ReadonlySet<RowReading>, grand: boolean): Role {
  const { name } = row.parts;
  if (!row.isUnit) {
    if (SUBTOTAL_ROW.test(name)) return 'subtotal';
    if (SIDE_SUM_ROW.test(name)) return grand ? 'subtotal' : 'total';
    if (TOTAL_ROW.test(name) || isNamelessTotal(row, rows)) return children.has(row) && row.parts.style !== null ? 'subtotal' : 'total';
    if (inBalance(row)) return 'balance';
    if (row.parts.ofWhich && !beginsParts(row, rows)) return 'of_which';
  }
  const only =
    row.isUnit && row.parent === null && !rows.some((other) => other !== row && (other.isUnit || TOTAL_ROW.test(other.parts.name)));
  if (only && rows.length > 1) return 'total';
  return children.has(row) ? 'subtotal' : 'leaf';
}

/** Rows without a parent stand below the sum of their block: leaves and balances below 本年合计 and 总计 where both are printed. */
function hangBelowSums(rows: readonly RowReading[]): void {
  const total = rows.find((row) => row.role === 'total' && !standsApart(row, rows));
  rows.forEach((row, i) => {
    if (row.parent !== null || row === total || row.role === 'total' || row === total?.parent) return;
    const closing =
      row.role === 'balance' || SUBTOTAL_ROW.test(row.parts.name)
        ? undefined
        : rows.slice(i + 1).find((other) => other.role === 'subtotal' && SUBTOTAL_ROW.test(other.parts.name));
    row.parent = closing ?? total ?? null;
  });
}

/** Depth below the total, 0 for the total itself (or for rows of a block without one). */
function levelOf(row: RowReading): number {
  let level = 0;
  for (let at = row.parent; at !== null && level < 20; at = at.parent) level += 1;
  return level;
}

/** Whether a row goes on with the 其中 before it (其中：一般公共预算, then 政府性基金预算): nothing marks it, and both stand below the same item. */
function goesOnWithParts(row: RowReading, before: RowReading | undefined): boolean {
  if (before?.role !== 'of_which' || row.parent === null || row.parent !== before.parent) return false;
  return row.parts.style === null && !row.isUnit && !isBalance(row) && ![...row.codes.values()].some((code) => code.origin === 'printed');
}

/** Sets role and level of every row of a block, and hangs rows without a parent below the block's sums. Parents must be set. */
export function setRoles(rows: readonly RowReading[]): void {
  const apart = rows.filter((row) => standsApart(row, rows));
  for (const row of apart) row.parent = null;
  const children = new Set(rows.map((row) => row.parent).filter((parent) => parent !== null));
  rows.forEach((row, i) => {
    if (row.parent !== null && row.parts.ofWhich && !beginsParts(row, rows)) row.role = 'of_which';
    else if (goesOnWithParts(row, rows[i - 1])) row.role = 'of_which';
  });
  const excerpts = new Set(rows.filter(({ role }) => role === 'of_which'));
  const grand = rows.some((row) => GRAND.test(row.parts.name));
  const summed = new Set([...children].filter((parent) => rows.some((row) => row.parent === parent && row.role !== 'of_which')));
  for (const row of rows) row.role = excerpts.has(row) && !row.parts.ofWhich ? 'of_which' : roleOf(row, rows, summed, grand);
  if (rows.some((row) => row.role === 'total')) for (const row of apart) row.role = 'total';
  hangBelowSums(rows);
  for (const row of rows) row.level = levelOf(row);
}

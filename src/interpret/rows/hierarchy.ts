import type { ThreePublicItem } from '../../model/index.js';
import type { Classification } from '../lexicon/headerWords.js';
import { BALANCE_ROW, SIDE_SUM_ROW, SUBTOTAL_ROW, TOTAL_ROW } from '../lexicon/rowWords.js';
import type { RowReading } from '../reading.js';
import { setGroupSums } from './groupSums.js';

const CODED: readonly Classification[] = ['functional', 'economic_department', 'economic_government', 'revenue', 'unit', 'procurement'];
/** The numbered total of the “三公” items. */
const THREE_PUBLIC_SUM = /^[“"]?三公[”"]?经费[^，,。；;]{0,8}计$/;
const ITEM_PARENT: Readonly<Partial<Record<ThreePublicItem, ThreePublicItem>>> = {
  abroad: 'total',
  vehicles: 'total',
  reception: 'total',
  vehicle_purchase: 'vehicles',
  vehicle_operation: 'vehicles',
};

/** Whether the row sums up the rows around it instead of standing among them. */
export function isClosing(row: RowReading): boolean {
  const { name } = row.parts;
  return TOTAL_ROW.test(name) || SUBTOTAL_ROW.test(name) || SIDE_SUM_ROW.test(name);
}

/** Whether a row prints amounts and nothing that names them. */
export function isNameless(row: RowReading): boolean {
  return row.label === '' && row.codes.size === 0 && row.unitBeside === null;
}

/** Whether the row opens money carried over (上年结转 …). */
export function isBalance(row: RowReading): boolean {
  return row.block.hasBalances && BALANCE_ROW.test(row.parts.name);
}

/** Whether row `a` is a level above row `b` by the codes both print: every code of `a` begins (or is) the one of `b`, and one is shorter or absent. */
function codesAbove(a: RowReading, b: RowReading): boolean {
  let shorter = false;
  let shared = false;
  for (const classification of CODED) {
    const upper = a.codes.get(classification)?.code ?? null;
    const lower = b.codes.get(classification)?.code ?? null;
    if (upper === null) {
      // A name whose code could not be read is no level left out.
      if (a.names.has(classification)) return false;
      if (lower !== null) shorter = true;
      continue;
    }
    if (lower === null || !lower.startsWith(upper)) return false;
    shared = true;
    if (lower !== upper) shorter = true;
  }
  return shared && shorter;
}

/** Whether two rows print codes of one official list and neither code begins the other: a unit's row below one 项 heads no row of another. */
function codesApart(a: RowReading, b: RowReading): boolean {
  return CODED.some((classification) => {
    if (classification === 'unit') return false;
    const one = a.codes.get(classification);
    const other = b.codes.get(classification);
    if (one?.origin !== 'printed' || other?.origin !== 'printed' || !one.code || !other.code) return false;
    return !one.code.startsWith(other.code) && !other.code.startsWith(one.code);
  });
}

/** Characters of indentation that make a level; less is how a column of text is set. */
const DEEPER = 0.8;

/** Rows being open while walking down a block: numbered ones by style, and the last row with a code or unit. */
interface Walk {
  numbered: { style: string; row: RowReading }[];
  coded: RowReading[];
  unit: RowReading | null;
  before: RowReading | null;
  balance: RowReading | null;
  /** Rows whose parent their indentation told. */
  indented: Set<RowReading>;
}

/** The row before, where it is a name of its own that the numbered rows behind it may divide (财政拨款, then 1.一般公共预算拨款). */
function headingBefore(walk: Walk): RowReading | null {
  const { before } = walk;
  return before && before.parts.style === null && before.codes.size === 0 && !isClosing(before) && !before.isUnit ? before : null;
}

/** The open numbered row that prints no code, so that it heads the coded rows behind it (一、基本支出, then 工资福利支出), or null. */
function headingAbove(walk: Walk): RowReading | null {
  const open = walk.numbered.at(-1)?.row ?? null;
  return open !== null && open.codes.size === 0 && !isBalance(open) ? open : null;
}

/** What marks the style of a list that begins again with one below the first row of another of the same style. */
const NESTED = '+';
/** Styles that number the sides and classes of a summary; digits also number sentences. */
const NUMERALS: readonly string[] = ['一、', '(一)'];

/** The style of a row within the open lists: 一、本年支出 and behind it 一、一般公共服务支出 begin two lists, of which the second goes on as long as its numbers rise. */
function styleWithin(walk: Walk, row: RowReading, style: string): string {
  if (!NUMERALS.includes(style)) return style;
  const nested = `${style}${NESTED}`;
  const inner = walk.numbered.find((open) => open.style === nested)?.row ?? null;
  if (inner !== null) return (row.parts.ordinal ?? 0) > (inner.parts.ordinal ?? 0) ? nested : style;
  const { before } = walk;
  const isOpen =
    before !== null && before.codes.size === 0 && walk.numbered.at(-1)?.row === before && walk.numbered.at(-1)?.style === style;
  return isOpen && before.parts.ordinal === 1 && row.parts.ordinal === 1 ? nested : style;
}

/** The numbered row above a row numbered in `style`, closing rows of that style and below. */
function aboveInNumbering(walk: Walk, row: RowReading, printed: string): RowReading | null {
  const style = styleWithin(walk, row, printed);
  const same = walk.numbered.findLastIndex((open) => open.style === style);
  const sibling = walk.numbered[same]?.row ?? null;
  if (same >= 0) walk.numbered.splice(same);
  const parent = sibling ? sibling.parent : (walk.numbered.at(-1)?.row ?? (row.parts.ordinal === 1 ? headingBefore(walk) : null));
  walk.numbered.push({ style, row });
  return parent;
}

/**
 * The parent that indentation tells: the row before where this one is set deeper, else that of the nearest open row it is set as deep as. Pages
 * are indented each for itself: on a new page a row goes on with those before it. Null where indentation tells nothing.
 */
function aboveByIndent(walk: Walk, row: RowReading): RowReading | null {
  const { before } = walk;
  if (row.indent === null || before === null || before.indent === null || isClosing(before)) return null;
  if (row.page !== before.page) return before.isUnit ? before : walk.indented.has(before) ? before.parent : null;
  if (row.indent > before.indent + DEEPER) return before;
  let at: RowReading | null = before;
  while (at !== null && at.indent !== null && walk.indented.has(at)) {
    if (at.page !== row.page || row.indent > at.indent - DEEPER) return at.parent;
    at = at.parent;
  }
  return null;
}

/** The parent of a row that prints neither code nor number. */
function aboveUnnumbered(walk: Walk, row: RowReading, codedBlock: boolean): RowReading | null {
  const { before } = walk;
  if (row.parts.ofWhich) return before?.parts.ofWhich ? before.parent : before;
  const above = aboveByIndent(walk, row);
  if (above !== null) {
    walk.indented.add(row);
    return above;
  }
  const open = walk.numbered.at(-1)?.row ?? null;
  if (open !== null) return open;
  if (codedBlock && walk.coded.length > 0) return walk.coded.at(-1) ?? null;
  return walk.unit;
}

/** Whether a sum is numbered within an open heading (一、“三公”经费支出, then （一）支出合计): a row among others. */
function isNumberedWithin(row: RowReading, walk: Walk): boolean {
  const { style } = row.parts;
  return style !== null && walk.numbered.length > 0 && walk.numbered[0]?.style !== style;
}

/** The parent of one row, and the rows it closes. */
function parentOf(row: RowReading, walk: Walk, codedBlock: boolean): RowReading | null {
  if (isClosing(row) && !row.isUnit && !isNumberedWithin(row, walk)) {
    walk.numbered = [];
    walk.coded = [];
    walk.balance = null;
    // 一、“三公”经费合计, then its items, then 二、会议费 beside it: the numbered total of the items keeps its place in the numbering.
    if (row.parts.style !== null && THREE_PUBLIC_SUM.test(row.parts.name)) walk.numbered.push({ style: row.parts.style, row });
    return null;
  }
  const within = walk.balance !== null && (row.parts.style !== null || row.parts.ofWhich || walk.before?.parts.ofWhich === true);
  if (isBalance(row) && !within) {
    walk.numbered = [];
    walk.coded = [];
    walk.balance = row;
    if (row.parts.style !== null) walk.numbered.push({ style: row.parts.style, row });
    return null;
  }
  // A row of a year stands below the item beside it, not below another year; how its number is centred is no indentation.
  if (isNameless(row) || row.labelColumn?.role === 'year') return null;
  if (walk.balance !== null)
    return row.parts.style === walk.balance.parts.style && row.parts.style !== null ? reopen(walk, row) : walk.balance;
  const { threePublic } = row.says;
  if (row.isUnitClass && !row.isUnit) {
    walk.coded = [];
    walk.numbered = [];
    walk.unit = null;
    return null;
  }
  if (row.isUnit) {
    const above = walk.coded.filter((open) => codesAbove(open, row));
    const parent = above.at(-1) ?? null;
    walk.coded = [...above, row];
    walk.numbered = [];
    walk.unit = row;
    return parent;
  }
  if (CODED.some((classification) => row.codes.has(classification))) {
    const heads = (open: RowReading) => (open.isUnit && !codesApart(open, row)) || codesAbove(open, row);
    const unit = walk.unit !== null && codesApart(walk.unit, row) ? null : walk.unit;
    walk.coded = walk.coded.filter(heads);
    const parent = walk.coded.at(-1) ?? unit;
    walk.coded.push(row);
    if (row.parts.style !== null) {
      const numbered = aboveInNumbering(walk, row, row.parts.style);
      return parent && !parent.isUnit ? parent : (numbered ?? parent);
    }
    return parent ?? headingAbove(walk);
  }
  if (threePublic !== null && row.parts.style === null) return null;
  if (row.parts.style !== null) return aboveInNumbering(walk, row, row.parts.style) ?? (row.parts.ofWhich ? walk.before : walk.unit);
  return aboveUnnumbered(walk, row, codedBlock);
}

/** A numbered row behind a balance of the same style goes on at the balance's level. */
function reopen(walk: Walk, row: RowReading): RowReading | null {
  walk.balance = null;
  return aboveInNumbering(walk, row, row.parts.style ?? '');
}

/** In a “三公” table the items have fixed parents, however they are numbered. */
function placeItems(rows: readonly RowReading[]): void {
  rows.forEach((row, i) => {
    const above = row.says.threePublic === null ? undefined : ITEM_PARENT[row.says.threePublic];
    if (above === undefined || (row.parent !== null && isClosing(row.parent))) return;
    row.parent = rows.slice(0, i).findLast((other) => other.says.threePublic === above) ?? row.parent;
  });
}

/** Sets the parent of every row of a block: by codes, units, numbering, 其中 and indentation, in this order. Sums get none, the parts of a group its 小计. */
export function setParents(rows: readonly RowReading[]): void {
  const codedBlock = rows.some((row) => [...row.codes.values()].some((code) => code.origin === 'printed' || code.origin === 'inherited'));
  const walk: Walk = { numbered: [], coded: [], unit: null, before: null, balance: null, indented: new Set() };
  for (const row of rows) {
    row.parent = parentOf(row, walk, codedBlock);
    walk.before = row;
  }
  placeItems(rows);
  setGroupSums(rows);
}

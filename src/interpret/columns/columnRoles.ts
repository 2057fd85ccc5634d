import type { Part, Role } from '../../model/index.js';
import { SUBTOTAL_HEADER, SUM_HEADER } from '../lexicon/headerWords.js';
import { PART_WORDS } from '../lexicon/moneyWords.js';
import { ADMINISTRATION } from '../lexicon/rowWords.js';
import { lookUp } from '../lexicon/word.js';
import type { Block, ColumnReading } from '../reading.js';
import { fold } from '../text/fold.js';

const OF_WHICH = /^其中:?/;
/** Amounts printed beside the total that are part of it already. */
const MEMO = /扣除|预留(给|中小|小微|份额)|份额|政府采购项目|^单价/;
/** Expenses beside a “三公” total that names itself so: 会议费 is no part of “三公”经费合计, but of a plain 合计. */
const BESIDE: ReadonlySet<unknown> = new Set(['meeting', 'training']);
const BALANCE = /结转|结余|实户资金|资金余额/;

/** Parts that make up a whole expenditure; operating expenditure and the like may be within either. */
const WHOLE: ReadonlySet<Part | null> = new Set<Part | null>(['basic', 'project']);

/** Depth of the header word that says the column is a sum, or null. */
function sumDepth(words: readonly string[], pattern: RegExp): number | null {
  const depth = words.findLastIndex((word) => pattern.test(word));
  return depth < 0 ? null : depth;
}

/** Columns that share every header word above the leaf. */
function siblings(column: ColumnReading, block: Block): ColumnReading[] {
  const above = column.path.slice(0, -1).join('\u001f');
  return block.amounts.filter((other) => other !== column && other.path.slice(0, -1).join('\u001f') === above);
}

/** Whether an `其中` column is one of several that make up the sum beside them (其中：基本支出 | 项目支出), so that it is a leaf. */
function isPartition(column: ColumnReading, block: Block): boolean {
  const partOf = (c: ColumnReading) => lookUp(PART_WORDS, fold(c.path.at(-1) ?? '').replace(OF_WHICH, ''));
  const mine = partOf(column);
  if (mine === null) return false;
  const parts = new Set(siblings(column, block).map(partOf));
  return WHOLE.has(mine) && [...WHOLE].every((part) => part === mine || parts.has(part));
}

/** True where the column stands for an amount that its block's sum already holds. */
function isOfWhich(column: ColumnReading, words: readonly string[], block: Block): boolean {
  const marked = words.some((word) => OF_WHICH.test(word));
  if (marked) return !isPartition(column, block);
  return words.some((word) => MEMO.test(word)) && block.amounts.some((other) => !other.path.map(fold).some((word) => MEMO.test(word)));
}

/** Whether a column of the block holds a “三公” item. */
function hasThreePublic(block: Block): boolean {
  return block.amounts.some(({ meaning }) => meaning?.threePublic != null);
}

/** Whether the column stands beside the total of “三公” expenses, not under a sum of all expenses. */
function isBesideTotal(column: ColumnReading, block: Block, shallowest: number | null): boolean {
  return comparable(column, block).some(
    ({ meaning, path }) => meaning?.threePublic === 'total' && sumDepth(path.map(fold), SUM_HEADER) === shallowest && shallowest !== null,
  );
}

/** Columns of a block that may make up a sum with this one: money of the same year and phase. */
function comparable(column: ColumnReading, block: Block): ColumnReading[] {
  const time = ({ meaning }: ColumnReading) => `${meaning?.comparison} ${meaning?.year} ${meaning?.phase}`;
  return block.amounts.filter((other) => time(other) === time(column));
}

/** Whether a 小计 is the first amount of its year and phase and the only sum there, so that it is the total. */
function isOnlySum(column: ColumnReading, block: Block): boolean {
  const amounts = comparable(column, block);
  const sums = amounts.filter((other) => sumDepth(other.path.map(fold), SUBTOTAL_HEADER) !== null);
  return sums.length === 1 && amounts[0] === column;
}

/** How a column sums others, from its header words and those of the block's other columns. */
function roleOf(column: ColumnReading, block: Block, shallowest: number | null): Role {
  const words = column.path.map(fold);
  const { meaning } = column;
  if (meaning && (meaning.quantity !== 'money' || meaning.comparison === 'change_percent')) return 'leaf';
  if (isOfWhich(column, words, block)) return 'of_which';
  if (meaning?.threePublic === null && words.some((word) => ADMINISTRATION.test(word)) && hasThreePublic(block)) return 'total';
  if (BESIDE.has(meaning?.threePublic) && isBesideTotal(column, block, shallowest)) return 'total';
  const sum = sumDepth(words, SUM_HEADER);
  const subtotal = sumDepth(words, SUBTOTAL_HEADER);
  if (subtotal !== null && (sum === null || subtotal > sum)) {
    const others = siblings(column, block);
    if (others.length > 0 && others.every((other) => isOfWhich(other, other.path.map(fold), block))) return 'leaf';
    return shallowest === null && isOnlySum(column, block) ? 'total' : 'subtotal';
  }
  if (sum !== null) return sum === shallowest ? 'total' : 'subtotal';
  if (words.some((word) => BALANCE.test(word))) return 'balance';
  if (meaning?.threePublic === 'vehicles') {
    const items = new Set(block.amounts.map((other) => other.meaning?.threePublic));
    return items.has('vehicle_purchase') && items.has('vehicle_operation') ? 'subtotal' : 'leaf';
  }
  if (meaning?.threePublic === 'total' && block.amounts.length > 1) return 'total';
  return 'leaf';
}

/** What all amount columns under one head split their total by, where they all say it: the part of the expenditure or whose money it is. */
function splitsBy(columns: readonly ColumnReading[]): 'part' | 'funding' | null {
  const all = (says: (column: ColumnReading) => boolean) => columns.length > 1 && columns.every(says);
  if (all(({ meaning }) => meaning?.part != null && meaning.funding === null)) return 'part';
  return all(({ meaning }) => meaning?.funding != null && meaning.part === null) ? 'funding' : null;
}

/**
 * Marks the second of two splits of one total (按支出性质分类 over 人员支出 | 项目支出, 按资金来源分类 over 一般公共预算 | 其他资金): its columns are `of_which`, so that the
 * leaves make the total up once.
 */
function markSecondSplit(block: Block): void {
  const groups = new Map<string, ColumnReading[]>();
  for (const column of block.amounts) {
    const head = column.path.length > 1 ? (column.path.at(-2) ?? '') : '';
    if (/^按.*(分类?|划分)$/.test(fold(head))) groups.set(head, [...(groups.get(head) ?? []), column]);
  }
  const splits = [...groups.values()].map((columns) => ({ columns, by: splitsBy(columns) }));
  if (splits.length !== 2 || !splits.some(({ by }) => by === 'part') || !splits.some(({ by }) => by === 'funding')) return;
  for (const { meaning } of splits[1]?.columns ?? []) if (meaning) meaning.role = 'of_which';
}

/** Heads over columns that say whose money the amount beside them is. */
const BY_SOURCE = /^资金(来源|性质|构成)$/;

/** Makes the one amount beside columns of sources (预算金额, then 资金来源 over 一般公共预算 | 其他资金) the total it is, where the block prints no sum. */
function markSourcesTotal(block: Block): void {
  if (block.amounts.some(({ meaning }) => meaning?.role === 'total' || meaning?.role === 'subtotal')) return;
  const sources = block.amounts.filter(
    ({ path, meaning }) => meaning?.funding != null && path.slice(0, -1).some((word) => BY_SOURCE.test(fold(word))),
  );
  const others = block.amounts.filter(
    (column) => !sources.includes(column) && column.meaning?.quantity === 'money' && column.meaning.role === 'leaf',
  );
  const [whole] = others;
  if (sources.length > 1 && others.length === 1 && whole?.meaning?.funding === null) whole.meaning.role = 'total';
}

/** Sets the role of every amount column of a block: Σ leaf columns is the total column. */
export function setColumnRoles(block: Block): void {
  const depths = block.amounts.map((column) => sumDepth(column.path.map(fold), SUM_HEADER)).filter((depth) => depth !== null);
  const shallowest = depths.length > 0 ? Math.min(...depths) : null;
  const roles = block.amounts.map((column) => roleOf(column, block, shallowest));
  block.amounts.forEach((column, i) => {
    if (column.meaning) column.meaning.role = roles[i] ?? 'leaf';
  });
  markSecondSplit(block);
  markSourcesTotal(block);
}

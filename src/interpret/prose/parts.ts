import { type Statement, toDecimal } from '../../model/index.js';

/** Amounts that are parts of one statement (其中, 包括), while they are being read. */
export interface PartsGroup {
  parent: Statement;
  parts: Statement[];
  /** Half of the last printed digits of parent and parts, in yuan: how far their sum may be off. */
  tolerance: string;
  /** Whether the words before do not say that they are parts (主要用于): they are where they add up. */
  perhaps: boolean;
}

/** A group without parts yet. */
export function openGroup(parent: Statement, perhaps: boolean): PartsGroup {
  return { parent, parts: [], tolerance: '0', perhaps };
}

/** Whether the parts read so far already add up to their whole, so that what follows a semicolon is no part of it. */
export function isComplete(group: PartsGroup): boolean {
  return group.parts.length > 0 && addsUp(group, []);
}

/** Whether the parts read so far and some of the next amounts add up to the whole: the list goes on. */
export function completesWith(group: PartsGroup, next: readonly string[]): boolean {
  return next.some((_, index) => addsUp(group, next.slice(0, index + 1)));
}

/** Of the whole: more than rounding ever makes up, so that small whole numbers must add up exactly. */
const LARGEST_TOLERANCE = '0.001';

/** Whether the parts and more amounts are the whole, within rounding. */
function addsUp(group: PartsGroup, more: readonly string[]): boolean {
  if (group.parent.amount === null) return false;
  const amounts = [...group.parts.map((part) => part.amount ?? '0'), ...more];
  const sum = amounts.reduce((total, amount) => total.plus(amount), toDecimal('0'));
  const whole = toDecimal(group.parent.amount);
  const off = sum.minus(whole).abs();
  return off.lte(group.tolerance) && off.lte(whole.abs().times(LARGEST_TOLERANCE));
}

import { type Statement, toDecimal } from '../../model/index.js';

/** Amounts that are parts of one statement (其中, 包括), while they are being read. */
export interface PartsGroup {
  parent: Statement;
  children: Statement[];
  /** Half of the last printed digits of parent and children, in yuan: how far their sum may be off. */
  tolerance: string;
}

/** A group without parts yet. */
export function openGroup(parent: Statement): PartsGroup {
  return { parent, children: [], tolerance: '0' };
}

/** Whether the parts read so far already add up to their whole, so that what follows a semicolon is no part of it. */
export function isComplete(group: PartsGroup): boolean {
  if (group.parent.amount === null || group.children.length === 0) return false;
  const sum = group.children.reduce((total, child) => total.plus(child.amount ?? '0'), toDecimal('0'));
  return sum.minus(group.parent.amount).abs().lte(group.tolerance);
}

/** Whether the parts read so far and some of the next amounts add up to the whole: the list goes on. */
export function completesWith(group: PartsGroup, next: readonly string[], tolerance: string): boolean {
  if (group.parent.amount === null) return false;
  let sum = group.children.reduce((total, child) => total.plus(child.amount ?? '0'), toDecimal('0'));
  for (const amount of next) {
    sum = sum.plus(amount);
    if (sum.minus(group.parent.amount).abs().lte(tolerance)) return true;
  }
  return false;
}

import { type Line, toDecimal } from '../../model/index.js';

/** The sum of the amounts of lines, exactly. */
function sumOf(lines: readonly Line[]) {
  return lines.reduce((sum, { amount }) => sum.plus(toDecimal(amount ?? '0')), toDecimal('0'));
}

/**
 * Marks the second of two splits of one total in a sheet: where the total is split by source (财政拨款, 单位资金) and once more by structure (基本支出, 项目支出) and
 * both splits make it up, the amounts by structure are `of_which`, so that the leaves make it up once. Changes the roles of the given lines.
 */
export function markSecondSplit(lines: readonly Line[]): void {
  const totals = lines.filter((line) => line.row_role === 'total' && line.amount !== null);
  const leaves = lines.filter((line) => line.row_role === 'leaf');
  const byStructure = leaves.filter((line) => line.funding === 'all' && (line.part === 'basic' || line.part === 'project'));
  const bySource = leaves.filter((line) => !byStructure.includes(line));
  if (totals.length !== 1 || byStructure.length < 2 || bySource.length === 0) return;
  const total = sumOf(totals);
  if (!sumOf(bySource).eq(total) || !sumOf(byStructure).eq(total)) return;
  for (const line of byStructure) line.row_role = 'of_which';
}

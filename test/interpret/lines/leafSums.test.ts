import { describe, expect, it } from 'vitest';
import { leafSums, tablesThatAddUp } from '../../accuracy/leafSums.js';
import { linesOf, printedTable } from '../printedTable.js';

const COLUMNS = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
const rows = (total: string) => [
  ['', '合计', total, '5.00', '4.00'],
  ['205', '教育支出', '9.00', '5.00', '4.00'],
  ['20502', '普通教育', '9.00', '5.00', '4.00'],
  ['2050204', '高中教育', '9.00', '5.00', '4.00'],
];

describe('the sums that the roles of lines claim', () => {
  it('hold where leaf rows and leaf columns make the printed total', () => {
    const sums = leafSums(linesOf(printedTable('支出总表', COLUMNS, rows('9.00'))).lines);
    expect(sums).toHaveLength(7);
    expect(tablesThatAddUp(sums)).toEqual({ tables: 1, holding: 1 });
  });

  it('hold within half the last digit of every amount', () => {
    expect(tablesThatAddUp(leafSums(linesOf(printedTable('支出总表', COLUMNS, rows('9.01'))).lines)).holding).toBe(1);
  });

  it('fail where they do not', () => {
    const sums = leafSums(linesOf(printedTable('支出总表', COLUMNS, rows('9.50'))).lines);
    expect(sums.filter((sum) => !sum.holds).map(({ total }) => `${total.r},${total.c}`)).toEqual(['2,2', '2,2']);
    expect(tablesThatAddUp(sums)).toEqual({ tables: 1, holding: 0 });
  });

  it('are none without a total', () => {
    expect(leafSums(linesOf(printedTable('支出总表', ['科目编码', '科目名称', '预算数'], [['205', '教育支出', '9.00']])).lines)).toEqual(
      [],
    );
  });
});

import { describe, expect, it } from 'vitest';
import { moneyUnitIn, yuanIn } from '../../../src/interpret/amounts/moneyUnit.js';
import { tableUnits } from '../../../src/interpret/amounts/tableUnits.js';
import { printedTable } from '../printedTable.js';

describe('a unit of money', () => {
  it.each([
    ['金额单位：万元', '万元'],
    ['单位:元', '元'],
    ['预算金额（亿元）', '亿元'],
    ['价值（金额单位：万元）', '万元'],
    ['千元', '千元'],
  ])('is found in %s', (text, unit) => {
    expect(moneyUnitIn(text)).toBe(unit);
  });

  it.each(['单价在20万元以上的设备', '单位：万美元', '元旦活动', '项目'])('is not found in %s', (text) => {
    expect(moneyUnitIn(text)).toBeNull();
  });

  it('says how many yuan it is', () => {
    expect(yuanIn('万元')?.toFixed()).toBe('10000');
    expect(yuanIn('平方米')).toBeNull();
  });
});

describe('the units of the tables of a document', () => {
  const rows = [['合计', '463892.17']];
  const printed = printedTable('支出总表', ['项目', '合计'], rows, { unit: '元' });
  const other = printedTable('三公经费', ['项目', '合计'], [['合计', '37.91']], { unit: '万元', index: 1 });

  it('are taken from a table that prints the same figures where none is printed', () => {
    const without = printedTable('收入总表', ['项目', '合计'], rows, { unit: null, index: 2 });
    expect(tableUnits([printed, other, without])[2]).toEqual({ unit: '元', from: 'same_figures' });
  });

  it('stay unknown where tables in different units print the same figure', () => {
    const contrary = printedTable('汇总表', ['项目', '合计'], rows, { unit: '万元', index: 3 });
    const without = printedTable('收入总表', ['项目', '合计'], rows, { unit: null, index: 2 });
    expect(tableUnits([printed, contrary, without])[2]).toEqual({ unit: null, from: null });
  });

  it('are not taken from short figures that may agree by chance', () => {
    const without = printedTable('收入总表', ['项目', '合计'], [['合计', '37.91']], { unit: null, index: 2 });
    expect(tableUnits([printed, other, without])[2]).toEqual({ unit: null, from: null });
  });
});

import { describe, expect, test } from 'vitest';
import { formKind } from '../../../src/interpret/forms/index.js';
import { forms, grid } from './grids.js';

describe('institutions', () => {
  const table = grid('单位名称 | 单位性质 | 单位规格 | 经费保障形式\n某区办公室本级 | 行政 | 正科级 | 财政拨款\n合计 |  |  | ', {
    header: 1,
  });
  test('are the named rows', () => {
    expect(forms(table).institutions).toMatchObject([{ name: '某区办公室本级', nature: '行政', rank: '正科级', funding_form: '财政拨款' }]);
  });
  test('may be listed by name alone', () => {
    expect(forms(grid('序号 | 单位名称\n1 | 甲局\n2 | 乙中心', { header: 1 })).institutions.map(({ name }) => name)).toEqual([
      '甲局',
      '乙中心',
    ]);
  });
  test('are not the rows of a table of money', () => {
    expect(formKind(grid('单位名称 | 合计 | 财政拨款\n甲局 | 9.00 | 9.00', { header: 1, unit: '万元' }))).toBeNull();
  });
});

describe('assets', () => {
  const table = grid(
    '项   目 | 数量 | 价值（金额单位：万元）\n资产总额 |  | 340.69\n1、房屋（平方米） | 120 | \n2、车辆（台、辆） | 1 | 15.00',
    {
      header: 1,
      meta: { organization: null, organizationCode: null, year: null, asOf: '2023-12-31' },
    },
  );
  test('have counts, areas and values in yuan with their lines', () => {
    expect(
      forms(table).assets.map(({ item, measure, count, area, value, line_ids }) => [item, measure, count, area, value, line_ids]),
    ).toEqual([
      ['资产总额', null, null, null, '3406900', ['0:1:2']],
      ['1、房屋（平方米）', '平方米', null, '120', null, ['0:2:1']],
      ['2、车辆（台、辆）', '台、辆', '1', null, '150000', ['0:3:1', '0:3:2']],
    ]);
  });
  test('are as of the date printed', () => {
    expect(forms(table).assets[0]?.as_of).toBe('2023-12-31');
  });
});

describe('procurement', () => {
  const header = '采购物品名称 | 政府采购目录序号 | 计量单位 | 数量 | 单价 | 合计 | 一般公共预算拨款';
  test('rows have quantities and money in yuan; sums are none', () => {
    const table = grid(`${header}\n合计 |  |  |  |  | 2.00 | 2.00\n电脑 | A02010105 | 台 | 4 | 0.50 | 2.00 | 2.00`, {
      header: 1,
      unit: '万元',
    });
    expect(forms(table).procurement).toMatchObject([
      { item: '电脑', catalogue_code: 'A02010105', unit: '台', quantity: '4', unit_price: '5000', total: '20000', general: '20000' },
    ]);
  });
  test('an empty form is a procurement form without rows', () => {
    const table = grid(`${header}\n |  |  |  |  |  | `, { header: 1, unit: '万元' });
    expect([formKind(table), forms(table).procurement]).toEqual(['procurement', []]);
  });
});

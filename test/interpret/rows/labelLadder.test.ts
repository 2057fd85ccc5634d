import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowPath } from '../../../src/interpret/lines/figureKey.js';
import type { RowReading } from '../../../src/interpret/reading.js';
import { printedTable, read } from '../printedTable.js';

const COLUMNS = ['采购品目大类', '专项名称', '经济科目', '采购物品名称', '采购组织形式', '总计'];

/** Rows of a list that prints each level in a column of its own. */
function rowsOf(printed: readonly (readonly string[])[]): RowReading[] {
  return read(printedTable('政府采购预算表', COLUMNS, printed)).rows;
}

const outline = (rows: readonly RowReading[]) =>
  rows.map((row) => `${row.label} ${row.level}${row.parent ? ` < ${row.parent.label}` : ''}`);

const SERVICES = [
  ['合计', '', '', '', '', '108.00'],
  ['一、货物A', '', '', '', '', '9.00'],
  ['', '设备更新', '办公设备购置', '', '', '9.00'],
  ['', '', '', '打印设备', '分散自行组织', '9.00'],
  ['三、服务C', '', '', '', '', '99.00'],
  ['', '日常运行', '会议费', '', '', '50.00'],
  ['', '', '', '会议服务', '分散自行组织', '50.00'],
  ['', '', '培训费', '', '', '25.00'],
  ['', '', '', '会议服务', '分散自行组织', '20.00'],
  ['', '', '', '住宿服务', '分散自行组织', '5.00'],
  ['', '', '印刷费', '', '', '4.00'],
  ['', '', '', '印刷服务', '政府集中采购', '4.00'],
  ['', '系统运维', '租赁费', '', '', '20.00'],
  ['', '', '', '互联网信息服务', '部门集中采购', '20.00'],
];

describe('a list whose levels stand in columns of their own', () => {
  it('has a row that prints only the second of two labels beside the row that printed both, not below it', () => {
    expect(outline(rowsOf(SERVICES)).slice(4)).toEqual([
      '三、服务C 1 < 合计',
      '日常运行 2 < 三、服务C',
      '会议服务 3 < 日常运行',
      '培训费 2 < 三、服务C',
      '会议服务 3 < 培训费',
      '住宿服务 3 < 培训费',
      '印刷费 2 < 三、服务C',
      '印刷服务 3 < 印刷费',
      '系统运维 2 < 三、服务C',
      '互联网信息服务 3 < 系统运维',
    ]);
  });

  it('names the label that goes on from the sibling in the path of the row that leaves it blank', () => {
    const paths = rowsOf(SERVICES).map((row) => rowPath(row).join(' > '));
    expect([paths[7], paths[10], paths[12]]).toEqual([
      '三、服务C > 日常运行 > 培训费',
      '三、服务C > 日常运行 > 印刷费',
      '三、服务C > 系统运维',
    ]);
  });

  it('keeps a row below the one that prints another column beside its label, where that is not the column it begins in', () => {
    const rows = [
      ['合计', '', '', '', '', '7.00'],
      ['货物', '', '', '', '分散自行组织', '7.00'],
      ['', '设备更新', '', '', '分散自行组织', '7.00'],
      ['', '', '办公设备购置', '', '分散自行组织', '7.00'],
      ['', '', '', '打印设备', '分散自行组织', '3.00'],
      ['', '', '', '复印机', '分散自行组织', '4.00'],
    ];
    expect(outline(rowsOf(rows)).slice(1)).toEqual([
      '货物 1 < 合计',
      '设备更新 2 < 货物',
      '办公设备购置 3 < 设备更新',
      '打印设备 4 < 办公设备购置',
      '复印机 4 < 办公设备购置',
    ]);
  });

  it('makes every printed sum the sum of the rows below it, whatever is bought', () => {
    const item = fc.integer({ min: 1, max: 9999 });
    const listOf = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(listOf(listOf(listOf(listOf(item)))), (categories) => {
        const total = (of: unknown): number =>
          typeof of === 'number' ? of : (of as unknown[]).reduce<number>((sum, one) => sum + total(one), 0);
        const money = (of: unknown) => `${total(of)}.00`;
        const rows = categories.flatMap((category, a) => [
          [`大类${a}`, '', '', '', '', money(category)],
          ...category.flatMap((project, b) =>
            project.flatMap((subject, c) => [
              ['', c === 0 ? `专项${a}${b}` : '', `科目${c}`, '', '', money(subject)],
              ...subject.map((bought, d) => ['', '', '', `物品${d}`, '分散自行组织', money(bought)]),
            ]),
          ),
        ]);
        const printed = [['合计', '', '', '', '', money(categories)], ...rows];
        const found = rowsOf(printed);
        const amountOf = (row: RowReading) => Number(printed[row.index]?.[5]);
        for (const row of found) {
          const below = found.filter((other) => other.parent === row);
          if (below.length > 0) expect(below.reduce((sum, other) => sum + amountOf(other), 0)).toBe(amountOf(row));
          expect(below.length > 0 || row.role === 'leaf').toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { unreadCodes } from '../../../src/interpret/rows/unreadCodes.js';
import { printedTable, read } from '../printedTable.js';

const unread = (columns: readonly string[], rows: readonly (readonly string[])[]) =>
  unreadCodes(read(printedTable('一般公共预算支出表', columns, rows))).map(({ text }) => text);
const WHOLE = ['功能科目编码', '功能科目名称', '合计'];

describe('texts of code columns that no code is read from', () => {
  it('are codes of a class that no list has', () => {
    expect(
      unread(WHOLE, [
        ['201', '一般公共服务支出', '9.00'],
        ['298', '某某支出', '2.00'],
        ['29801', '某某事务', '2.00'],
      ]),
    ).toEqual(['298', '29801']);
  });

  it('are codes with a letter in the place of a digit', () => {
    expect(
      unread(WHOLE, [
        ['205', '教育支出', '9.00'],
        ['2O501', '教育管理事务', '9.00'],
        ['2050l01', '行政运行', '9.00'],
      ]),
    ).toEqual(['2O501', '2050l01']);
  });

  it('are none where codes are printed in pieces', () => {
    const pieces = ['科目编码 / 类', '科目编码 / 款', '科目编码 / 项', '科目名称', '合计'];
    expect(
      unread(pieces, [
        ['205', '', '', '教育支出', '9.00'],
        ['205', '01', '', '教育管理事务', '9.00'],
        ['205', '01', '01', '行政运行', '9.00'],
      ]),
    ).toEqual([]);
  });

  it('are none where a total leaves the code blank', () => {
    expect(
      unread(WHOLE, [
        ['', '合计', '9.00'],
        ['205', '教育支出', '9.00'],
      ]),
    ).toEqual([]);
  });
});

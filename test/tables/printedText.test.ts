import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyText, fold, headText, indentOf, joinLines } from '../../src/tables/printedText.js';

describe('text of a cell', () => {
  test('a number wrapped by its cell is joined without anything', () => {
    expect(joinLines('24995.9\n4')).toBe('24995.94');
  });

  test('a wrapped number keeps its digits wherever it is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 99_999_999 }), fc.integer({ min: 1, max: 20 }), (cents, at) => {
        const text = (cents / 100).toFixed(2);
        const cut = Math.min(at, text.length - 1);
        expect(joinLines(`${text.slice(0, cut)}\n${text.slice(cut)}`)).toBe(text);
      }),
    );
  });

  test('two complete amounts in one cell stay two', () => {
    expect(joinLines('1,234.00\n5,678.00')).toBe('1,234.00 5,678.00');
  });

  test('wrapped Chinese is joined without a space', () => {
    expect(joinLines('政府办公厅（室）及相关机构\n事务')).toBe('政府办公厅（室）及相关机构事务');
  });

  test('wrapped words of another script are joined with a space', () => {
    expect(joinLines('Threshold for\nreleases')).toBe('Threshold for releases');
  });

  test('a range cut after its hyphen is one', () => {
    expect(['2025年-\n2026年运维', '2026-\n2027年', 'Anglo-\nSaxon'].map((text) => joinLines(text))).toEqual([
      '2025年-2026年运维',
      '2026-2027年',
      'Anglo-Saxon',
    ]);
  });

  test('a code torn after a digit is one code', () => {
    expect(joinLines('13062524P0000\n1510483H')).toBe('13062524P00001510483H');
  });

  test('a number torn inside a Chinese sentence is one number', () => {
    expect(joinLines('共聘用12\n34人')).toBe('共聘用1234人');
  });

  test('numbered goals stay on lines of their own', () => {
    expect(bodyText('1.保障运转。\n2.聘用13名')).toBe('1.保障运转。\n2.聘用13名');
  });

  test('a decimal on the next line is no numbered item', () => {
    expect(bodyText('1.共计\n2.5万元')).toBe('1.共计2.5万元');
  });

  test('blanks between Chinese characters are layout', () => {
    expect(bodyText('合    计')).toBe('合计');
  });

  test('a blank between a code and a name stays in a body cell', () => {
    expect(bodyText('201  一般公共服务支出')).toBe('201 一般公共服务支出');
  });

  test('every blank beside Chinese is dropped in a header', () => {
    expect(headText('2026 年\n预算数')).toBe('2026年预算数');
  });

  test('body text is stable under reading it again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[合计支出 \n0-9.a-z（）一、]{0,24}$/u), (text) => {
        expect(bodyText(bodyText(text))).toBe(bodyText(text));
      }),
    );
  });

  test('folding compares widths, blanks and case away', () => {
    expect(fold('（本级） ＡＢ')).toBe('(本级)ab');
  });

  test('indentation counts a full-width blank as one and others as a half', () => {
    expect([indentOf('　　基本工资'), indentOf('  基本工资'), indentOf('基本工资')]).toEqual([2, 1, 0]);
  });
});

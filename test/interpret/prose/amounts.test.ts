import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMentions } from '../../../src/interpret/prose/amounts.js';

const values = (text: string) => readMentions(text).map((mention) => mention.value);

describe('amounts in a sentence', () => {
  test('are in yuan whatever their unit', () => {
    expect(values('1.5亿元，937.79万元，3元')).toEqual(['150000000', '9377900', '3']);
  });
  test('may print thousands separators', () => {
    expect(values('收入16,410.71万元')).toEqual(['164107100']);
  });
  test('may leave out 元 before punctuation', () => {
    expect(values('支出0.39万（含外宾接待）')).toEqual(['3900']);
  });
  test('are no counts of other things', () => {
    expect(values('吞吐量6000万吨，2万人')).toEqual([]);
  });
  test('are no thresholds', () => {
    expect(values('单价20万元以上的设备，100万元（含）以上设备')).toEqual([]);
  });
  test('are no rates', () => {
    expect(values('租金30元/月，每人每天340元')).toEqual([]);
  });
  test('percentages are told from money', () => {
    expect(readMentions('增长15.3％').map(({ kind, value }) => [kind, value])).toEqual([['percent', '15.3']]);
  });
  test('every printed amount is found with its exact value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (hundredths) => {
        const printed = (hundredths / 100).toFixed(2);
        expect(Number(values(`预算${printed}万元`)[0])).toBe(hundredths * 100);
      }),
    );
  });
  test('no text is too odd to read', () => {
    fc.assert(
      fc.property(fc.string(), (text) => readMentions(text).every((mention) => text.slice(mention.start, mention.end) === mention.printed)),
    );
  });
});

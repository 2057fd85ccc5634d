import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumber, labelParts } from '../../../src/interpret/text/numbering.js';

describe('the parts of a row label', () => {
  it.each([
    ['二十一、国有资本经营预算支出', { style: '一、', ordinal: 21, ofWhich: false, name: '国有资本经营预算支出' }],
    ['（三）公务接待费支出', { style: '(一)', ordinal: 3, ofWhich: false, name: '公务接待费支出' }],
    ['其中：（一）因公出国（境）支出', { style: '(一)', ordinal: 1, ofWhich: true, name: '因公出国(境)支出' }],
    ['1. 一般公共预算资金', { style: '1、', ordinal: 1, ofWhich: false, name: '一般公共预算资金' }],
    ['三 、机关资本性支出', { style: '一、', ordinal: 3, ofWhich: false, name: '机关资本性支出' }],
    ['②公用经费', { style: '①', ordinal: 2, ofWhich: false, name: '公用经费' }],
    ['其中：公务用车购置费', { style: null, ordinal: null, ofWhich: true, name: '公务用车购置费' }],
    ['“三公”经费小计', { style: null, ordinal: null, ofWhich: false, name: '三公经费小计' }],
    ['2026年中央信访资金', { style: null, ordinal: null, ofWhich: false, name: '2026年中央信访资金' }],
  ])('of %s', (label, parts) => {
    expect(labelParts(label)).toEqual(parts);
  });

  it('never lose a character of the name', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.constantFrom('教育支出', '事业收入', '公务接待费'), (ordinal, name) => {
        expect(labelParts(`${ordinal}、${name}`)).toMatchObject({ ordinal, name });
      }),
    );
  });
});

describe('a Chinese numeral', () => {
  it('is read up to 99', () => {
    const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    for (let number = 1; number < 100; number += 1) {
      const [tens, ones] = [Math.floor(number / 10), number % 10];
      const text = tens === 0 ? (digits[ones] ?? '') : `${tens === 1 ? '' : digits[tens]}十${digits[ones]}`;
      expect(chineseNumber(text)).toBe(number);
    }
  });
});

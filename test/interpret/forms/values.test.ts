import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYuan } from '../../../src/interpret/forms/amountCell.js';
import { readIndicatorValue } from '../../../src/interpret/forms/indicatorValue.js';
import { checkCharacter, hasCheckCharacters, readProjectCode, splitCode } from '../../../src/interpret/forms/projectCode.js';

const value = (printed: string, operator = '', unit = '') => Object.values(readIndicatorValue(printed, operator, unit));

describe('an indicator’s target', () => {
  test.each([
    ['≥90%', '>=', '90', '%'],
    ['≦103.6万元', '<=', '103.6', '万元'],
    ['>6.00(次)', '>', '6', '次'],
    ['=24小时/日', '=', '24', '小时/日'],
    ['13名', null, '13', '名'],
    ['不低于50%', '>=', '50', '%'],
    ['不超过5天', '<=', '5', '天'],
    ['400条以上', '>=', '400', '条'],
    ['20,000份', null, '20000', '份'],
  ])('%s', (printed, operator, number, unit) => {
    expect(value(printed)).toEqual([operator, number, unit]);
  });
  test('in words has no value', () => {
    expect(value('长期')).toEqual(['text', null, null]);
  });
  test('with several numbers has no value', () => {
    expect(value('≥30次；≥15次')).toEqual(['text', null, null]);
  });
  test('may have its comparison and unit in columns of their own', () => {
    expect(value('77', '≥', '项')).toEqual(['>=', '77', '项']);
  });
  test('keeps any number it is written with', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('≥', '≤', '=', ''),
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom('个', '%', ''),
        (operator, number, unit) => {
          expect(readIndicatorValue(`${operator}${number}${unit}`)).toMatchObject({
            value: String(number),
            value_unit: unit === '' ? null : unit,
          });
        },
      ),
    );
  });
});

describe('a project code', () => {
  test.each(['483H', '479B', '475W', '485Q', '480N', '482X', '4774'])('…%s agrees with its check character', (end) => {
    expect(readProjectCode(`13062524P00001510${end}`).check).toBe('agrees');
  });
  test('of another shape is of unknown form', () => {
    expect(readProjectCode('2024-001').check).toBe('unknown_form');
  });
  test('has no check character outside the alphabet', () => {
    expect(checkCharacter('13062524I00001510483')).toBeNull();
  });
  test('changed in one digit never agrees', () => {
    const serial = fc.stringMatching(/^[0-9]{11}$/);
    fc.assert(
      fc.property(serial, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const changed = digits.slice(0, at) + String((Number(digits[at]) + by) % 10) + digits.slice(at + 1);
        expect(checkCharacter(`13062524P${changed}`)).not.toBe(checkCharacter(`13062524P${digits}`));
      }),
    );
  });
  test('of a document whose codes end in digits that disagree has no check character', () => {
    expect(hasCheckCharacters(['11000024T000002872278', '11000024T000002872302'])).toBe(false);
  });
  test('before a name is split off', () => {
    expect(splitCode('11000024T000002872278-内控')).toEqual({ code: '11000024T000002872278', name: '内控' });
  });
});

describe('money of a cell', () => {
  test('is in yuan by the unit of its table', () => {
    expect(readYuan('4,100,000.00', '元')).toBe('4100000');
  });
  test('is in yuan by the unit it prints itself', () => {
    expect(readYuan('57.25万元', '元')).toBe('572500');
  });
  test('without any unit is none', () => {
    expect(readYuan('57.25', null)).toBeNull();
  });
});

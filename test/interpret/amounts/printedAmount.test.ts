import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePrintedAmount } from '../../../src/interpret/amounts/printedAmount.js';

/** The value a text prints, or what it is instead of a number. */
function value(text: string): string {
  const printed = parsePrintedAmount(text);
  return printed.kind === 'number' ? printed.value.toFixed() : printed.kind;
}

describe('a printed amount', () => {
  it('tells blank, dash, 0 and 0.00 apart', () => {
    expect(value(' \u3000')).toBe('blank');
    expect(value('—')).toBe('dash');
    expect(parsePrintedAmount('0')).toMatchObject({ kind: 'number', decimals: 0 });
    expect(parsePrintedAmount('0.00')).toMatchObject({ kind: 'number', decimals: 2 });
  });

  it.each([
    ['16,410.71', '16410.71'],
    ['（1,234.50）', '-1234.5'],
    ['－12.3', '-12.3'],
    ['￥ 5.00', '5'],
    ['24995.9\n4', '24995.94'],
    ['１２３．４', '123.4'],
    ['57.25万元', '57.25'],
  ])('reads %s as %s', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it.each(['12 34', '12 34,5', '1,23', '271.910000 2909.918292年度', '≥90%', '2010301-行政运行', '(5', '2026年10月'])(
    'does not read %s as one number',
    (text) => {
      expect(value(text)).toBe('text');
    },
  );

  it('keeps a percent sign as the unit', () => {
    expect(parsePrintedAmount('24%')).toMatchObject({ kind: 'number', unit: '%' });
  });

  it('reads back every amount printed with thousands separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), fc.integer({ min: 0, max: 6 }), (units, decimals) => {
        const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
        const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
        const text = `${units < 0 ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
        const printed = parsePrintedAmount(text);
        expect(printed.kind === 'number' && printed.value.times(10 ** decimals).toFixed()).toBe(String(units === 0 ? 0 : units));
        expect(printed).toMatchObject({ decimals });
      }),
    );
  });
});

import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, evaluate, type Identity, proves, statementCell } from '../../src/check/identity.js';
import { statementOf } from './tableSpec.js';

const cell = (amount: string, resolution = '100', negative = false): Cell => ({
  amount: new Decimal(amount),
  resolution: new Decimal(resolution),
  negative,
  line: null,
  label: amount,
});
const identity = (left: Cell[], right: Cell[], relation: Identity['relation'] = 'equal'): Identity => ({
  rule: 'rule',
  anchor: 'anchor',
  disclosureId: 'd',
  documentId: 'd',
  place: {},
  left,
  right,
  relation,
  message: '',
});

describe('evaluate', () => {
  it('holds where both sides are equal', () => {
    expect(evaluate(identity([cell('300')], [cell('100'), cell('200')])).outcome).toBe('holds');
  });

  it('is within rounding up to half the resolution of every cell', () => {
    const check = evaluate(identity([cell('7063600')], [cell('6449900'), cell('613600')]));
    expect([check.outcome, check.difference.toString(), check.tolerance.toString()]).toEqual(['within_rounding', '100', '150']);
  });

  it('fails beyond that', () => {
    expect(evaluate(identity([cell('7063800')], [cell('6449900'), cell('613600')])).outcome).toBe('fails');
  });

  it('subtracts negative cells', () => {
    expect(evaluate(identity([cell('100')], [cell('300'), cell('200', '100', true)])).outcome).toBe('holds');
  });

  it('lets an incomplete list be less than the whole, not more', () => {
    expect(evaluate(identity([cell('100')], [cell('5000')], 'at_most')).outcome).toBe('holds');
    expect(evaluate(identity([cell('6000')], [cell('5000')], 'at_most')).outcome).toBe('fails');
  });

  it('adds exactly: no sum of printed cents is off by a float error', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 40 }), (cents) => {
        const parts = cents.map((value) => cell(new Decimal(value).div(100).toString(), '0'));
        const total = cell(new Decimal(cents.reduce((a, b) => a + b, 0)).div(100).toString(), '0');
        expect(evaluate(identity([total], parts)).outcome).toBe('holds');
      }),
    );
  });
});

describe('proves', () => {
  it('needs two cells that are not zero', () => {
    expect(proves(evaluate(identity([cell('0')], [cell('0'), cell('0')])))).toBe(false);
    expect(proves(evaluate(identity([cell('100')], [cell('100'), cell('0')])))).toBe(true);
  });

  it('is not given by a list that is merely less than the whole', () => {
    expect(proves(evaluate(identity([cell('100')], [cell('5000')], 'at_most')))).toBe(false);
  });
});

describe('statementCell', () => {
  it.each([
    ['706.36万元', '7063600', '100'],
    ['1,234.5678 万元', '12345678', '1'],
    ['20亿元', '2000000000', '100000000'],
    ['350.35元', '350.35', '0.01'],
    ['0万元', '0', '100'],
  ])('counts %s to its last printed digit', (printed, amount, resolution) => {
    expect(statementCell(statementOf(0, { printed }), amount, '').resolution.toString()).toBe(resolution);
  });
});

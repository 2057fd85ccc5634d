import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../src/dataset/index.js';
import { type Correction, toDecimal, zCorrection } from '../../src/model/index.js';
import { readCorrections } from '../../src/pipeline/corrections.js';
import { leafSum } from '../../src/report/leafSum.js';
import type { SeriesCell, SeriesRow } from '../../src/report/shards.js';
import { correctionsCsv } from '../../src/report/site/correctionsCsv.js';
import { exactly, plainDecimal, shown } from '../../src/report/site/money.js';
import { shardText } from '../../src/report/writeShard.js';

describe('a shard', () => {
  /** What a shard hands over when it runs as a script. */
  const handedOver = (text: string): unknown[] => {
    const calls: unknown[] = [];
    new Function('fiscus', text)((...call: unknown[]) => calls.push(call));
    return calls;
  };

  it('hands over its data, whatever they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        expect(handedOver(shardText('a', data))).toEqual([['a', JSON.parse(JSON.stringify(data))]]);
      }),
    );
  });

  it('keeps a key that objects have a meaning for', () => {
    expect(handedOver(shardText('a', JSON.parse('{"__proto__":1}')))).toEqual([['a', JSON.parse('{"__proto__":1}')]]);
  });

  it('has nothing in it that ends a script', () => {
    expect(shardText('a', '</script><script>alert(1)</script>\u2028')).not.toMatch(/[<>\u2028]/);
  });
});

describe('the exported corrections', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fiscus-corrections-'));
  });
  afterAll(async () => rm(folder, { recursive: true }));

  const text = fc.string({ unit: fc.constantFrom('a', '款', '"', ',', '\n', ' ', '=') });
  const correction: fc.Arbitrary<Correction> = fc.oneof(
    fc.record({
      ...{ target_id: text, printed: text, reason: text, author: text, date: fc.constant('2026-11-24') },
      ...{ decision: fc.constantFrom('accept' as const, 'reject' as const), amount: fc.constant(null) },
    }),
    fc.record({
      ...{ target_id: text, printed: text, reason: text, author: text, date: fc.constant('2026-11-24') },
      ...{ decision: fc.constant('correct' as const), amount: fc.constantFrom('0', '-1.5', '70000') },
    }),
  );

  it('are read as they were given', () => {
    fc.assert(
      fc.property(fc.array(correction), (list) => {
        expect(readCsv(zCorrection, correctionsCsv(list))).toEqual(list);
      }),
    );
  });

  it('are the file that a pipeline reads', async () => {
    const file = path.join(folder, 'corrections.csv');
    const given: Correction = {
      target_id: 'x',
      printed: '7.10',
      decision: 'correct',
      amount: '70000',
      reason: 'a "digit", of the scan',
      author: '王',
      date: '2026-11-24',
    };
    await writeFile(file, correctionsCsv([given]));
    expect(await readCorrections(file)).toEqual([given]);
  });
});

describe('money', () => {
  it.each([
    ['9377900', 'wan', '937.79'],
    ['149', 'wan', '0.01'],
    ['150', 'wan', '0.02'],
    ['-50', 'wan', '-0.01'],
    ['-49', 'wan', '0.00'],
    ['123456789012345.67', 'wan', '12,345,678,901.23'],
    ['1234567.89', 'yuan', '1,234,567.89'],
  ] as const)('of %s yuan is shown in %s as %s', (yuan, unit, text) => {
    expect(shown(yuan, unit)).toBe(text);
  });

  it('in yuan is exact', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: 99 }), (whole, cents) => {
        const yuan = toDecimal(`${whole}`)
          .plus(toDecimal(`0.${String(cents).padStart(2, '0')}`))
          .toFixed();
        expect(exactly(yuan).replaceAll(',', '')).toBe(yuan);
      }),
    );
  });

  it.each([
    ['1,234.50', '1234.5'],
    ['０', null],
    [' 007 ', '7'],
    ['-0', '0'],
    ['1e5', null],
    ['', null],
  ])('typed as %j is %j', (typed, plain) => {
    expect(plainDecimal(typed)).toBe(plain);
  });
});

describe('the sum of leaf codes', () => {
  const cell = (amount: string, parent = false): SeriesCell => ({
    amount,
    parent,
    proof: 'proved',
    corrected: false,
    document: 0,
    table: 0,
    r: 0,
    c: 0,
    disagreeing: 0,
  });
  const row = (code: string, one: SeriesCell): SeriesRow => ({ code, name: null, level: 0, cells: [one] });
  const rows = [row('201', cell('3000000', true)), row('20101', cell('2000000')), row('20102', cell('1000000'))];

  it('leaves out codes above others', () => {
    expect(leafSum(rows, 0, cell('3000000'))).toEqual({ amount: '3000000', agreement: 'equal' });
  });

  it('is told apart from a total that rounding explains', () => {
    const cents = [row('20101', cell('10100')), row('20102', cell('20100'))];
    expect(leafSum(cents, 0, cell('30300'))?.agreement).toBe('within_rounding');
  });

  it('is told apart from another total', () => {
    expect(leafSum(rows, 0, cell('3100000'))?.agreement).toBe('differs');
  });

  it('is nothing where there is no leaf', () => {
    expect(leafSum([], 0, null)).toBeNull();
  });
});

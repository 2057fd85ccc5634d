import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { columnsOf, csvHeader, csvRecords, csvRow, readCsv } from '../../src/dataset/index.js';
import { PUBLISHED_TABLES, zDecimalText } from '../../src/model/index.js';

const zSample = z.object({
  id: z.string(),
  name: z.string().nullable(),
  path: z.array(z.string()).meta({ separator: ' / ' }),
  pages: z.array(z.number().int()).meta({ separator: ' ' }),
  count: z.number().int().nullable(),
  empty: z.boolean(),
});
const sample: z.infer<typeof zSample> = { id: 'a', name: null, path: [], pages: [], count: null, empty: false };

describe('CSV', () => {
  it('has the names of the schema as header and ends records with CR LF', () => {
    expect(csvHeader(zSample)).toBe('id,name,path,pages,count,empty\r\n');
  });

  it('tells blank from empty text', () => {
    expect(csvRow(zSample, { ...sample, name: '' })).toBe('a,"",,,,false\r\n');
    expect(csvRow(zSample, sample)).toBe('a,,,,,false\r\n');
  });

  it('quotes commas, quotation marks and line breaks', () => {
    expect(csvRow(zSample, { ...sample, id: 'a,"b"\nc' })).toBe('"a,""b""\nc",,,,,false\r\n');
  });

  it('joins lists by the column’s separator', () => {
    expect(csvRow(zSample, { ...sample, path: ['收入', '预算数'], pages: [1, 2] })).toBe('a,,收入 / 预算数,1 2,,false\r\n');
  });

  it('marks a separator inside an item', () => {
    const row = { ...sample, path: ['收入 / 支出', 'a\\b'] };
    expect(readCsv(zSample, csvHeader(zSample) + csvRow(zSample, row))).toEqual([row]);
  });

  it('refuses another header', () => {
    expect(() => readCsv(zSample, 'id,name\r\n')).toThrow('unexpected CSV header');
  });

  it('refuses a schema that CSV cannot hold', () => {
    expect(() => columnsOf(z.object({ nested: z.object({}) }))).toThrow('nested');
  });
});

/** Any value that a column's schema allows. */
function arbitraryOf(type: unknown): fc.Arbitrary<unknown> {
  if (type instanceof z.ZodNullable) return fc.option(arbitraryOf(type.unwrap()), { nil: null });
  if (type instanceof z.ZodArray) return fc.array(arbitraryOf(type.element), { maxLength: 3 });
  if (type instanceof z.ZodTuple) return fc.tuple(...type.def.items.map(arbitraryOf));
  if (type instanceof z.ZodEnum) return fc.constantFrom(...type.options);
  if (type instanceof z.ZodBoolean) return fc.boolean();
  if (type instanceof z.ZodNumber)
    return type.format === 'safeint' ? fc.integer() : fc.integer({ min: -1000, max: 1000 }).map((n) => n / 8);
  if (zDecimalText.safeParse('x').success === (type instanceof z.ZodString && type.safeParse('x').success)) {
    return fc.integer().map((n) => String(n));
  }
  return fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', ' ', 'a / b', '\\', '"', '\r\n', '一、收入\n二'));
}

describe.each(Object.entries(PUBLISHED_TABLES))('the table %s', (_name, { schema }) => {
  it('reads back from CSV as it was written', () => {
    const shape: Record<string, unknown> = schema.shape;
    const row = fc.record(Object.fromEntries(Object.entries(shape).map(([name, type]) => [name, arbitraryOf(type)])));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 3 }), (rows) => {
        const valid = rows.map((candidate) => schema.parse(candidate));
        expect(readCsv(schema, csvHeader(schema) + csvRecords(schema, valid))).toEqual(valid);
      }),
      { numRuns: 30 },
    );
  });
});

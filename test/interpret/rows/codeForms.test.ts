import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CodeEntry, inForce, nameKey } from '../../../src/codebook/index.js';
import type { RowReading, TableReading } from '../../../src/interpret/reading.js';
import { codebook, context, printedTable, read } from '../printedTable.js';

type List = 'functional' | 'economic_department' | 'economic_government';

/** The versions of a list in force in the year of the document. */
const inYear = (list: List) => codebook.list(list).filter((entry) => inForce(entry, context.year));
const childrenOf = (list: List, parent: string) => inYear(list).filter((entry) => entry.parent === parent);
/** Transfers are left out: their 年终结余 is money carried over in the tables of departments, and no code. */
const TRANSFERS = '230';
const classes = inYear('functional').filter(
  ({ level, budget, code }) =>
    level === 1 &&
    budget === 'general' &&
    code !== TRANSFERS &&
    childrenOf('functional', code).some((c) => childrenOf('functional', c.code).length > 0),
);

/** One to three 类 with some of their 款 and 项, in the order of the codes: the rows of a functional table. */
const functionalRows = fc
  .tuple(fc.subarray(classes, { minLength: 1, maxLength: 3 }), fc.infiniteStream(fc.nat(6)))
  .map(([chosen, numbers]) => {
    const take = <T>(items: readonly T[]): T[] => {
      const from = Number(numbers.next().value ?? 0) % Math.max(1, items.length);
      return items.slice(from, from + 1 + (Number(numbers.next().value ?? 0) % 3));
    };
    return chosen.flatMap((top) =>
      [top].concat(take(childrenOf('functional', top.code)).flatMap((middle) => [middle, ...take(childrenOf('functional', middle.code))])),
    );
  });

/** Some 款 of a department economic 类 below it. */
const economicRows = fc
  .tuple(fc.constantFrom('301', '302', '303', '310'), fc.nat(20), fc.integer({ min: 1, max: 6 }))
  .map(([top, from, count]) => {
    const below = childrenOf('economic_department', top);
    return [codebook.entry('economic_department', top, context.year)!, ...below.slice(from % below.length, (from % below.length) + count)];
  });

const codesOf = (rows: readonly RowReading[], list: List) => rows.map((row) => row.codes.get(list)?.code ?? null);
const origins = (rows: readonly RowReading[], list: List) => new Set(rows.map((row) => row.codes.get(list)?.origin));
const expected = (entries: readonly CodeEntry[]) => entries.map(({ code }) => code);
/** The three pieces of a code. */
const pieces = (code: string) => [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];

/** Holds that a table printed in a form gives the codes it was made from. */
function holds(
  print: (entries: readonly CodeEntry[]) => TableReading,
  entriesOf: (entries: readonly CodeEntry[]) => readonly CodeEntry[] = (all) => all,
) {
  fc.assert(
    fc.property(functionalRows, (entries) => {
      const printed = entriesOf(entries);
      fc.pre(printed.length > 0);
      expect(codesOf(print(printed).rows, 'functional')).toEqual(expected(printed));
    }),
    { numRuns: 60 },
  );
}

const PIECES = ['科目编码 / 类', '科目编码 / 款', '科目编码 / 项', '科目名称', '合计'];
const table = (columns: readonly string[], rows: readonly (readonly string[])[], indents?: readonly number[]) =>
  read(printedTable('一般公共预算支出表', columns, rows, indents ? { indents } : {}));

describe('functional codes are read back from a table that prints them', () => {
  it('joined in a column', () => {
    holds((entries) =>
      table(
        ['功能科目编码', '功能科目名称', '合计'],
        entries.map(({ code, name }) => [code, name, '1.00']),
      ),
    );
  });

  it('in pieces, all levels in every row', () => {
    holds((entries) =>
      table(
        PIECES,
        entries.map(({ code, name }) => [...pieces(code), name, '1.00']),
      ),
    );
  });

  it('in pieces, only the own level in a row', () => {
    holds((entries) =>
      table(
        PIECES,
        entries.map(({ code, name }) => [...pieces(code).map((piece, i) => (i === (code.length - 3) / 2 ? piece : '')), name, '1.00']),
      ),
    );
  });

  it('in pieces, with ** for the levels below', () => {
    holds((entries) =>
      table(
        PIECES,
        entries.map(({ code, name }) => [...pieces(code).map((piece) => piece || '**'), name, '1.00']),
      ),
    );
  });

  it('for 项 only', () => {
    holds(
      (entries) =>
        table(
          ['科目编码', '科目名称', '合计'],
          entries.map(({ code, name }) => [code, name, '1.00']),
        ),
      (entries) => entries.filter(({ level }) => level === 3),
    );
  });

  it.each([
    ['2014001-行政运行', (code: string, name: string) => `${code}-${name}`],
    ['[2014001]行政运行', (code: string, name: string) => `[${code}]${name}`],
    ['2014001行政运行', (code: string, name: string) => `${code}${name}`],
    ['2014001 行政运行', (code: string, name: string) => `${code} ${name}`],
    ['（2014001）行政运行', (code: string, name: string) => `（${code}）${name}`],
  ])('in one cell with the name (%s)', (_, cell) => {
    holds((entries) =>
      table(
        ['功能分类科目', '合计'],
        entries.map(({ code, name }) => [cell(code, name), '1.00']),
      ),
    );
  });

  it('set apart by blanks', () => {
    holds((entries) =>
      table(
        ['科目编码', '科目名称', '合计'],
        entries.map(({ code, name }) => [pieces(code).join(' ').trim(), name, '1.00']),
      ),
    );
  });
});

describe('codes of several lists are read back', () => {
  it('from one row', () => {
    fc.assert(
      fc.property(functionalRows, economicRows, (functional, economic) => {
        const rows = economic.slice(1).map((entry, i) => [functional[i % functional.length]!, entry] as const);
        fc.pre(rows.length > 0);
        const found = table(
          ['支出功能分类科目', '部门支出经济分类科目', '合计'],
          rows.map(([f, e]) => [`${f.code}-${f.name}`, `${e.code}-${e.name}`, '1.00']),
        ).rows;
        expect([codesOf(found, 'functional'), codesOf(found, 'economic_department')]).toEqual([
          rows.map(([f]) => f.code),
          rows.map(([, e]) => e.code),
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it('from blocks side by side', () => {
    fc.assert(
      fc.property(economicRows, economicRows, (left, right) => {
        const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
          [left[i], right[i]].flatMap((entry) => (entry ? [entry.code, entry.name, '1.00'] : ['', '', ''])),
        );
        const columns = ['经济分类科目编码', '科目名称', '预算数', '经济分类科目编码', '科目名称', '预算数'];
        const { rows: found, blocks } = read(printedTable('一般公共预算基本支出表', columns, rows));
        const of = (index: number) =>
          codesOf(
            found.filter((row) => row.block === blocks[index]),
            'economic_department',
          );
        expect([of(0), of(1)]).toEqual([expected(left), expected(right)]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a table of names only gives the codes it was made from', () => {
  /** Names printed one below the other; every row's code is found or left open, none is another one, and codes below printed parents are found. */
  function neverWrong(print: (entries: readonly CodeEntry[]) => TableReading) {
    fc.assert(
      fc.property(functionalRows, (entries) => {
        const found = print(entries).rows;
        const wrong = entries.filter(({ code }, i) => (found[i]?.codes.get('functional')?.code ?? code) !== code);
        expect(wrong).toEqual([]);
        const same = (entry: CodeEntry) => inYear('functional').filter((other) => nameKey(other.name) === nameKey(entry.name)).length;
        const open = entries.filter((entry, i) => !found[i]?.codes.has('functional') && same(entry) === 1);
        expect(open.map(({ name }) => name)).toEqual([]);
        expect([...origins(found, 'functional')].filter((origin) => origin !== undefined)).toEqual(['named']);
      }),
      { numRuns: 60 },
    );
  }

  it('by indentation', () => {
    neverWrong((entries) =>
      table(
        ['功能分类科目', '合计'],
        entries.map(({ name }) => [name, '1.00']),
        entries.map(({ level }) => 2 * ((level ?? 1) - 1)),
      ),
    );
  });

  it('in order alone, in other widths and with blanks', () => {
    neverWrong((entries) =>
      table(
        ['功能分类科目', '合计'],
        entries.map(({ name, level }) => ['　'.repeat((level ?? 1) - 1) + name.replaceAll('（', '(').replaceAll('）', ')'), '1.00']),
      ),
    );
  });

  it('with numbered classes', () => {
    neverWrong((entries) => {
      let ordinal = 0;
      const numerals = '一二三';
      return table(
        ['项目', '预算数'],
        entries.map(({ name, level }) => [level === 1 ? `${numerals[ordinal++]}、${name}` : name, '1.00']),
      );
    });
  });
});

describe('numbers that only look like codes', () => {
  it('below the official level are local codes of the one above', () => {
    const { rows } = table(['部门支出经济分类科目', '合计'], [['3021101-差旅费', '1.00']]);
    expect([codesOf(rows, 'economic_department'), codebook.agreement('economic_department', '3021101', '差旅费', context.year)]).toEqual([
      ['3021101'],
      'local',
    ]);
  });

  it('that count the rows are replaced by the codes of the names, and stay as printed beside them', () => {
    const rows = [
      ['302', '', '商品和服务支出', '9.00'],
      ['', '01', '办公费', '1.00'],
      ['', '02', '咨询费', '1.00'],
      ['', '03', '水费', '1.00'],
      ['', '04', '电费', '1.00'],
      ['', '05', '邮电费', '1.00'],
      ['', '06', '办公设备购置费', '1.00'],
    ];
    const found = read(printedTable('基本支出表', ['经济分类科目编码 / 类', '经济分类科目编码 / 款', '科目名称', '合计'], rows)).rows;
    expect(
      found.map((row) => {
        const code = row.codes.get('economic_department');
        return [code?.code, code?.origin, code?.printed];
      }),
    ).toEqual([
      ['302', 'printed', '302'],
      ['30201', 'inherited', '01'],
      ['30203', 'named', '02'],
      ['30205', 'named', '03'],
      ['30206', 'named', '04'],
      ['30207', 'named', '05'],
      ['302', 'inherited', null],
    ]);
    expect(found.at(-1)?.parent?.label).toBe('商品和服务支出');
  });
});

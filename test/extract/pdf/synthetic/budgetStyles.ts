import {
  type AgencyContent,
  bodyRows,
  type Figure,
  figure,
  figures,
  headRow,
  headsOf,
  layoutOf,
  section,
  spannerRow,
  years,
} from './agencyRows.js';
import type { AgencyCell, AgencyRow } from './agencyTable.js';
import { headWord, rowLabel, sectionWord } from './agencyWords.js';
import type { Random } from './random.js';

/** Styles of tables as budgets, audits and analyses print them. */
export const BUDGET_STYLES = {
  'dollars on first and total rows': (random) => {
    const n = random.int(4, 7);
    const kinds: Figure[] = Array.from({ length: n - 1 }, (_, i) =>
      i === n - 2 ? 'percent' : random.pick(['money', 'money', 'signed'] as const),
    );
    const part = (name: string): AgencyRow[] => {
      const rows = bodyRows(random, {
        kinds,
        rows: random.int(2, 6),
        signs: true,
        label: (r) => ({ c: 0, lines: [rowLabel(r)], indent: 1 }),
      });
      const total = bodyRows(random, { kinds, rows: 1, signs: true, label: () => ({ c: 0, lines: [`Total, ${name}`], bold: true }) });
      return [section(name), ...rows.slice(0, -1), { ...rows[rows.length - 1]!, ruled: 'numbers' }, total[0]!];
    };
    const actual = ['Actual', 'Estimated', 'Proposed', 'Approved'];
    const heads = years(random, n - 2, (year) => `FY ${year}`);
    return {
      rows: [
        {
          kind: 'head',
          cells: [...heads.map((text, i) => ({ c: i + 1, lines: [text, actual[i % 4]!] })), { c: n - 1, lines: ['Percent', 'Change'] }],
        },
        ...part('General Fund'),
        { kind: 'spacer', cells: [] },
        ...part(sectionWord(random)),
      ],
      layout: layoutOf(random, n, {
        rules: random.pick(['none', 'head', 'open']),
        heads: random.pick(['centre', 'column']),
        gap: random.pick([2, 3]),
      }),
    };
  },
  'estimates with errors': (random) => {
    const models = random.int(2, 5);
    const n = models + 1;
    const place = 'centre' as const;
    const rows = Array.from({ length: random.int(3, 8) }, (): AgencyRow[] => [
      {
        kind: 'body',
        cells: [
          { c: 0, lines: [rowLabel(random)] },
          ...Array.from(
            { length: models },
            (_, k): AgencyCell => ({
              c: k + 1,
              lines: [
                `${random.chance(0.3) ? '-' : ''}${random.int(0, 3)}.${random.int(100, 999)}${random.pick(['', '', '*', '**', '***'])}`,
              ],
              place,
            }),
          ),
        ],
      },
      {
        kind: 'body',
        cells: Array.from({ length: models }, (_, k): AgencyCell => ({ c: k + 1, lines: [`(0.${random.int(100, 999)})`], place })),
      },
    ]).flat();
    const counts = bodyRows(random, {
      kinds: Array.from({ length: models }, (): Figure => 'centre'),
      rows: 1,
      label: () => ({ c: 0, lines: ['Observations'] }),
    }).map((row) => ({ ...row, cells: row.cells.map((cell) => (cell.c > 0 ? { ...cell, place } : cell)) }));
    return {
      rows: [
        headsOf(
          Array.from({ length: models }, (_, i) => `Model ${i + 1}`),
          'Variable',
        ),
        ...rows,
        ...counts,
      ],
      layout: layoutOf(random, n, { rules: random.pick(['head', 'open']), heads: 'centre' }),
    };
  },
  'intervals and ranges': (random) => {
    const pairs = random.int(2, 3);
    const n = 1 + 2 * pairs;
    const rows = Array.from(
      { length: random.int(5, 14) },
      (): AgencyRow => ({
        kind: 'body',
        cells: [
          { c: 0, lines: [rowLabel(random)], indent: random.int(0, 1) },
          ...Array.from({ length: pairs }, (_, k): AgencyCell[] => [
            { c: 1 + 2 * k, lines: [figure(random, 'percent', 2)] },
            {
              c: 2 + 2 * k,
              lines: [
                random.pick([
                  `(${random.int(10, 39)}.${random.int(0, 9)}, ${random.int(40, 99)}.${random.int(0, 9)})`,
                  `(${random.int(10, 39)}.${random.int(0, 9)}-${random.int(40, 99)}.${random.int(0, 9)})`,
                ]),
              ],
            },
          ]).flat(),
        ],
      }),
    );
    return {
      rows: [
        { kind: 'head', cells: Array.from({ length: pairs }, (_, k) => ({ c: 1 + 2 * k, cs: 2, lines: [headWord(random)] })) },
        headsOf(
          Array.from({ length: 2 * pairs }, (_, i) => (i % 2 === 0 ? '%' : '(95% CI)')),
          'Characteristic',
        ),
        ...rows,
      ],
      layout: layoutOf(random, n, { rules: random.pick(['head', 'open', 'rows']), spannerRules: random.chance(0.6) }),
    };
  },
  'half of a matrix': (random) => {
    const n = random.int(5, 9);
    const names = Array.from({ length: n - 1 }, () => rowLabel(random));
    const rows = names.map(
      (name, i): AgencyRow => ({
        kind: 'body',
        cells: [
          { c: 0, lines: [`${i + 1}. ${name}`] },
          ...Array.from(
            { length: i + 1 },
            (_, k): AgencyCell => ({ c: k + 1, lines: [k === i ? '1.00' : `${random.chance(0.3) ? '-' : ''}.${random.int(10, 99)}`] }),
          ),
        ],
      }),
    );
    return {
      rows: [
        headsOf(
          Array.from({ length: n - 1 }, (_, i) => String(i + 1)),
          'Variable',
        ),
        ...rows,
      ],
      layout: layoutOf(random, n, { rules: random.pick(['head', 'open', 'none']) }),
    };
  },
  'many columns on a wide page': (random) => {
    const groups = random.int(3, 4);
    const each = 3;
    const n = 1 + groups * each;
    const heads = headRow(random, n, 2);
    return {
      rows: [
        spannerRow(
          random,
          Array.from({ length: groups }, (_, i): [number, number] => [1 + i * each, each]),
        ),
        heads,
        ...bodyRows(random, { kinds: figures(random, n - 1, ['count', 'percent', 'rate']), rows: random.int(8, 24), empty: 0.05 }),
      ],
      layout: layoutOf(random, n, {
        size: 6,
        gap: random.pick([1.2, 1.6]),
        rules: random.pick(['head', 'open', 'columns', 'none']),
        width: 684,
      }),
      landscape: true,
    };
  },
} satisfies Record<string, (random: Random) => AgencyContent>;

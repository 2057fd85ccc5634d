import { type AgencyContent, bodyRows, figures, groupsOf, headRow, headsOf, layoutOf, spannerRow, years } from './agencyRows.js';
import type { AgencyCell } from './agencyTable.js';
import { placeName } from './agencyWords.js';
import type { Random } from './random.js';

/** Styles of tables whose heads stand over groups of columns. */
export const SPANNER_STYLES = {
  'spanners with short rules': (random) => {
    const n = random.int(5, 8);
    return {
      rows: [
        spannerRow(random, groupsOf(random, n)),
        headRow(random, n, 2, random.chance(0.7)),
        ...bodyRows(random, { kinds: figures(random, n - 1, ['count', 'percent']), rows: random.int(4, 16) }),
      ],
      layout: layoutOf(random, n, { gap: 1.4, rules: random.pick(['head', 'open']) }),
    };
  },
  'spanners of two levels with short rules': (random) => {
    const n = random.pick([5, 7, 9]);
    const pairs = Array.from({ length: (n - 1) / 2 }, (_, i): [number, number] => [1 + 2 * i, 2]);
    return {
      rows: [
        spannerRow(random, [[1, n - 1]]),
        spannerRow(random, pairs),
        headRow(random, n, 2, random.chance(0.5)),
        ...bodyRows(random, { kinds: figures(random, n - 1, ['count', 'percent']), rows: random.int(4, 16) }),
      ],
      layout: layoutOf(random, n, { gap: 1.4, size: 7, rules: random.pick(['head', 'open']) }),
    };
  },
  'pairs of columns under years': (random) => {
    const pairs = random.int(2, 5);
    const n = 1 + 2 * pairs;
    const heads = years(random, pairs);
    return {
      rows: [
        { kind: 'head', cells: heads.map((year, i) => ({ c: 1 + 2 * i, cs: 2, lines: [year] })) },
        headsOf(
          Array.from({ length: 2 * pairs }, (_, i) => (i % 2 === 0 ? 'Number' : random.pick(['Percent', '%', 'Rate']))),
          random.pick(['State', undefined]),
        ),
        ...bodyRows(random, {
          kinds: Array.from({ length: 2 * pairs }, (_, i) => (i % 2 === 0 ? 'count' : 'percent')),
          rows: random.int(4, 15),
          label: (r) => ({ c: 0, lines: [placeName(r)] }),
        }),
      ],
      layout: layoutOf(random, n, { spannerRules: random.chance(0.5) }),
    };
  },
  'units below heads': (random) => {
    const n = random.int(4, 8);
    const cut = random.int(2, n - 1);
    const units: AgencyCell[] = [
      { c: 1, ...(cut > 2 ? { cs: cut - 1 } : {}), lines: [random.pick(['1,000 acres', 'Thousands', 'Million dollars'])], place: 'centre' },
      ...(cut < n
        ? [
            {
              c: cut,
              ...(n - cut > 1 ? { cs: n - cut } : {}),
              lines: [random.pick(['Percent', 'Dollars', 'Bushels'])],
              place: 'centre' as const,
            },
          ]
        : []),
    ];
    return {
      rows: [
        headRow(random, n, 2),
        { kind: 'body', cells: units },
        ...bodyRows(random, {
          kinds: figures(random, n - 1, ['count', 'percent']),
          rows: random.int(5, 14),
          label: (r, i) => ({ c: 0, lines: [r.chance(0) ? '' : String(1990 + i)] }),
        }),
      ],
      layout: layoutOf(random, n, { rules: random.pick(['head', 'open']) }),
    };
  },
  'a lying table': (random) => {
    const n = random.int(5, 9);
    return {
      rows: [
        ...(random.chance(0.6) ? [spannerRow(random, groupsOf(random, n))] : []),
        headRow(random, n, 2),
        ...bodyRows(random, { kinds: figures(random, n - 1, ['count', 'percent', 'rate']), rows: random.int(8, 22) }),
      ],
      layout: layoutOf(random, n, { rules: random.pick(['open', 'head', 'grid']) }),
      lying: true,
    };
  },
} satisfies Record<string, (random: Random) => AgencyContent>;

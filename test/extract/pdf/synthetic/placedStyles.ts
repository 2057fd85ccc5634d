import { type AgencyContent, bodyRows, figures, groupsOf, headRow, headsOf, layoutOf, longLabel, spannerRow, years } from './agencyRows.js';
import type { AgencyRow } from './agencyTable.js';
import { headWord, officeName, placeName, wrapped } from './agencyWords.js';
import type { Random } from './random.js';

const CITIES = 'Springfield|Salem|Madison|Franklin|Clinton|Georgetown|Fairview|Greenville|Bristol|Dover|Ashland|Oxford'.split('|');
const MONTHS = 'Jan.|Feb.|Mar.|Apr.|May|June|July|Aug.|Sept.|Oct.|Nov.|Dec.'.split('|');

/** Styles of tables told by where they stand on the page or by how they are written. */
export const PLACED_STYLES = {
  'beside a chart': (random) => {
    const n = random.int(2, 3);
    return {
      rows: [
        headsOf(years(random, n - 1), 'Category'),
        ...bodyRows(random, {
          kinds: figures(random, n - 1, ['count', 'percent']),
          rows: random.int(4, 10),
          label: (r) => ({ c: 0, lines: [placeName(r)] }),
        }),
      ],
      layout: layoutOf(random, n, { size: 8, width: 210, rules: random.pick(['head', 'open', 'grid', 'none']) }),
      beside: 'chart',
    };
  },
  'a short table in prose': (random) => {
    const n = random.int(3, 5);
    return {
      rows: [
        headsOf(
          random.chance(0.5) ? years(random, n - 1) : Array.from({ length: n - 1 }, () => headWord(random)),
          random.pick([undefined, 'Item']),
        ),
        ...bodyRows(random, {
          kinds: figures(random, n - 1, ['count', 'percent']),
          rows: random.int(3, 4),
          label: (r) => ({ c: 0, lines: [placeName(r)] }),
        }),
      ],
      layout: layoutOf(random, n, { size: random.pick([9, 10]), rules: random.pick(['head', 'open', 'none']) }),
      beside: 'prose',
      untitled: random.chance(0.5),
    };
  },
  'heads written upwards': (random) => {
    const n = random.int(5, 9);
    const heads = headRow(random, n, 2);
    return {
      rows: [
        { ...heads, cells: heads.cells.map((cell) => (cell.c === 0 ? cell : { ...cell, upward: true })) },
        ...bodyRows(random, { kinds: figures(random, n - 1, ['count', 'percent']), rows: random.int(5, 16) }),
      ],
      layout: layoutOf(random, n, { rules: random.pick(['grid', 'grid', 'columns', 'open']), gap: 2, pad: 0.2 }),
    };
  },
  'a typed listing': (random) => {
    const n = random.int(3, 7);
    return {
      rows: [
        ...(n > 4 && random.chance(0.5) ? [spannerRow(random, groupsOf(random, n))] : []),
        headRow(random, n, 2),
        ...bodyRows(random, { kinds: figures(random, n - 1, ['count', 'percent', 'signed']), rows: random.int(6, 20) }),
      ],
      layout: layoutOf(random, n, { size: 8, gap: random.pick([1.2, 1.8]), ...(random.chance(0.4) ? { leaders: '.' as const } : {}) }),
      typed: true,
    };
  },
  'names, places, dates and amounts': (random) => ({
    rows: [
      headsOf(['City', 'State', random.pick(['Date', 'Awarded']), random.pick(['Amount', 'Funding'])], 'Recipient'),
      ...Array.from(
        { length: random.int(5, 18) },
        (_, i): AgencyRow => ({
          kind: 'body',
          cells: [
            { c: 0, lines: random.chance(0.2) ? [officeName(random), 'and Field Offices'] : [officeName(random)] },
            { c: 1, lines: [random.pick(CITIES)] },
            { c: 2, lines: [placeName(random)] },
            { c: 3, lines: [`${random.pick(MONTHS)} ${random.int(1, 28)}, ${random.int(1998, 2012)}`] },
            { c: 4, lines: [`$${random.int(1, 999)},${random.int(100, 999)}`] },
          ].map((cell) => (i > 0 && cell.c === 4 && random.chance(0.3) ? { ...cell, lines: [cell.lines[0]!.replace('$', '')] } : cell)),
        }),
      ),
    ],
    layout: layoutOf(random, 5, {
      places: ['left', 'left', 'left', 'left', 'right'],
      heads: 'column',
      size: random.pick([7, 8]),
      upright: 'top',
      rules: random.pick(['none', 'head', 'open', 'rows', 'grid']),
      pad: random.pick([0.15, 0.3]),
    }),
  }),
  'wrapped texts in shaded rows': (random) => ({
    rows: [
      headsOf(['Description', 'Status'], 'Requirement'),
      ...Array.from(
        { length: random.int(4, 8) },
        (): AgencyRow => ({
          kind: 'body',
          cells: [
            { c: 0, lines: longLabel(random).lines },
            { c: 1, lines: wrapped(random, random.int(5, 14), 40) },
            { c: 2, lines: [random.pick(['Completed', 'In progress', 'Not started', 'Ongoing'])] },
          ],
        }),
      ),
    ],
    layout: layoutOf(random, 3, {
      places: ['left', 'left', 'left'],
      heads: 'column',
      upright: 'top',
      rules: random.pick(['none', 'head', 'open']),
      shading: 'zebra',
      pad: random.pick([0.3, 0.5]),
    }),
  }),
} satisfies Record<string, (random: Random) => AgencyContent>;

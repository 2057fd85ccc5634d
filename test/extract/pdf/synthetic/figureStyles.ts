import { type AgencyContent, bodyRows, figures, headRow, layoutOf, longLabel, withStrips } from './agencyRows.js';
import type { AgencyCell, AgencyRow } from './agencyTable.js';
import { placeName } from './agencyWords.js';
import type { Random } from './random.js';

/** Styles of tables of figures under one row of heads. */
export const FIGURE_STYLES = {
  'leaders, strips and notes': (random) => {
    const n = random.int(3, 7);
    const rows = bodyRows(random, { kinds: figures(random, n - 1, ['count', 'percent', 'rate']), rows: random.int(8, 24), marks: 0.05 });
    return {
      rows: [headRow(random, n, 3), ...withStrips(rows, 5)],
      layout: layoutOf(random, n, { leaders: random.pick(['.', ' .']) }),
    };
  },
  'years down': (random) => {
    const n = random.int(2, 6);
    const first = random.int(1960, 1995);
    const rows = bodyRows(random, {
      kinds: figures(random, n - 1, ['count', 'percent']),
      rows: random.int(6, 25),
      label: (_, i) => ({ c: 0, lines: [String(first + i)] }),
    });
    return {
      rows: [headRow(random, n, 2), ...(random.chance(0.5) ? withStrips(rows, 5) : rows)],
      layout: layoutOf(random, n, random.chance(0.5) ? { leaders: random.pick(['.', ' .']) } : {}),
    };
  },
  'a column of the page': (random) => {
    const n = random.int(2, 4);
    return {
      rows: [
        headRow(random, n, 2),
        ...bodyRows(random, {
          kinds: figures(random, n - 1, ['count', 'percent']),
          rows: random.int(3, 12),
          label: (r) => ({ c: 0, lines: [placeName(r)] }),
        }),
      ],
      layout: layoutOf(random, n, { size: 7, gap: 1.4, width: 225, ...(random.chance(0.4) ? { leaders: '.' } : {}) }),
      column: true,
    };
  },
  'shaded rows': (random) => {
    const n = random.int(3, 7);
    return {
      rows: [
        headRow(random, n, 2),
        ...bodyRows(random, {
          kinds: figures(random, n - 1, ['count', 'percent', 'money']),
          rows: random.int(6, 16),
          label: longLabel,
          signs: true,
        }),
      ],
      layout: layoutOf(random, n, { rules: random.pick(['none', 'open']), shading: 'zebra', pad: 0.3 }),
    };
  },
  'many empty cells': (random) => {
    const n = random.int(5, 9);
    return {
      rows: [
        headRow(random, n, 2),
        ...bodyRows(random, {
          kinds: figures(random, n - 1, ['count', 'percent']),
          rows: random.int(6, 16),
          empty: 0.5,
          label: (r) => ({ c: 0, lines: [placeName(r)] }),
        }),
      ],
      layout: layoutOf(random, n, { gap: 2 }),
    };
  },
  'a total below the last rule': (random) => {
    const n = random.int(3, 7);
    const kinds = figures(random, n - 1, ['count', 'percent']);
    const rows = bodyRows(random, { kinds, rows: random.int(3, 10), label: (r) => ({ c: 0, lines: [placeName(r)] }) });
    const head = headRow(random, n, 2);
    return {
      rows: [
        { ...head, ruled: 'across' },
        ...rows.slice(0, -1),
        { ...rows[rows.length - 1]!, ruled: 'across' },
        ...bodyRows(random, { kinds, rows: random.int(1, 2), label: () => ({ c: 0, lines: ['Total'] }) }),
      ],
      layout: layoutOf(random, n, { rules: 'head' }),
    };
  },
  'marks in a matrix': (random) => {
    const n = random.int(5, 9);
    return {
      rows: [
        headRow(random, n, 2),
        ...Array.from(
          { length: random.int(5, 12) },
          (): AgencyRow => ({
            kind: 'body',
            cells: [
              { c: 0, lines: [placeName(random)] },
              ...Array.from({ length: n - 1 }, (_, k): AgencyCell[] =>
                random.chance(0.45) ? [{ c: k + 1, lines: ['X'], place: 'centre' }] : [],
              ).flat(),
            ],
          }),
        ),
      ],
      layout: layoutOf(random, n, { rules: random.pick(['open', 'rows', 'grid']), heads: 'centre' }),
    };
  },
} satisfies Record<string, (random: Random) => AgencyContent>;

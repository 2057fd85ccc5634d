import { type AgencyContent, bodyRows, figure, figures, headRow, headsOf, layoutOf, longLabel } from './agencyRows.js';
import type { AgencyCell, AgencyRow } from './agencyTable.js';
import { officeName, wrapped } from './agencyWords.js';
import type { Random } from './random.js';

/** Styles of tables with texts of several lines. */
export const TEXT_STYLES = {
  'wrapped labels, numbers on the last line': (random) => {
    const n = random.int(3, 7);
    return {
      rows: [
        headRow(random, n, 3),
        ...bodyRows(random, { kinds: figures(random, n - 1, ['count', 'percent']), rows: random.int(5, 14), label: longLabel }),
      ],
      layout: layoutOf(random, n, { pad: random.pick([0.15, 0.3]), ...(random.chance(0.5) ? { leaders: '.' } : {}) }),
    };
  },
  'wrapped labels, numbers on the first line': (random) => {
    const n = random.int(3, 7);
    return {
      rows: [
        headRow(random, n, 2),
        ...bodyRows(random, { kinds: figures(random, n - 1, ['count', 'percent']), rows: random.int(5, 14), label: longLabel }),
      ],
      layout: layoutOf(random, n, { pad: random.pick([0.15, 0.3]), upright: 'top' }),
    };
  },
  'names and descriptions': (random) => {
    const rows = Array.from(
      { length: random.int(4, 9) },
      (): AgencyRow => ({
        kind: 'body',
        cells: [
          { c: 0, lines: [officeName(random)] },
          { c: 1, lines: wrapped(random, random.int(6, 14), 52) },
        ],
      }),
    );
    return {
      rows: [headsOf(['Purpose'], 'Agency'), ...rows],
      layout: layoutOf(random, 2, {
        places: ['left', 'left'],
        heads: 'column',
        rules: random.pick(['open', 'rows', 'grid', 'frame']),
        upright: 'top',
        pad: random.pick([0.3, 0.5]),
      }),
    };
  },
  'three columns of text': (random) => {
    const rows = Array.from(
      { length: random.int(3, 8) },
      (): AgencyRow => ({
        kind: 'body',
        cells: [
          {
            c: 0,
            lines: random.chance(0.3) ? [officeName(random), random.pick(['(regional)', 'and field offices'])] : [officeName(random)],
          },
          { c: 1, lines: wrapped(random, random.int(4, 12), 30) },
          { c: 2, lines: wrapped(random, random.int(3, 10), 24) },
        ],
      }),
    );
    return {
      rows: [headsOf(['Responsibility', random.pick(['Status', 'Remarks'])], 'Office'), ...rows],
      layout: layoutOf(random, 3, {
        places: ['left', 'left', 'left'],
        heads: 'column',
        rules: random.pick(['rows', 'grid', 'rows', 'open']),
        upright: 'top',
        pad: random.pick([0.4, 0.6]),
      }),
    };
  },
  'rows between rules, texts in the middle': (random) => {
    const n = random.int(4, 6);
    const rows = Array.from(
      { length: random.int(3, 9) },
      (): AgencyRow => ({
        kind: 'body',
        cells: [
          longLabel(random),
          ...Array.from({ length: n - 2 }, (_, k): AgencyCell => ({ c: k + 1, lines: [figure(random, 'count', 4)] })),
          { c: n - 1, lines: wrapped(random, random.int(2, 9), 26) },
        ],
      }),
    );
    return {
      rows: [headRow(random, n, 2), ...rows],
      layout: layoutOf(random, n, {
        places: ['left', ...Array.from({ length: n - 2 }, () => 'centre' as const), 'left'],
        rules: random.pick(['rows', 'grid']),
        upright: random.pick(['middle', 'top']),
        pad: random.pick([0.3, 0.5]),
        shading: random.pick(['none', 'head']),
      }),
    };
  },
} satisfies Record<string, (random: Random) => AgencyContent>;

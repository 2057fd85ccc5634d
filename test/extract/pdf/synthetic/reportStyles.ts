import {
  type AgencyContent,
  bodyRows,
  type Figure,
  figures,
  groupsOf,
  headRow,
  headsOf,
  layoutOf,
  spannerRow,
  years,
} from './agencyRows.js';
import type { AgencyCell, AgencyRow } from './agencyTable.js';
import { placeName, rowLabel, sectionWord } from './agencyWords.js';
import type { Random } from './random.js';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split('|');

/** Styles of tables of figures as censuses, surveys and monthly reports print them. */
export const REPORT_STYLES = {
  'columns between lines, numbered': (random) => {
    const n = random.int(4, 8);
    const groups = groupsOf(random, n);
    const free = Array.from({ length: n }, (_, c) => c).filter((c) => !groups.some(([from, cs]) => c >= from && c < from + cs));
    const isNumbered = random.chance(0.5);
    const heads = headRow(random, n, 2);
    return {
      rows: [
        {
          kind: 'head',
          cells: [
            ...spannerRow(random, groups).cells,
            ...heads.cells.filter((cell) => free.includes(cell.c)).map((cell) => ({ ...cell, rs: 2 })),
          ],
        },
        { kind: 'head', cells: heads.cells.filter((cell) => !free.includes(cell.c)) },
        ...(isNumbered
          ? [headsOf(Array.from({ length: n - 1 }, (_, i) => `(${i + 1})`))].map((row) => ({
              ...row,
              cells: row.cells.map((cell) => ({ ...cell, place: 'centre' as const })),
            }))
          : []),
        ...bodyRows(random, { kinds: figures(random, n - 1, ['count', 'money', 'percent']), rows: random.int(5, 20) }),
      ],
      layout: layoutOf(random, n, { rules: 'columns', heads: 'centre', ...(random.chance(0.5) ? { leaders: '.' as const } : {}) }),
    };
  },
  'units between dashes': (random) => {
    const n = random.int(4, 8);
    const cut = random.int(2, n - 1);
    const dashes = random.pick(['--', '---', '- - -', '-----']);
    const unit = (c: number, cs: number): AgencyCell => ({
      c,
      cs,
      lines: [
        `${cs > 1 ? `${dashes} ` : ''}${random.pick(['1,000 acres', 'Million bushels', 'Percent', 'Dollars'])}${cs > 1 ? ` ${dashes}` : ''}`,
      ],
      place: 'centre',
    });
    return {
      rows: [
        headRow(random, n, 3),
        { kind: 'body', cells: cut === n ? [unit(1, n - 1)] : [unit(1, cut - 1), unit(cut, n - cut)] },
        ...bodyRows(random, {
          kinds: figures(random, n - 1, ['count', 'rate']),
          rows: random.int(5, 16),
          label: (r, i) => ({ c: 0, lines: [i % 4 === 3 ? 'Total' : placeName(r)] }),
        }),
      ],
      layout: layoutOf(random, n, { rules: random.pick(['head', 'open']) }),
    };
  },
  'ranks before names': (random) => {
    const n = random.int(4, 6);
    const rows = bodyRows(random, {
      kinds: figures(random, n - 2, ['count', 'percent', 'money']),
      rows: random.int(5, 20),
      label: (r) => ({ c: 0, lines: [placeName(r)] }),
      signs: true,
    });
    const ranked = rows.map(
      (row, i): AgencyRow => ({
        ...row,
        cells: [{ c: 0, lines: [String(i + 1)], place: 'right' }, ...row.cells.map((cell) => ({ ...cell, c: cell.c + 1 }))],
      }),
    );
    return {
      rows: [headRow(random, n, 2, false), ...ranked].map((row) =>
        row.kind === 'head'
          ? {
              ...row,
              cells: [
                { c: 0, lines: ['Rank'] },
                { c: 1, lines: [random.pick(['State', 'Country', 'Agency'])] },
                ...row.cells.filter((cell) => cell.c > 1),
              ],
            }
          : row,
      ),
      layout: layoutOf(random, n, {
        places: ['right', 'left', ...Array.from({ length: n - 2 }, () => 'right' as const)],
        rules: random.pick(['none', 'head', 'open', 'rows']),
      }),
    };
  },
  'levels of indentation': (random) => {
    const n = random.int(3, 7);
    let level = 0;
    const rows = bodyRows(random, {
      kinds: figures(random, n - 1, ['count', 'percent']),
      rows: random.int(8, 22),
      label: (r, i) => {
        level = i === 0 ? 0 : Math.max(0, Math.min(3, level + r.int(-1, 1)));
        const text = i === 0 ? 'Total' : rowLabel(r);
        const long = r.chance(0.2) ? [text, r.pick(['and related activities', 'excluding food and energy'])] : [text];
        return {
          c: 0,
          lines: [...long.slice(0, -1), `${long[long.length - 1]}${r.chance(0.15) ? ' 1/' : ''}`],
          indent: 1.2 * level,
          bold: i === 0,
        };
      },
    });
    return {
      rows: [headRow(random, n, 2), rows[0]!, { kind: 'spacer', cells: [] }, ...rows.slice(1)],
      layout: layoutOf(random, n, {
        ...(random.chance(0.6) ? { leaders: random.pick(['.', ' .'] as const) } : {}),
        rules: random.pick(['head', 'open', 'none']),
      }),
    };
  },
  'two halves with the same heads': (random) => {
    const own = random.int(2, 3);
    const kinds: Figure[] = figures(random, own - 1, ['count', 'percent']);
    const count = random.int(6, 18);
    const [left, right] = [0, 1].map((half) =>
      bodyRows(random, { kinds, rows: count, label: (r) => ({ c: 0, lines: [placeName(r)] }) }).map((row, i) =>
        half === 1 && i === count - 1 && random.chance(0.5) ? [] : row.cells.map((cell) => ({ ...cell, c: cell.c + half * own })),
      ),
    ) as [AgencyCell[][], AgencyCell[][]];
    const heads = headRow(random, own, 2).cells;
    return {
      rows: [
        { kind: 'head', cells: [...heads, ...heads.map((cell) => ({ ...cell, c: cell.c + own }))] },
        ...left.map((cells, i): AgencyRow => ({ kind: 'body', cells: [...cells, ...right[i]!] })),
      ],
      layout: layoutOf(random, 2 * own, {
        places: Array.from({ length: 2 * own }, (_, c) => (c % own === 0 ? 'left' : 'right')),
        ...(random.chance(0.4) ? { leaders: '.' as const } : {}),
        rules: random.pick(['head', 'open', 'columns']),
      }),
    };
  },
  'months under years': (random) => {
    const n = random.int(4, 8);
    const kinds = figures(random, n - 2, ['count', 'rate']);
    const label = random.chance(0.5) ? MONTHS : MONTHS.map((month) => month.slice(0, 3));
    const rows = years(random, random.int(1, 3)).flatMap((year) => {
      const last = random.int(3, 12);
      return bodyRows(random, { kinds, rows: last, label: (_, i) => ({ c: 0, lines: [label[i]!] }) }).map(
        (row, i): AgencyRow => ({
          ...row,
          cells: [...(i === 0 ? [{ c: 0, lines: [year], bold: true }] : []), ...row.cells.map((cell) => ({ ...cell, c: cell.c + 1 }))],
        }),
      );
    });
    const heads = headRow(random, n, 3, false);
    return {
      rows: [
        ...(random.chance(0.5) ? [spannerRow(random, [[2, n - 2]])] : []),
        { ...heads, cells: heads.cells.filter((cell) => cell.c > 1) },
        ...rows,
      ],
      layout: layoutOf(random, n, {
        places: ['left', 'left', ...Array.from({ length: n - 2 }, () => 'right' as const)],
        rules: random.pick(['head', 'open', 'none']),
        ...(random.chance(0.3) ? { shading: 'zebra' as const } : {}),
      }),
    };
  },
  'groups of rows named across': (random) => {
    const n = random.int(4, 7);
    const part = (): AgencyRow[] => [
      { kind: 'body', cells: [{ c: 0, cs: n, lines: [sectionWord(random)], place: 'centre', bold: true }] },
      ...bodyRows(random, { kinds: figures(random, n - 1, ['count', 'percent']), rows: random.int(2, 6) }),
    ];
    return {
      rows: [headRow(random, n, 2), ...part(), ...part(), ...part()],
      layout: layoutOf(random, n, { rules: random.pick(['open', 'rows', 'grid']), shading: random.pick(['none', 'head']) }),
    };
  },
} satisfies Record<string, (random: Random) => AgencyContent>;

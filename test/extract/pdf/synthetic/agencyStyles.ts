import type { AgencyCell, AgencyLayout, AgencyRow } from './agencyTable.js';
import { headSecond, headWord, officeName, placeName, rowLabel, sectionWord, spannerWord, wrapped } from './agencyWords.js';
import type { Random } from './random.js';

/** A table of an agency's report before it is drawn, and how it stands on the page. */
export interface AgencyContent {
  readonly rows: readonly AgencyRow[];
  readonly layout: AgencyLayout;
  readonly column?: boolean;
  readonly lying?: boolean;
}

type Figure = 'count' | 'percent' | 'rate' | 'money' | 'signed' | 'centre';

/** The text of a number as the column prints it; now and then a mark that stands for one. */
function figure(random: Random, kind: Figure, digits: number): string {
  if (random.chance(0.05)) return random.pick(['–', '(X)', 'NA', '...', '—', '(D)', '-', '*']);
  const whole = String(random.int(10 ** (digits - 1), 10 ** digits - 1)).replace(/\B(?=(\d{3})+$)/g, ',');
  if (kind === 'percent') return `${random.int(0, 99)}.${random.int(0, 9)}`;
  if (kind === 'rate') return `${random.int(0, 9)}.${random.int(10, 99)}`;
  if (kind === 'signed') return random.chance(0.3) ? `(${whole})` : random.chance(0.2) ? `-${whole}` : whole;
  return whole;
}

const BASE: AgencyLayout = {
  size: 8,
  gap: 2,
  leading: 1.2,
  pad: 0.1,
  places: [],
  rules: 'open',
  spannerRules: true,
  upright: 'bottom',
  heads: 'centre',
};

/** The layout that most tables of a report share, varied. */
function layoutOf(random: Random, columns: number, over: Partial<AgencyLayout> = {}): AgencyLayout {
  return {
    ...BASE,
    size: random.pick([7, 8, 9]),
    gap: random.pick([1.4, 2, 3]),
    leading: random.pick([1.15, 1.25, 1.35]),
    pad: random.pick([0.05, 0.15, 0.3]),
    places: ['left', ...Array.from({ length: columns - 1 }, () => 'right' as const)],
    heads: random.pick(['centre', 'column']),
    rules: random.pick(['none', 'head', 'open', 'open']),
    ...(random.chance(0.6) ? { width: 480 } : {}),
    ...over,
  };
}

/** One row of heads, of one to `lines` lines. */
function headRow(random: Random, columns: number, lines: number, stub = true): AgencyRow {
  const cells: AgencyCell[] = stub
    ? [{ c: 0, lines: [random.pick(['Characteristic', 'State', 'Item', 'Year', 'Industry', 'Program'])] }]
    : [];
  for (let c = 1; c < columns; c++) {
    const own = random.int(1, lines);
    cells.push({ c, lines: [headWord(random), ...Array.from({ length: own - 1 }, () => headSecond(random))] });
  }
  return { kind: 'head', cells };
}

/** Heads over groups of columns; single columns between have none. */
function spannerRow(random: Random, groups: readonly (readonly [number, number])[]): AgencyRow {
  return { kind: 'head', cells: groups.map(([c, cs]) => ({ c, cs, lines: [spannerWord(random)] })) };
}

/** Columns from 1 on in groups of two or three, now and then with a single one between. */
function groupsOf(random: Random, columns: number): [number, number][] {
  const groups: [number, number][] = [];
  for (let c = random.chance(0.3) ? 2 : 1; c < columns; ) {
    const cs = Math.min(random.int(2, 3), columns - c);
    if (cs > 1) groups.push([c, cs]);
    c += cs + (random.chance(0.15) ? 1 : 0);
  }
  return groups;
}

interface BodyOptions {
  readonly kinds: readonly Figure[];
  readonly rows: number;
  readonly label?: (random: Random, i: number) => AgencyCell;
  readonly empty?: number;
  readonly signs?: boolean;
  readonly marks?: number;
}

/** Rows of numbers. */
function bodyRows(random: Random, { kinds, rows, label, empty = 0, signs = false, marks = 0 }: BodyOptions): AgencyRow[] {
  const digits = kinds.map(() => random.int(1, 6));
  return Array.from(
    { length: rows },
    (_, i): AgencyRow => ({
      kind: 'body',
      cells: [
        label?.(random, i) ?? { c: 0, lines: [rowLabel(random)], indent: random.int(0, 2) },
        ...kinds.flatMap((kind, k): AgencyCell[] => {
          if (random.chance(empty)) return [];
          const text = figure(random, kind, digits[k]!);
          const sign = signs && kind === 'money' && /\d/.test(text) && (i === 0 || i === rows - 1) ? { sign: '$' } : {};
          return [{ c: k + 1, lines: [text], ...sign, ...(random.chance(marks) ? { mark: String(random.int(1, 4)) } : {}) }];
        }),
      ],
    }),
  );
}

/** Rows with a blank strip after every `every`. */
function withStrips(rows: readonly AgencyRow[], every: number): AgencyRow[] {
  return rows.flatMap((row, i) => (i > 0 && i % every === 0 ? [{ kind: 'spacer' as const, cells: [] }, row] : [row]));
}

const figures = (random: Random, count: number, kinds: readonly Figure[]): Figure[] =>
  Array.from({ length: count }, () => random.pick(kinds));

/** Years from a random one on. */
function years(random: Random, count: number, written: (year: number) => string = String): string[] {
  const first = random.int(1985, 2005);
  return Array.from({ length: count }, (_, i) => written(first + i));
}

/** A head row with these texts over the columns from 1 on. */
const headsOf = (texts: readonly string[], stub?: string): AgencyRow => ({
  kind: 'head',
  cells: [...(stub === undefined ? [] : [{ c: 0, lines: [stub] }]), ...texts.map((text, i) => ({ c: i + 1, lines: [text] }))],
});

const section = (text: string, bold = true): AgencyRow => ({ kind: 'body', cells: [{ c: 0, lines: [text], bold }] });

/** A label wrapped to two lines, its second line indented. */
const longLabel = (random: Random): AgencyCell => ({
  c: 0,
  lines: random.chance(0.4)
    ? [rowLabel(random), random.pick(['and related workers', 'not elsewhere classified', 'including self-employed'])]
    : [rowLabel(random)],
});

/** The styles by name. */
export const AGENCY_STYLES = {
  'leaders, strips and notes': (random) => {
    const n = random.int(3, 7);
    const rows = bodyRows(random, { kinds: figures(random, n - 1, ['count', 'percent', 'rate']), rows: random.int(8, 24), marks: 0.05 });
    return {
      rows: [headRow(random, n, 3), ...withStrips(rows, 5)],
      layout: layoutOf(random, n, { leaders: random.pick(['.', ' .']) }),
    };
  },
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
  'statement of accounts': (random) => {
    const n = random.int(3, 5);
    const kinds = Array.from({ length: n - 1 }, (): Figure => 'money');
    const part = (name: string): AgencyRow[] => {
      const rows = bodyRows(random, {
        kinds,
        rows: random.int(2, 6),
        signs: true,
        empty: 0.1,
        label: (r) => ({ c: 0, lines: [rowLabel(r)], indent: 1 }),
      });
      const total = bodyRows(random, {
        kinds,
        rows: 1,
        signs: true,
        label: () => ({ c: 0, lines: [`Total ${name.toLowerCase()}`], bold: true }),
      });
      return [section(name), ...rows.slice(0, -1), { ...rows[rows.length - 1]!, ruled: 'numbers' }, { ...total[0]!, ruled: 'double' }];
    };
    return {
      rows: [headsOf(years(random, n - 1)), ...part('Assets'), { kind: 'spacer', cells: [] }, ...part('Liabilities')],
      layout: layoutOf(random, n, { rules: random.pick(['none', 'head']), pad: 0.2, gap: random.pick([2, 3]) }),
    };
  },
  'sections across': (random) => {
    const n = random.int(4, 8);
    const part = (): AgencyRow[] => [
      { kind: 'body', cells: [{ c: 1, cs: n - 1, lines: [sectionWord(random)], place: 'centre' }] },
      ...bodyRows(random, { kinds: figures(random, n - 1, ['count', 'percent']), rows: random.int(3, 7) }),
    ];
    return {
      rows: [headsOf(years(random, n - 1), random.pick([undefined, 'Item'])), ...part(), ...part(), ...(random.chance(0.5) ? part() : [])],
      layout: layoutOf(random, n, { rules: random.pick(['head', 'open']) }),
    };
  },
  'sections at the left': (random) => {
    const n = random.int(3, 8);
    const part = (): AgencyRow[] => [
      section(sectionWord(random), random.chance(0.5)),
      ...bodyRows(random, {
        kinds: figures(random, n - 1, ['count', 'percent']),
        rows: random.int(2, 7),
        label: (r) => ({ c: 0, lines: [rowLabel(r)], indent: 1 }),
      }),
    ];
    return {
      rows: [headRow(random, n, 2), ...part(), ...part(), ...part()],
      layout: layoutOf(random, n, random.chance(0.4) ? { leaders: '.' } : {}),
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
  'labels over rows': (random) => {
    const n = random.int(4, 6);
    const rows: AgencyRow[] = [];
    for (const year of years(random, random.int(2, 5)))
      ['Men', 'Women', 'Total'].forEach((name, i) => {
        rows.push({
          kind: 'body',
          cells: [
            ...(i === 0 ? [{ c: 0, rs: 3, lines: [year] }] : []),
            { c: 1, lines: [name] },
            ...Array.from({ length: n - 2 }, (_, k): AgencyCell => ({ c: k + 2, lines: [figure(random, 'percent', 2)] })),
          ],
          ...(i === 2 ? { ruled: 'across' as const } : {}),
        });
      });
    const heads = headRow(random, n, 2, false);
    return {
      rows: [{ ...heads, cells: heads.cells.filter((cell) => cell.c > 1) }, ...rows],
      layout: layoutOf(random, n, {
        places: ['left', 'left', ...Array.from({ length: n - 2 }, () => 'right' as const)],
        rules: random.pick(['open', 'grid']),
        pad: 0.2,
      }),
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
  form: (random) => {
    const n = random.int(4, 6);
    const rows: AgencyRow[] = [];
    for (let i = 0; i < random.int(5, 10); i++) {
      const whole = random.chance(0.25);
      rows.push({
        kind: 'body',
        cells: whole
          ? [{ c: 0, cs: n, lines: [`${i + 1}. ${sectionWord(random)}`], place: 'left' }]
          : [
              { c: 0, lines: [rowLabel(random)] },
              ...Array.from({ length: n - 1 }, (_, k): AgencyCell => ({ c: k + 1, lines: [figure(random, 'count', 4)] })),
            ],
      });
    }
    return {
      rows: [headRow(random, n, 2), ...rows],
      layout: layoutOf(random, n, { rules: 'grid', pad: 0.4, shading: random.pick(['head', 'none']) }),
    };
  },
} satisfies Record<string, (random: Random) => AgencyContent>;

export type AgencyStyle = keyof typeof AGENCY_STYLES;

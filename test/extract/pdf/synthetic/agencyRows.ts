import type { AgencyCell, AgencyLayout, AgencyRow } from './agencyTable.js';
import { headSecond, headWord, rowLabel, spannerWord } from './agencyWords.js';
import type { Random } from './random.js';

/** A table of an agency's report before it is drawn, and how it stands on the page. */
export interface AgencyContent {
  readonly rows: readonly AgencyRow[];
  readonly layout: AgencyLayout;
  readonly column?: boolean;
  /** The page is as wide as a lying one, and its text upright. */
  readonly landscape?: boolean;
  /** What stands beside or around the table. */
  readonly beside?: 'chart' | 'prose';
  /** Without a title above. */
  readonly untitled?: boolean;
  /** Drawn in a typewriter face, its rules of dashes. */
  readonly typed?: boolean;
  readonly lying?: boolean;
}

/** What a column of numbers counts. */
export type Figure = 'count' | 'percent' | 'rate' | 'money' | 'signed' | 'centre';

/** The text of a number as the column prints it; now and then a mark that stands for one. */
export function figure(random: Random, kind: Figure, digits: number): string {
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
export function layoutOf(random: Random, columns: number, over: Partial<AgencyLayout> = {}): AgencyLayout {
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
export function headRow(random: Random, columns: number, lines: number, stub = true): AgencyRow {
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
export function spannerRow(random: Random, groups: readonly (readonly [number, number])[]): AgencyRow {
  return { kind: 'head', cells: groups.map(([c, cs]) => ({ c, cs, lines: [spannerWord(random)] })) };
}

/** Columns from 1 on in groups of two or three, now and then with a single one between. */
export function groupsOf(random: Random, columns: number): [number, number][] {
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
export function bodyRows(random: Random, { kinds, rows, label, empty = 0, signs = false, marks = 0 }: BodyOptions): AgencyRow[] {
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
export function withStrips(rows: readonly AgencyRow[], every: number): AgencyRow[] {
  return rows.flatMap((row, i) => (i > 0 && i % every === 0 ? [{ kind: 'spacer' as const, cells: [] }, row] : [row]));
}

export const figures = (random: Random, count: number, kinds: readonly Figure[]): Figure[] =>
  Array.from({ length: count }, () => random.pick(kinds));

/** Years from a random one on. */
export function years(random: Random, count: number, written: (year: number) => string = String): string[] {
  const first = random.int(1985, 2005);
  return Array.from({ length: count }, (_, i) => written(first + i));
}

/** A head row with these texts over the columns from 1 on. */
export const headsOf = (texts: readonly string[], stub?: string): AgencyRow => ({
  kind: 'head',
  cells: [...(stub === undefined ? [] : [{ c: 0, lines: [stub] }]), ...texts.map((text, i) => ({ c: i + 1, lines: [text] }))],
});

export const section = (text: string, bold = true): AgencyRow => ({ kind: 'body', cells: [{ c: 0, lines: [text], bold }] });

/** A label wrapped to two lines, its second line indented. */
export const longLabel = (random: Random): AgencyCell => ({
  c: 0,
  lines: random.chance(0.4)
    ? [rowLabel(random), random.pick(['and related workers', 'not elsewhere classified', 'including self-employed'])]
    : [rowLabel(random)],
});

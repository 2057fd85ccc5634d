import type { Stroke } from './canvas.js';

/** Which borders a table draws. */
export type Rules = 'none' | 'underHeader' | 'booktabs' | 'rows' | 'grid' | 'columns' | 'fillGaps' | 'zebra' | 'whiteLines' | 'heavy';

/** How the numbers of a column are written and aligned. */
export type Numbers = 'right' | 'left' | 'centre' | 'decimal' | 'currency' | 'percent' | 'negative' | 'text';

/** Where tables stand on the page. */
export type Placement = 'alone' | 'prose' | 'columnOfTwo' | 'acrossTwo' | 'besideProse' | 'sideBySide' | 'stacked';

/** What a synthetic table looks like; a list is chosen from by seed. */
export interface Style {
  readonly rules: readonly Rules[];
  readonly stroke: readonly Stroke[];
  readonly numbers: readonly Numbers[];
  readonly headerLines: readonly number[];
  readonly spanner: boolean;
  readonly stub: 'plain' | 'indented' | 'leaders' | 'wrapped';
  /** Heading rows without numbers between groups of rows. */
  readonly groups: boolean;
  /** Share of empty number cells. */
  readonly empty: number;
  readonly language: 'english' | 'chinese';
  readonly placement: readonly Placement[];
  readonly caption: readonly ('none' | 'above' | 'below')[];
  readonly footnotes: boolean;
  readonly unitRow: boolean;
  readonly columnNumbers: boolean;
  readonly totals: boolean;
  readonly blankTail: boolean;
  /** Column gaps in font sizes. */
  readonly gap: readonly number[];
  readonly rotate: readonly (0 | 90 | 180 | 270)[];
  readonly headRule: boolean;
  /** So many data rows at least and at most. */
  readonly rowCount?: readonly [number, number];
  /** So many number columns at most. */
  readonly mostColumns?: number;
  /** A blank strip after so many data rows. */
  readonly strips?: number;
  /** Heads are years or fiscal years in order. */
  readonly years?: boolean;
  /** One head over all columns, above the others. */
  readonly outerSpanner?: boolean;
  /** Headings in the middle of the number columns between parts of the table. */
  readonly sections?: boolean;
  /** A second column of words after the stub. */
  readonly secondLabel?: boolean;
  /** Whether the stub has a head; chosen by seed where absent. */
  readonly stubHead?: boolean;
  /** Background of the head under a grid. */
  readonly shadedHead?: boolean;
}

const BASE: Style = {
  rules: ['none'],
  stroke: ['solid'],
  numbers: ['right'],
  headerLines: [1],
  spanner: false,
  stub: 'plain',
  groups: false,
  empty: 0,
  language: 'english',
  placement: ['alone', 'prose'],
  caption: ['none', 'above'],
  footnotes: false,
  unitRow: false,
  columnNumbers: false,
  totals: false,
  blankTail: false,
  gap: [1.5, 2.5, 4],
  rotate: [0],
  headRule: false,
};

const OPEN: readonly Rules[] = ['none', 'underHeader', 'booktabs'];

/** The styles by name, each a family of tables. */
export const STYLES = {
  borderless: BASE,
  'borderless, other alignments': { ...BASE, numbers: ['left', 'centre', 'decimal'] },
  'borderless, texts only': { ...BASE, numbers: ['text'], caption: ['above'] },
  'texts only between rules': { ...BASE, rules: ['booktabs', 'rows'], numbers: ['text'] },
  booktabs: { ...BASE, rules: ['booktabs'] },
  'rules under rows': { ...BASE, rules: ['rows'], numbers: ['right', 'text', 'centre'] },
  'header of several lines': { ...BASE, rules: OPEN, headerLines: [2, 3, 4] },
  'spanner heads': { ...BASE, rules: ['booktabs', 'underHeader'], spanner: true, headerLines: [1, 2] },
  'spanner heads without rules': { ...BASE, spanner: true, headerLines: [1, 2] },
  'indented stub with groups': { ...BASE, rules: OPEN, stub: 'indented', groups: true, totals: true },
  'dotted leaders': { ...BASE, rules: OPEN, stub: 'leaders', totals: true },
  'wrapped stub': { ...BASE, rules: [...OPEN, 'rows'], stub: 'wrapped' },
  'empty cells': { ...BASE, rules: [...OPEN, 'rows'], empty: 0.35 },
  'money and percents': { ...BASE, rules: OPEN, numbers: ['currency', 'percent', 'negative'], totals: true },
  'statistical table': {
    ...BASE,
    rules: ['booktabs', 'underHeader'],
    numbers: ['right', 'currency', 'percent', 'negative'],
    headerLines: [2, 3],
    spanner: true,
    stub: 'leaders',
    groups: true,
    totals: true,
    unitRow: true,
    footnotes: true,
    caption: ['above'],
  },
  'numbered columns': { ...BASE, rules: ['booktabs', 'rows'], columnNumbers: true },
  'footnotes and caption': { ...BASE, rules: OPEN, footnotes: true, caption: ['above', 'below'], placement: ['prose'] },
  'column of two': { ...BASE, rules: [...OPEN, 'rows', 'grid'], placement: ['columnOfTwo'], gap: [1.5] },
  'across two columns': { ...BASE, rules: OPEN, placement: ['acrossTwo'] },
  'beside prose': { ...BASE, rules: [...OPEN, 'grid'], placement: ['besideProse'], gap: [1.5] },
  'side by side': { ...BASE, rules: [...OPEN, 'grid'], placement: ['sideBySide'], gap: [1.5] },
  stacked: { ...BASE, rules: [...OPEN, 'rows', 'grid'], placement: ['stacked'], caption: ['none', 'above'] },
  zebra: { ...BASE, rules: ['zebra'], headerLines: [1, 2] },
  'borders by colour': { ...BASE, rules: ['fillGaps', 'whiteLines'], numbers: ['right', 'text'], headerLines: [1, 2] },
  'lines of all kinds': {
    ...BASE,
    rules: ['grid'],
    stroke: ['dotted', 'dashed', 'double', 'broken', 'fill'],
    numbers: ['right', 'text'],
    headerLines: [1, 2],
    empty: 0.2,
  },
  'vertical lines only': { ...BASE, rules: ['columns'] },
  'blank filler rows': { ...BASE, rules: ['grid'], blankTail: true, empty: 0.5 },
  'turned page': { ...BASE, rules: ['none', 'booktabs', 'grid'], rotate: [90, 180, 270] },
  'rule of the page head': { ...BASE, rules: ['grid', 'booktabs'], headRule: true },
  'Chinese, half ruled': { ...BASE, rules: ['booktabs', 'rows'], language: 'chinese', headerLines: [1, 2], stub: 'indented' },
  'Chinese, no rules': { ...BASE, rules: ['none', 'underHeader'], language: 'chinese', headerLines: [1], stub: 'indented' },
  'years across': { ...BASE, rules: OPEN, years: true, stubHead: false, stub: 'leaders', numbers: ['right', 'percent', 'negative'] },
  'strips between rows': { ...BASE, rules: OPEN, strips: 5, years: true, rowCount: [10, 26], totals: true },
  'sections with headings': { ...BASE, rules: ['booktabs', 'underHeader'], sections: true, rowCount: [6, 14], stub: 'leaders', strips: 4 },
  'spanners of two levels': { ...BASE, rules: ['booktabs', 'underHeader'], spanner: true, outerSpanner: true, headerLines: [1, 2] },
  'two label columns': { ...BASE, rules: [...OPEN, 'rows'], secondLabel: true },
  'small table': { ...BASE, rules: OPEN, rowCount: [2, 3], mostColumns: 2, placement: ['prose'], caption: ['above'] },
  'small table in a column': { ...BASE, rules: OPEN, rowCount: [3, 5], mostColumns: 2, placement: ['columnOfTwo'], gap: [1.5] },
  'shaded head and grid': { ...BASE, rules: ['grid'], shadedHead: true, headerLines: [1, 2], numbers: ['right', 'text', 'currency'] },
  'no head over the stub': { ...BASE, rules: OPEN, stubHead: false, empty: 0.25, headerLines: [1, 2], footnotes: true },
  'landscape statistics': {
    ...BASE,
    rules: ['booktabs', 'underHeader', 'none'],
    rotate: [90, 270],
    headerLines: [2, 3],
    stub: 'leaders',
    groups: true,
    footnotes: true,
    strips: 5,
    rowCount: [8, 20],
  },
} satisfies Record<string, Style>;

export type StyleName = keyof typeof STYLES;

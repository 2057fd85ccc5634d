import type { PublishedRow } from '../model/index.js';

/**
 * The data of the pages, as the shards of `data/*.js` hold them: types alone, so that the code that writes them and the browser code that reads them
 * agree. Documents and organizations are named by their index in `SiteShard`. Money is plain decimal text in yuan.
 */

type Line = PublishedRow<'lines'>;
type Table = PublishedRow<'tables'>;
type Check = PublishedRow<'checks'>;
type Quarantine = PublishedRow<'quarantine'>;
type Coverage = PublishedRow<'coverage'>;
type Correction = PublishedRow<'corrections'>;
type Diagnostic = PublishedRow<'diagnostics'>;
type Role = PublishedRow<'cells'>['role'];
type Box = NonNullable<PublishedRow<'cells'>['box']>;

/** `data/site.js`: what every page needs. */
export interface SiteShard {
  title: string;
  version: string;
  licence: string | null;
  publisher: string | null;
  /** What this dataset's decisions are kept under in the browser. */
  key: string;
  counts: { tables: number; lines: number; money: number; proved: number; figures: number; quarantined: number; failedChecks: number };
  organizations: OrganizationEntry[];
  documents: DocumentEntry[];
  codeLists: CodeList[];
  corrections: Correction[];
}

export interface OrganizationEntry {
  name: string;
  id: string;
  code: string | null;
  aliases: string[];
  /** Its department, where that is in the dataset. */
  parent: number | null;
}

export interface DocumentEntry {
  id: string;
  title: string;
  file: string;
  organization: number | null;
  year: number | null;
  kind: string | null;
  status: PublishedRow<'documents'>['status'];
  tables: number;
  lines: number;
  proved: number;
  /** Items of the review queue. */
  review: number;
}

/** A classification with its codes: [code, official name, number of the shard with its figures]. */
export interface CodeList {
  classification: CodeColumn;
  codes: [string, string, number][];
}

/** The columns of figures that hold codes of a list. */
export type CodeColumn = 'functional_code' | 'economic_department_code' | 'economic_government_code' | 'revenue_code';

/** `data/coverage.js`: [organization, year, kind, status, expected, captured, extracted, lines, proved] for each row of `coverage`. */
export type CoverageShard = [number, number | null, Coverage['kind'], Coverage['status'], number, number, number, number, number][];

/** `data/trends.js`: totals of all departments by year and phase. */
export interface TrendsShard {
  totals: TrendPoint[];
  proof: { year: number; documents: number; money: number; proved: number }[];
}
export interface TrendPoint {
  measure: 'revenue' | 'expenditure' | 'three_public';
  year: number;
  phase: Period['phase'];
  amount: string;
  organizations: number;
}

/** A year and what its amounts are: budget, final account ... */
export interface Period {
  year: number;
  phase: NonNullable<Line['phase']>;
}

/** `data/organizations/N.js` */
export interface OrganizationShard {
  periods: Period[];
  breakdowns: Breakdown[];
  threePublic: Breakdown | null;
}

/** What a series breaks down: spending by function ... */
export type BreakdownName =
  | 'revenue_source'
  | 'revenue_code'
  | 'revenue_function'
  | 'function'
  | 'economic_department'
  | 'economic_government'
  | 'three_public';

/** One breakdown of the money of an organization, as its tables of one funding and part state it. */
export interface Breakdown {
  name: BreakdownName;
  funding: NonNullable<Line['funding']>;
  part: NonNullable<Line['part']>;
  rows: SeriesRow[];
  /** By period: the printed total, and the sum of the leaf codes; null where there is none. */
  totals: (SeriesCell | null)[];
  sums: (LeafSum | null)[];
}
export interface LeafSum {
  amount: string;
  /** Against the printed total; null where there is none. */
  agreement: 'equal' | 'within_rounding' | 'differs' | null;
}
export interface SeriesRow {
  code: string;
  name: string | null;
  /** Depth below the codes that have none above them here. */
  level: number;
  /** By period, in the order of the organization's periods. */
  cells: (SeriesCell | null)[];
}
export interface SeriesCell {
  amount: string;
  proof: Line['proof'];
  corrected: boolean;
  document: number;
  /** Table, row and column of the line. */
  table: number;
  r: number;
  c: number;
  /** Whether a code below it is there in the same period: it is no leaf, and must not be summed with them. */
  parent: boolean;
  disagreeing: number;
}

/** `data/codes/N.js`: by code column and code, [organization, unit, year, phase, flow, funding, part, amount, proof, document, table, r, c]. */
export type CodeShard = Partial<Record<CodeColumn, Record<string, CodeFigure[]>>>;
export type CodeFigure = [
  number,
  string | null,
  number | null,
  Line['phase'],
  Line['flow'],
  Line['funding'],
  Line['part'],
  string,
  Line['proof'],
  number,
  number,
  number,
  number,
];

/** `data/documents/ID.js` */
export interface DocumentShard {
  mediaType: string;
  bytes: number;
  sources: { url: string; fetchedAt: string | null }[];
  /** Pages that a table is on: size in points, and whether `pages/ID/N.png` is there. */
  pages: { page: number; image: PageSize | null }[];
  tables: TableEntry[];
  diagnostics: Pick<Diagnostic, 'stage' | 'code' | 'severity' | 'page' | 'table' | 'row' | 'column' | 'message'>[];
}
export interface PageSize {
  /** In points. */
  width: number;
  height: number;
}
export interface TableEntry
  extends Pick<Table, 'index' | 'title' | 'label' | 'kind' | 'pages' | 'unit' | 'empty' | 'note' | 'evidence' | 'status'> {
  /** Number of the shard with its cells: `data/documents/ID.N.js`. */
  shard: number;
  /** Lines of money by proof. */
  proofs: Partial<Record<Line['proof'], number>>;
  review: number;
}

/** `data/documents/ID.N.js`: cells, lines and checks of some tables, by table index. */
export type TablesShard = Record<number, TableShard>;
export interface TableShard {
  cells: Cell[];
  lines: LineEntry[];
  checks: CheckEntry[];
  quarantine: Pick<Quarantine, 'id' | 'r' | 'c' | 'printed' | 'reason_code' | 'detail' | 'decision'>[];
}
/** [r, c, rs, cs, text, role, page, box] */
export type Cell = [number, number, number, number, string, Role, number | null, Box | null];
export interface LineEntry extends Pick<Line, 'r' | 'c' | 'amount' | 'proof' | 'year' | 'phase' | 'quantity' | 'comparison'> {
  unit: string | null;
  unitPlace: string | null;
  row: string;
  column: string;
  /** [classification, code, official name, agreement] */
  codes: [string, string | null, string | null, string][];
  /** Indexes of `checks`. */
  checks: number[];
}
export type CheckEntry = Pick<Check, 'rule' | 'outcome' | 'message' | 'difference'>;

/** `data/review.js`: the review queue in short, [document, what, reason, decided] in the order of `data/review/N.js`. */
export interface ReviewIndexShard {
  reasons: string[];
  items: [number, 0 | 1, number, 0 | 1][];
  perShard: number;
}

/** `data/review/N.js` */
export type ReviewShard = ReviewItem[];
/** Something held back, or a check that fails, with the cells it is about. */
export interface ReviewItem {
  what: 'quarantine' | 'check';
  reason: string;
  document: number;
  message: string;
  left: string | null;
  right: string | null;
  difference: string | null;
  tolerance: string | null;
  cells: EvidenceCell[];
  /** Cells beyond those listed. */
  more: number;
}
export interface EvidenceCell {
  /** line_id or quarantine id: what a decision is about. */
  target: string;
  printed: string;
  amount: string | null;
  proof: Line['proof'] | null;
  side: 'left' | 'right' | null;
  row: string;
  column: string;
  table: number | null;
  r: number | null;
  c: number | null;
  page: number | null;
  box: Box | null;
}

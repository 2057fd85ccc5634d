import type {
  Breakdown,
  Comparison,
  Flow,
  Funding,
  GridCell,
  GridTable,
  Kind,
  LineCode,
  Part,
  Phase,
  Quantity,
  Role,
  Scope,
  ThreePublicItem,
} from '../model/index.js';
import type { TableUnit } from './amounts/tableUnits.js';
import type { Classification } from './lexicon/headerWords.js';
import type { LabelParts } from './text/numbering.js';

/** What the document says of itself, as far as reading tables needs it. */
export interface DocumentContext {
  year: number | null;
  phase: Phase | null;
  organization: string | null;
  /** Codes that tables of the document surely have, by list: of codes that a name may mean, one of these is meant. */
  knownCodes?: ReadonlyMap<Classification, ReadonlySet<string>>;
}

/** Facets and kind of a table, and what they were read from. */
export interface TableFacets {
  flow: Flow | null;
  funding: Funding | null;
  part: Part | null;
  breakdown: Breakdown;
  kind: Kind;
  evidence: string[];
}

export type ColumnRole = 'ordinal' | 'code' | 'label' | 'year' | 'text' | 'measure_unit' | 'amount' | 'quantity' | 'percent';

/** An economic class that a header names or prints the code of. */
export interface EconomicClass {
  list: 'economic_department' | 'economic_government';
  code: string;
  name: string;
  origin: 'printed' | 'named';
}

/** What the header of an amount column says. `null` where it says nothing and row or table decide. */
export interface ColumnMeaning {
  flow: Flow | null;
  funding: Funding | null;
  part: Part | null;
  phase: Phase | null;
  year: number | null;
  comparison: Comparison;
  quantity: Quantity;
  threePublic: ThreePublicItem | null;
  /** Economic class that a header such as 工资福利支出 or 机关工资福利支出 names. */
  economic: EconomicClass | null;
  unit: string | null;
  role: Role;
  unexplained: string[];
}

/** A body column: `index` in the table's columns, `at` in its grid. */
export interface ColumnReading {
  index: number;
  at: number;
  path: readonly string[];
  role: ColumnRole;
  classification: Classification | null;
  /** Which level of a code printed in pieces the column holds: 0 = 类. */
  piece: number | null;
  meaning: ColumnMeaning | null;
}

/** Columns that belong together: labels and codes with the amounts behind them. A one-sided table is one block without a name. */
export interface Block {
  index: number;
  name: string | null;
  flow: Flow | null;
  /** List that the names of the block belong to, where header or rows tell. */
  classification: Classification | null;
  /** Whether rows may be balances; in a list of projects 结转 is part of a name. */
  hasBalances: boolean;
  ordinals: ColumnReading[];
  codes: ColumnReading[];
  labels: ColumnReading[];
  amounts: ColumnReading[];
  others: ColumnReading[];
}

/** A code of a row. `printed` is the text it was read from, `name` the printed name beside it. */
export interface CodeReading {
  classification: Classification;
  code: string;
  printed: string | null;
  name: string | null;
  origin: LineCode['origin'];
  score: number | null;
  runnerUp: string | null;
}

/** What a row's own label says of its figures; a row without a word takes it from the row above it in the hierarchy. */
export interface RowSays {
  funding: Funding | null;
  part: Part | null;
  year: number | null;
  phase: Phase | null;
  comparison: Comparison | null;
  threePublic: ThreePublicItem | null;
}

/** A body row of one block. */
export interface RowReading {
  /** Index in the table's rows, and row of the grid. */
  index: number;
  r: number;
  block: Block;
  /** Printed labels from top to leaf, as the row prints them. */
  labels: string[];
  label: string;
  labelColumn: ColumnReading | null;
  parts: LabelParts;
  indent: number | null;
  /** Page of the label, null where the format has none: indentation is only comparable within a page. */
  page: number | null;
  /** What the row prints itself in label columns of one list each (经济科目), by list. */
  names: ReadonlyMap<Classification, string>;
  codes: Map<Classification, CodeReading>;
  /** Lists in which the name may mean several codes and nothing tells which: the best guess, which is no code of the row. */
  unsure: Map<Classification, CodeReading>;
  unitCode: string | null;
  unitName: string | null;
  /** Unit that the row prints in a column of units beside its label, also where the cell spans several rows. */
  unitBeside: string | null;
  isUnit: boolean;
  /** Whether it prints a bare number where units print their codes, and no code: a class of units (4 | 自收自支), part of no unit. */
  isUnitClass: boolean;
  scope: Scope;
  role: Role;
  parent: RowReading | null;
  level: number;
  says: RowSays;
}

/** A table with everything that was read from it. */
export interface TableReading {
  table: GridTable;
  unit: TableUnit;
  facets: TableFacets;
  columns: ColumnReading[];
  blocks: Block[];
  rows: RowReading[];
  cellAt: ReadonlyMap<string, GridCell>;
}

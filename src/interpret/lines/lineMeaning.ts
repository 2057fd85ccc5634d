import type { Codebook } from '../../codebook/index.js';
import type { Flow, Funding, Kind, Part, Phase, ThreePublicItem } from '../../model/index.js';
import { BUDGETS } from '../lexicon/moneyWords.js';
import type { ColumnReading, DocumentContext, RowReading, TableFacets, TableReading } from '../reading.js';

/** What column, row, block and table together say of one cell. */
export interface LineMeaning {
  flow: Flow | null;
  funding: Funding | null;
  part: Part | null;
  year: number | null;
  phase: Phase | null;
  threePublic: ThreePublicItem | null;
  fundingSource: { code: string; name: string; printed: string } | null;
}

const OPENING = /年初/;
const CLOSING = /年末|年终|结转下年|下年/;

/** Side of the budget a cell is on: the table's, else the block's, the column's, or what the row's label and codes tell. */
function flowOf(facets: TableFacets, column: ColumnReading, row: RowReading): Flow | null {
  if (facets.flow !== 'both') return facets.flow;
  if (row.block.flow !== null && row.block.flow !== 'both') return row.block.flow;
  if (column.meaning?.flow) return column.meaning.flow;
  const words = column.path.join('/');
  if (OPENING.test(words)) return 'revenue';
  if (CLOSING.test(words)) return 'expenditure';
  if (row.codes.has('functional') || row.codes.has('economic_department') || /支出/.test(row.label)) return 'expenditure';
  return row.says.funding !== null || /收入/.test(row.label) ? 'revenue' : 'both';
}

/**
 * The funding source that a revenue row names. A column names one only where the facet `funding` does not say it: 事业收入 and 其他收入 are both the
 * unit's own money, 财政拨款收入 is the facet itself.
 */
function fundingSourceOf(flow: Flow | null, column: ColumnReading, row: RowReading, codebook: Codebook): LineMeaning['fundingSource'] {
  if (flow !== 'revenue') return null;
  const facet = column.meaning?.funding ?? null;
  const printed = row.says.funding !== null ? row.label : facet === null ? '' : (column.path.at(-1) ?? '');
  const source = codebook.fundingSource(printed);
  if (source === null || (row.says.funding === null && source.code === facet)) return null;
  return { code: source.code, name: source.name, printed };
}

/**
 * Part that the column, else the row names. In a table about one part the names of its rows say nothing (采购 or 人员经费 in a list of projects). Of revenue
 * only a column tells what it is for: 年初结转和结余 and 本年收入 by 基本支出 and 项目支出.
 */
function partOf(flow: Flow | null, facets: TableFacets, column: ColumnReading, row: RowReading): Part | null {
  const stated = column.meaning?.part ?? null;
  if (flow === 'revenue') return stated === 'basic' || stated === 'project' ? stated : null;
  return stated ?? (facets.part === 'all' ? row.says.part : null);
}

/** Whose money a cell is: the column first, then the row, then the table; 财政拨款 over a column only where neither row nor table name the budget. */
function fundingOf(facets: TableFacets, stated: Funding | null, named: Funding | null): Funding | null {
  if (stated !== 'appropriation') return stated ?? named ?? facets.funding;
  return named ?? (BUDGETS.has(facets.funding) ? facets.funding : stated);
}

/** What the money of a list of performance sheets is where neither column nor row say it: expenditure for projects, or for the whole department. */
const SHEET_MONEY: Readonly<Partial<Record<Kind, { part: Part }>>> = {
  project_performance: { part: 'project' },
  overall_performance: { part: 'all' },
};

/** Whether the row or one above it is money carried over from last year. */
function isCarriedOver(row: RowReading): boolean {
  for (let at: RowReading | null = row, depth = 0; at !== null && depth < 20; at = at.parent, depth += 1) {
    if (at.says.funding === 'carry_over') return true;
  }
  return false;
}

/** What a table of stocks (assets at a date) says of a cell: the year of its date; nothing is budgeted, received or spent. */
function stockMeaning(year: number | null): LineMeaning {
  return { flow: null, funding: null, part: null, year, phase: null, threePublic: null, fundingSource: null };
}

/**
 * Merges what is said of a cell: the column first, then the row, then the table; a row that names a budget is more exact than a header that says
 * 财政拨款; carried-over money is told by its row wherever it stands.
 */
export function lineMeaning(
  reading: TableReading,
  column: ColumnReading,
  row: RowReading,
  context: DocumentContext,
  codebook: Codebook,
): LineMeaning {
  const { table } = reading;
  const sheet = SHEET_MONEY[reading.facets.kind];
  const facets: TableFacets = sheet ? { ...reading.facets, flow: 'expenditure', funding: 'all', part: sheet.part } : reading.facets;
  const { meaning } = column;
  const { asOf } = table.meta;
  const year = meaning?.year ?? row.says.year ?? (asOf === null ? context.year : Number(asOf.slice(0, 4)));
  if (facets.kind === 'assets') return stockMeaning(year);
  const flow = flowOf(facets, column, row);
  const carried = row.role === 'balance' && flow === 'revenue' && isCarriedOver(row);
  const stated = meaning?.funding ?? null;
  const named = flow === 'expenditure' ? null : row.says.funding;
  const kept = row.role === 'balance' && flow === 'expenditure' && row.says.part === 'carry_over';
  return {
    flow,
    funding: carried ? 'carry_over' : fundingOf(facets, stated, named),
    part: kept ? 'carry_over' : (partOf(flow, facets, column, row) ?? facets.part),
    year,
    phase: meaning?.phase ?? row.says.phase ?? context.phase,
    threePublic: meaning?.threePublic ?? row.says.threePublic,
    fundingSource: fundingSourceOf(flow, column, row, codebook),
  };
}

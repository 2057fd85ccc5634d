import type { Codebook } from '../../codebook/index.js';
import type { Flow, Funding, Part, Phase, ThreePublicItem } from '../../model/index.js';
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

/** The funding source that a revenue row, else a revenue column names. */
function fundingSourceOf(flow: Flow | null, column: ColumnReading, row: RowReading, codebook: Codebook): LineMeaning['fundingSource'] {
  if (flow !== 'revenue') return null;
  const printed = row.says.funding !== null ? row.label : column.meaning?.funding ? (column.path.at(-1) ?? '') : null;
  if (printed === null) return null;
  const source = codebook.fundingSource(printed);
  return source ? { code: source.code, name: source.name, printed } : null;
}

/** Part that the column, else the row names. In a table about one part the names of its rows say nothing (采购 or 人员经费 in a list of projects). */
function partOf(flow: Flow | null, facets: TableFacets, column: ColumnReading, row: RowReading): Part | null {
  if (flow === 'revenue') return null;
  return column.meaning?.part ?? (facets.part === 'all' ? row.says.part : null);
}

/** Whether the row or one above it is money carried over from last year. */
function isCarriedOver(row: RowReading): boolean {
  for (let at: RowReading | null = row, depth = 0; at !== null && depth < 20; at = at.parent, depth += 1) {
    if (at.says.funding === 'carry_over') return true;
  }
  return false;
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
  const { facets, table } = reading;
  const { meaning } = column;
  const { asOf } = table.meta;
  const flow = flowOf(facets, column, row);
  const carried = row.role === 'balance' && flow === 'revenue' && isCarriedOver(row);
  const stated = meaning?.funding ?? null;
  const named = flow === 'expenditure' ? null : row.says.funding;
  const kept = row.role === 'balance' && flow === 'expenditure' && row.says.part === 'carry_over';
  return {
    flow,
    funding: carried ? 'carry_over' : ((stated === 'appropriation' ? (named ?? stated) : (stated ?? named)) ?? facets.funding),
    part: kept ? 'carry_over' : (partOf(flow, facets, column, row) ?? facets.part),
    year: meaning?.year ?? row.says.year ?? (asOf === null ? context.year : Number(asOf.slice(0, 4))),
    phase: meaning?.phase ?? row.says.phase ?? context.phase,
    threePublic: meaning?.threePublic ?? row.says.threePublic,
    fundingSource: fundingSourceOf(flow, column, row, codebook),
  };
}

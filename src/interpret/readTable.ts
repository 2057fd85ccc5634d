import type { Codebook } from '../codebook/index.js';
import type { GridTable } from '../model/index.js';
import type { TableUnit } from './amounts/tableUnits.js';
import { readColumns } from './columns/readColumns.js';
import { tableFacets } from './facets/tableFacets.js';
import type { Classification } from './lexicon/headerWords.js';
import type { DocumentContext, TableReading } from './reading.js';
import { readRows } from './rows/readRows.js';
import { cellsBySlot } from './rows/rowCells.js';

/** Whether a list of codes is a breakdown of its own. */
function isBreakdown(list: Classification | null | undefined): list is 'functional' | 'economic_department' | 'economic_government' {
  return list === 'functional' || list === 'economic_department' || list === 'economic_government';
}

/** Reads a printed table: facets and kind, what its columns and rows state. Pure; nothing printed is dropped. */
export function readTable(table: GridTable, unit: TableUnit, context: DocumentContext, codebook: Codebook): TableReading {
  const facets = tableFacets(table);
  const { columns, blocks } = readColumns(table, facets, context, codebook);
  const cellAt = cellsBySlot(table);
  const rows = blocks.flatMap((block) => readRows(table, cellAt, block, facets, context, codebook));
  const list = blocks.length === 1 ? blocks[0]?.classification : null;
  // Units with what each spends on below it: the rows list that, and say by scope whose it is.
  if ((facets.breakdown === 'none' || facets.breakdown === 'unit') && isBreakdown(list)) facets.breakdown = list;
  return { table, unit, facets, columns, blocks, rows, cellAt };
}

import { type DocumentFacts, formatPlace, type GridCell, type Line, lineId, tableId } from '../../model/index.js';
import type { TableReading } from '../reading.js';

/** The columns that say where a line stands and whose document it is from. */
export type LineIdentity = Pick<
  Line,
  | 'line_id'
  | 'disclosure_id'
  | 'document_id'
  | 'table_id'
  | 'r'
  | 'c'
  | 'page'
  | 'box'
  | 'organization_id'
  | 'organization'
  | 'division_code'
  | 'document_year'
  | 'document_phase'
  | 'breakdown'
  | 'kind'
  | 'unit_place'
  | 'proof'
>;

/** Place, document and table of the line in slot `r`, `c` of a table. */
export function lineIdentity(reading: TableReading, facts: DocumentFacts, r: number, c: number, cell: GridCell | undefined): LineIdentity {
  const { table, facets } = reading;
  return {
    line_id: lineId(facts.document_id, table.index, r, c),
    disclosure_id: facts.disclosure_id,
    document_id: facts.document_id,
    table_id: tableId(facts.document_id, table.index),
    r,
    c,
    page: cell?.page ?? table.pages[0] ?? null,
    box: cell?.box ?? null,
    organization_id: facts.organization_id,
    organization: facts.organization ?? '',
    division_code: facts.division_code,
    document_year: facts.year,
    document_phase: facts.phase,
    breakdown: facets.breakdown,
    kind: facets.kind,
    unit_place: table.unitPlace ? formatPlace(table.unitPlace) : null,
    proof: 'unchecked',
  };
}

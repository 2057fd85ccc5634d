import type { Codebook } from '../codebook/index.js';
import { type Diagnostic, type Disclosure, type DocumentFacts, type DocumentModel, type TableRow, tableId } from '../model/index.js';
import type { MappingHints, SourceEvidence } from '../model/sourceEvidence.js';
import { readTables } from '../tables/index.js';
import { tableUnits } from './amounts/tableUnits.js';
import { codebookOf } from './codebookOf.js';
import { documentFacts } from './facts/documentFacts.js';
import { fileNameDiagnostics } from './facts/fileNameFacts.js';
import { saidDiagnostics } from './facts/saidFacts.js';
import { readForms } from './forms/index.js';
import { buildLines } from './lines/buildLines.js';
import { cellRows } from './lines/cellRows.js';
import type { Occurrences } from './lines/figureKey.js';
import { formLines } from './lines/formLines.js';
import { quarantineReading } from './lines/quarantineReading.js';
import { strayAmounts } from './lines/strayAmounts.js';
import { unitConflicts } from './lines/unitConflicts.js';
import { readProse } from './prose/index.js';
import { readDocumentTables } from './readDocumentTables.js';
import type { DocumentContext, TableReading } from './reading.js';
import { tableDiagnostics } from './tableDiagnostics.js';

/** What interpretation needs beside the document. `fileName` is evidence only: where it disagrees with the document, that is a diagnostic. */
export interface InterpretOptions {
  fileName: string;
  codebook: Codebook;
  /** What the source says of the document: counts for facts that it does not print. */
  said?: SourceEvidence | undefined;
  hints?: MappingHints | undefined;
}

/** The published row of a table. */
function tableRow(reading: TableReading, facts: DocumentFacts): TableRow {
  const { table, facets } = reading;
  return {
    table_id: tableId(facts.document_id, table.index),
    document_id: facts.document_id,
    index: table.index,
    title: table.title,
    label: table.label,
    kind: facets.kind,
    flow: facets.flow,
    funding: facets.funding,
    part: facets.part,
    breakdown: facets.breakdown,
    pages: table.pages,
    unit: table.unit,
    empty: table.empty,
    note: table.note,
    rows: table.rows.length,
    columns: table.columns.length,
    evidence: [table.evidence, ...facets.evidence].filter((text) => text !== '').join('; '),
    status: 'read',
  };
}

/**
 * Reads what a document discloses: facts, tables with their lines, codes and cells, forms, prose. Every printed amount of a table is a line or
 * in quarantine with a reason. What the document does wrong is a diagnostic; throws only on programmer faults.
 */
export function interpret(model: DocumentModel, options: InterpretOptions): Disclosure {
  const { fileName, said, hints } = options;
  const { tables: grids, diagnostics: tableReading } = readTables(model);
  const facts = documentFacts(model, grids, options.codebook, said);
  const codebook = codebookOf(options.codebook, facts.year === null ? hints?.codes_of : undefined);
  const context: DocumentContext = { year: facts.year, phase: facts.phase, organization: facts.organization };
  const diagnostics: Diagnostic[] = [...tableReading, ...fileNameDiagnostics(fileName, facts), ...saidDiagnostics(facts, said)];
  const disclosure: Disclosure = {
    facts,
    grids,
    tables: [],
    cells: [],
    lines: [],
    line_codes: [],
    projects: [],
    project_schedule: [],
    indicators: [],
    institutions: [],
    assets: [],
    procurement: [],
    sections: [],
    statements: [],
    terms: [],
    quarantine: [],
    diagnostics,
  };
  const occurrences: Occurrences = new Map();
  for (const reading of readDocumentTables(grids, tableUnits(grids, hints?.unit ?? null), context, codebook)) {
    const grid = reading.table;
    const built = buildLines(reading, { facts, context, codebook, occurrences });
    const form = grid.form ? formLines(reading, facts, occurrences, built.lines) : { lines: [], roles: new Map() };
    const cells = cellRows(reading, facts.document_id, form.roles);
    const lines = [...built.lines, ...form.lines];
    disclosure.tables.push(tableRow(reading, facts));
    disclosure.cells.push(...cells);
    disclosure.lines.push(...lines);
    disclosure.line_codes.push(...built.lineCodes);
    disclosure.quarantine.push(...built.quarantine, ...strayAmounts(reading, facts.document_id, lines));
    diagnostics.push(...tableDiagnostics(reading, facts.document_id, lines, built.lineCodes));
  }
  const conflicts = unitConflicts(facts.document_id, disclosure.tables, disclosure.lines);
  diagnostics.push(...conflicts.diagnostics);
  disclosure.quarantine.push(...quarantineReading(facts.document_id, model, disclosure), ...conflicts.quarantine);
  const lineIds = new Set(disclosure.lines.map((line) => line.line_id));
  const lineAt = (index: number, r: number, c: number) => {
    const id = `${tableId(facts.document_id, index)}-r${r}-c${c}`;
    return lineIds.has(id) ? id : null;
  };
  const { diagnostics: formDiagnostics, ...forms } = readForms({ grids, tables: disclosure.tables, facts, lineAt });
  const noted = grids.map(({ blocks }, index) => ({ blocks, flow: disclosure.tables[index]?.flow ?? null }));
  const { diagnostics: proseDiagnostics, ...prose } = readProse(model, facts, noted);
  diagnostics.push(...formDiagnostics, ...proseDiagnostics);
  return { ...disclosure, ...forms, ...prose };
}

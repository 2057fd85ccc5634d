import type { Command } from 'commander';
import type { GridTable, Kind } from '../../model/index.js';
import type { DocumentReading } from '../../pipeline/index.js';
import { NO_SECOND_READER } from '../options.js';
import { printReadings } from '../readFiles.js';

/** One file as `fiscus extract` prints it: what the document says it is, its tables, the diagnostics. */
export function extractOutput({ file, model, disclosure, check }: DocumentReading<'tables'>): Record<string, unknown> {
  const { kind, year, organization, organization_code } = disclosure.facts;
  return {
    file,
    sha256: model.sha256,
    mediaType: model.mediaType,
    pages: model.pages,
    document: { kind, year, organization, organization_code },
    tables: disclosure.grids.map((grid, index) => tableOutput(grid, disclosure.tables[index]?.kind)),
    diagnostics: [...model.diagnostics, ...disclosure.diagnostics, ...check.diagnostics],
  };
}

/** One table: body columns and rows as texts, and the whole printed grid as cells. */
function tableOutput(grid: GridTable, kind: Kind = 'unknown'): Record<string, unknown> {
  return {
    title: grid.title,
    label: grid.label,
    kind,
    pages: grid.pages,
    unit: grid.unit,
    empty: grid.empty,
    columns: grid.columns.map((path) => path.join(' / ')),
    rows: grid.rows.map((row) => row.texts),
    cells: grid.cells,
    note: grid.note,
  };
}

/** `fiscus extract FILE...`: the tables of files, one JSON object a line. */
export function addExtract(program: Command): void {
  program
    .command('extract')
    .description('print the tables of files, one JSON object a line (no pipeline, no state)')
    .argument('<file...>', 'DOCX, PDF, HTML or text-dump files')
    .option('--no-second-reader', NO_SECOND_READER)
    .action((files: string[], options: { secondReader: boolean }) =>
      printReadings(files, 'tables', (reading) => [`${JSON.stringify(extractOutput(reading))}\n`], options),
    );
}

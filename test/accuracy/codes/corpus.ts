import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { loadCodebook } from '../../../src/codebook/index.js';
import { extract } from '../../../src/extract/index.js';
import { type TableUnit, tableUnits } from '../../../src/interpret/amounts/tableUnits.js';
import { documentFacts } from '../../../src/interpret/facts/documentFacts.js';
import type { DocumentContext } from '../../../src/interpret/reading.js';
import type { GridTable } from '../../../src/model/index.js';
import { readTables } from '../../../src/tables/index.js';

/** The printed tables of one document, before their meaning is read. `place` is the folder of the city or district it comes from. */
export interface PrintedDocument {
  file: string;
  place: string;
  grids: readonly GridTable[];
  units: readonly TableUnit[];
  context: DocumentContext;
}

const zRow = z.object({ file: z.string() });

/** Reads the tables of every document of the shared corpus, in the order of its list. */
export async function readCorpus(shared: string): Promise<PrintedDocument[]> {
  const list = readFileSync(path.join(shared, 'corpus/documents.tsv'));
  const rows = z.array(zRow).parse(parse(list, { columns: true, delimiter: '\t', relax_column_count: true, quote: null }));
  const documents: PrintedDocument[] = [];
  for (const { file } of rows) {
    const model = await extract(readFileSync(path.join(shared, 'corpus/documents', file)), 'application/pdf', {});
    const { tables: grids } = readTables(model);
    const { year, phase, organization } = documentFacts(model, grids, loadCodebook());
    const place = file.split('/')[0] ?? '';
    documents.push({ file, place, grids, units: tableUnits(grids), context: { year, phase, organization } });
  }
  return documents;
}

import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PUBLISHED_TABLE_NAMES, PUBLISHED_TABLES, type PublishedRows, type PublishedTableName } from '../../model/index.js';
import { csvHeader, csvRecords } from '../csv.js';
import { batches, writeDataset, writePieces } from '../write.js';
import { aboutPage } from './aboutPage.js';
import { changelog, type Release } from './changelog.js';
import { citation } from './citation.js';
import { codebookPage, columnsCsv, valuesCsv } from './codebook.js';
import { coverageMatrix } from './coverageMatrix.js';
import { csvOnTheWeb } from './csvOnTheWeb.js';
import { dataPackage, type PackageFile } from './dataPackage.js';
import { knownIssues } from './knownIssues.js';
import type { PackageInfo, PackageOptions } from './packageInfo.js';
import { parquet } from './parquet.js';
import { printedGrids } from './printedGrids.js';
import { BYTE_ORDER_MARK, spreadsheetText } from './spreadsheet.js';

/**
 * Writes a dataset with all that describes it into an empty folder: CSV, JSON, Parquet and raw editions, datapackage.json, CSV on the Web metadata, codebook,
 * citation, changelog, known issues and the coverage matrix. `releases` are all versions, this one last. The same input gives the same bytes.
 * Throws where a row does not fit its schema or the disk fails.
 */
export async function writePackage(
  rows: PublishedRows,
  info: PackageInfo,
  releases: readonly Release[],
  options: PackageOptions,
  folder: string,
): Promise<void> {
  await writeDataset(rows, folder);
  await writeParquet(rows, folder);
  await writePrintedGrids(rows, folder);
  if (options.spreadsheet) await writeSpreadsheet(rows, folder);
  const text = async (name: string, content: string) => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  };
  await text('codebook.md', codebookPage(info.title));
  await text('codebook/columns.csv', columnsCsv());
  await text('codebook/values.csv', valuesCsv());
  await text('coverage_matrix.csv', coverageMatrix(rows));
  await text('KNOWN_ISSUES.md', knownIssues(rows));
  await text('CHANGELOG.md', changelog(releases));
  await text('CITATION.cff', citation(info));
  await text('README.md', aboutPage(info, rows, options));
  await text('csv-metadata.json', `${JSON.stringify(csvOnTheWeb(info), null, 2)}\n`);
  const files = await Promise.all(PUBLISHED_TABLE_NAMES.map((name) => fileFacts(folder, `${name}.csv`)));
  await text('datapackage.json', `${JSON.stringify(dataPackage(info, files), null, 2)}\n`);
}

async function fileFacts(folder: string, name: string): Promise<PackageFile> {
  const bytes = await readFile(path.join(folder, name));
  return { path: name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function writeParquet(rows: PublishedRows, folder: string): Promise<void> {
  await mkdir(path.join(folder, 'parquet'));
  for (const name of PUBLISHED_TABLE_NAMES) await writeFile(path.join(folder, 'parquet', `${name}.parquet`), parquet(name, rows[name]));
}

async function writePrintedGrids(rows: PublishedRows, folder: string): Promise<void> {
  const folders = new Set<string>();
  for (const { path: name, text } of printedGrids(rows.tables, rows.cells)) {
    const file = path.join(folder, name);
    if (!folders.has(path.dirname(file))) await mkdir(path.dirname(file), { recursive: true });
    folders.add(path.dirname(file));
    await writeFile(file, text);
  }
}

async function writeSpreadsheet(rows: PublishedRows, folder: string): Promise<void> {
  await mkdir(path.join(folder, 'spreadsheet'));
  for (const name of PUBLISHED_TABLE_NAMES)
    await writePieces(path.join(folder, 'spreadsheet', `${name}.csv`), spreadsheetPieces(name, rows[name]));
}

function* spreadsheetPieces<N extends PublishedTableName>(name: N, rows: readonly PublishedRows[N][number][]): Iterable<string> {
  const { schema } = PUBLISHED_TABLES[name];
  yield BYTE_ORDER_MARK + csvHeader(schema);
  for (const batch of batches(rows)) yield csvRecords(schema, batch, spreadsheetText);
}

import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { PUBLISHED_TABLE_NAMES, PUBLISHED_TABLES, type PublishedRows, type PublishedTableName } from '../model/index.js';
import { csvHeader, csvRecords } from './csv.js';
import { documentJson, rowsByDocument } from './documentJson.js';

/** Rows written at once: bounds the text in memory whatever the size of a table. */
const BATCH = 500;

/** Writes a file in pieces under another name and moves it into place, so that no reader sees half of it. */
export async function writePieces(file: string, pieces: Iterable<string>): Promise<void> {
  const part = `${file}.part`;
  const handle = await open(part, 'w');
  try {
    let text = '';
    for (const piece of pieces) {
      text += piece;
      if (text.length < 1 << 20) continue;
      await handle.write(text);
      text = '';
    }
    await handle.write(text);
  } finally {
    await handle.close();
  }
  await rename(part, file);
}

export function* batches<T>(rows: readonly T[]): Iterable<readonly T[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
}

/** Rows of a table, each checked against its schema. Throws (a fault of the release) where a row does not fit. */
function validated<N extends PublishedTableName>(name: N, rows: readonly PublishedRows[N][number][]): readonly PublishedRows[N][number][] {
  const { schema } = PUBLISHED_TABLES[name];
  for (const row of rows) {
    const result = schema.safeParse(row);
    if (!result.success) throw new Error(`${name}: ${result.error.message} in ${JSON.stringify(row).slice(0, 500)}`);
  }
  return rows;
}

function* csvPieces<N extends PublishedTableName>(name: N, rows: readonly PublishedRows[N][number][]): Iterable<string> {
  const { schema } = PUBLISHED_TABLES[name];
  yield csvHeader(schema);
  for (const batch of batches(rows)) yield csvRecords(schema, batch);
}

function* jsonPieces(rows: readonly unknown[]): Iterable<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}

/** Removes files of an earlier dataset that this one does not have. */
async function removeOthers(folder: string, keep: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) if (!keep.has(name)) await rm(path.join(folder, name), { recursive: true });
}

/**
 * Writes a dataset: `<table>.csv` and `json/<table>.jsonl` for every published table, `documents/<sha256>.json` for every document. The same rows give the same bytes.
 * Throws where a row does not fit its schema (before its file is replaced) or the disk fails.
 */
export async function writeDataset(rows: PublishedRows, folder: string): Promise<void> {
  const documents = path.join(folder, 'documents');
  const json = path.join(folder, 'json');
  for (const name of PUBLISHED_TABLE_NAMES) validated(name, rows[name]);
  await mkdir(documents, { recursive: true });
  await mkdir(json, { recursive: true });
  for (const name of PUBLISHED_TABLE_NAMES) {
    await writePieces(path.join(folder, `${name}.csv`), csvPieces(name, rows[name]));
    await writePieces(path.join(json, `${name}.jsonl`), jsonPieces(rows[name]));
  }
  const byDocument = rowsByDocument(rows);
  const written = new Set<string>();
  for (const document of rows.documents) {
    if (!/^[0-9a-f]{64}$/.test(document.document_id)) throw new Error(`${document.document_id} is no sha256 and names no file`);
    const file = `${document.document_id}.json`;
    await writePieces(path.join(documents, file), documentJson(document, byDocument.get(document.document_id) ?? []));
    written.add(file);
  }
  await removeOthers(documents, written);
}

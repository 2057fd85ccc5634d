import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { PUBLISHED_TABLE_NAMES, PUBLISHED_TABLES, type PublishedRow, type PublishedRows, zDocumentRow } from '../model/index.js';

/** The published rows about one document. */
export interface DocumentRows {
  document: PublishedRow<'documents'>;
  rows: Partial<PublishedRows>;
}

const zDocumentJson = z.looseObject({ document: zDocumentRow });

/** The documents of a published dataset, in the order of their ids. Throws where the folder holds no dataset. */
export async function publishedDocuments(folder: string): Promise<string[]> {
  const names = await readdir(path.join(folder, 'documents'));
  return names.flatMap((name) => /^([0-9a-f]{64})\.json$/.exec(name)?.[1] ?? []).sort();
}

/** The rows about a document of a published dataset, validated. Throws where the file is missing or does not fit the schemas. */
export async function readDocument(folder: string, document_id: string): Promise<DocumentRows> {
  if (!/^[0-9a-f]{64}$/.test(document_id)) throw new RangeError(`${document_id.slice(0, 80)} is no sha256`);
  const json = zDocumentJson.parse(JSON.parse(await readFile(path.join(folder, 'documents', `${document_id}.json`), 'utf8')));
  const rows: Partial<PublishedRows> = {};
  for (const name of PUBLISHED_TABLE_NAMES)
    if (json[name] !== undefined) Object.assign(rows, { [name]: z.array(PUBLISHED_TABLES[name].schema).parse(json[name]) });
  return { document: json.document, rows };
}

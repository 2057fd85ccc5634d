import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildDataset, writeDataset } from '../../src/dataset/index.js';
import { hashId, PUBLISHED_TABLES, type PublishedRows, type PublishedTableName } from '../../src/model/index.js';
import { sampleInput } from '../dataset/sample.js';

/** The rows of the sample dataset as one of many: other documents, another organization, another year. */
function copyOf(text: string, number: number): PublishedRows {
  const [first, second] = sampleInput.documents.map(({ document_id }) => document_id);
  const id = (old: string) => hashId(number, old).repeat(4);
  const renamed = [first!, second!].reduce(
    (now, old) => now.replaceAll(old, id(old)).replaceAll(old.slice(0, 16), hashId(number, old)),
    text,
  );
  const rows: PublishedRows = JSON.parse(renamed);
  const own = (value: string | null) => (value === null ? null : `${value}${number}`);
  for (const name of Object.keys(PUBLISHED_TABLES).filter((table): table is PublishedTableName => table in PUBLISHED_TABLES))
    for (const row of rows[name])
      for (const column of ['organization_id', 'disclosure_id', 'figure_id', 'check_id', 'id'] as const) {
        const value: unknown = Reflect.get(row, column);
        if (typeof value === 'string') Reflect.set(row, column, own(value));
      }
  for (const organization of rows.organizations) organization.name = `第${number}局`;
  return rows;
}

/** Writes a dataset of many documents with failed checks, as a run would publish it. */
export async function writeManyDocuments(folder: string, copies: number): Promise<void> {
  const text = JSON.stringify(buildDataset(sampleInput));
  const all = copyOf(text, 0);
  for (let number = 1; number < copies; number += 1) {
    const rows = copyOf(text, number);
    for (const name of Object.keys(PUBLISHED_TABLES).filter((table): table is PublishedTableName => table in PUBLISHED_TABLES))
      Object.assign(all, { [name]: [...all[name], ...rows[name]] });
  }
  await mkdir(folder, { recursive: true });
  await writeDataset(all, folder);
  await writeFile(path.join(folder, 'datapackage.json'), JSON.stringify({ name: 'many', title: '许多文件', version: '1.0.0' }));
}

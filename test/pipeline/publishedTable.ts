import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PUBLISHED_TABLES, type PublishedRow, type PublishedTableName } from '../../src/model/index.js';

/** The rows of a published table, from its JSON lines, through its schema. */
export async function publishedTable<N extends PublishedTableName>(output: string, name: N): Promise<PublishedRow<N>[]> {
  const text = await readFile(path.join(output, 'json', `${name}.jsonl`), 'utf8');
  const { schema } = PUBLISHED_TABLES[name];
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)) as PublishedRow<N>);
}

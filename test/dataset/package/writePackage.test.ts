import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildDataset, type PackageInfo, type Release, tableSchema, writePackage } from '../../../src/dataset/index.js';
import { PUBLISHED_TABLES, toDecimal } from '../../../src/model/index.js';
import { TABLE_NAMES } from '../../endToEnd/published.js';
import { sampleInput } from '../sample.js';
import { csvRecordsOf, schemaErrors } from './tableSchemaRules.js';

const rows = buildDataset(sampleInput);
const info: PackageInfo = {
  name: 'sample_set',
  title: '样例',
  publisher: { name: '某市财政局', url: 'https://example.org/' },
  licence: 'CC-BY-4.0',
  sources: [
    {
      title: '某市财政局',
      path: 'https://example.org/list',
      first_fetched_at: '2024-03-01T00:00:00Z',
      last_fetched_at: '2024-03-01T00:00:00Z',
      documents: 2,
    },
  ],
  version: '1.0.0',
  created: '2024-03-01T00:00:00Z',
  forced: [],
};
const releases: Release[] = [{ version: '1.0.0', created: info.created, changes: null, forced: [] }];

let root = '';
let folder = '';
const text = (name: string) => readFile(path.join(folder, name), 'utf8');

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'fiscus-package-'));
  folder = path.join(root, 'first');
  await mkdir(folder);
  await writePackage(rows, info, releases, { spreadsheet: true }, folder);
});
afterAll(async () => rm(root, { recursive: true }));

/** The files of a folder by their paths, as base64. */
async function bytesOf(where: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(where, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const file = path.join(entry.parentPath, entry.name);
      files.set(path.relative(where, file), await readFile(file, 'base64'));
    }
  return files;
}

/** The rows that DuckDB gives for a query, as JSON. */
async function query(sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

describe('writePackage', () => {
  it('gives the same bytes for the same rows', async () => {
    const again = path.join(root, 'again');
    await mkdir(again);
    await writePackage(buildDataset(sampleInput), info, releases, { spreadsheet: true }, again);
    expect(await bytesOf(again)).toEqual(await bytesOf(folder));
  });

  it('leaves the spreadsheet edition out unless it is asked for', async () => {
    const plain = path.join(root, 'plain');
    await mkdir(plain);
    await writePackage(rows, info, releases, { spreadsheet: false }, plain);
    expect(await readdir(plain)).not.toContain('spreadsheet');
  });

  it.each(TABLE_NAMES)('writes %s.csv as its Table Schema says, row by row', async (name) => {
    expect(schemaErrors(csvRecordsOf(await text(`${name}.csv`)), tableSchema(name))).toEqual([]);
  });

  it('describes every table in datapackage.json with its hash', async () => {
    const descriptor: { resources: { path: string; bytes: number; hash: string }[] } = JSON.parse(await text('datapackage.json'));
    expect(descriptor.resources.map((resource) => resource.path)).toEqual(TABLE_NAMES.map((name) => `${name}.csv`));
    expect(descriptor.resources.every(({ hash }) => /^sha256:[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it('writes CSV that DuckDB reads with all rows', async () => {
    const [count] = await query(`SELECT count(*)::INT FROM read_csv('${path.join(folder, 'lines.csv')}', all_varchar = true)`);
    expect(count).toEqual([rows.lines.length]);
  });

  it('writes CSV that SQLite takes as it is, and sums', async () => {
    const { header, records } = csvRecordsOf(await text('figures.csv'));
    const database = new Database(':memory:');
    database.exec(`CREATE TABLE figures (${header.map((column) => `"${column}"`).join(', ')})`);
    const insert = database.prepare(`INSERT INTO figures VALUES (${header.map(() => '?').join(', ')})`);
    for (const record of records) insert.run(record);
    const sum: unknown = database.prepare('SELECT sum(CAST(amount AS INTEGER)) AS yuan FROM figures').get();
    database.close();
    expect(sum).toMatchObject({ yuan: rows.figures.reduce((all, figure) => all + Number(figure.amount), 0) });
  });

  it('writes Parquet whose amounts are exact', async () => {
    const expected = rows.lines.reduce((sum, line) => sum.plus(toDecimal(line.amount ?? '0')), toDecimal('0'));
    const [sum] = await query(`SELECT sum(amount)::VARCHAR FROM '${path.join(folder, 'parquet/lines.parquet')}'`);
    expect(toDecimal(String(sum?.[0])).eq(expected)).toBe(true);
  });

  it('writes Parquet whose lists are lists', async () => {
    const [first] = await query(`SELECT row_path FROM '${path.join(folder, 'parquet/lines.parquet')}' ORDER BY line_id LIMIT 1`);
    const [line] = [...rows.lines].sort((a, b) => (a.line_id < b.line_id ? -1 : 1));
    expect(first).toEqual([line?.row_path]);
  });

  it.each(TABLE_NAMES)('writes %s.parquet with every row and column', async (name) => {
    const file = path.join(folder, `parquet/${name}.parquet`);
    const columns = await query(`SELECT column_name FROM (DESCRIBE SELECT * FROM '${file}')`);
    expect(columns.flat()).toEqual(Object.keys(PUBLISHED_TABLES[name].schema.shape));
    expect(await query(`SELECT count(*)::INT FROM '${file}'`)).toEqual([[rows[name].length]]);
  });

  it('starts the spreadsheet edition with a byte order mark', async () => {
    expect((await text('spreadsheet/lines.csv')).startsWith('\uFEFFline_id,')).toBe(true);
  });

  it('can be cited', async () => {
    expect(parse(await text('CITATION.cff'))).toMatchObject({ 'cff-version': '1.2.0', type: 'dataset', title: '样例', version: '1.0.0' });
  });

  it('names the document that could not be read among the known issues', async () => {
    expect(await text('KNOWN_ISSUES.md')).toContain('预算.doc: unsupported (unsupported_format)');
  });
});

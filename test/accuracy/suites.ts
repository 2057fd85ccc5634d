import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** One run of the ruler: which files Fiscus reads, and how score.py compares them with the truth. */
export interface Suite {
  name: string;
  /** `extract` prints tables, `lines` prints lines. */
  command: 'extract' | 'lines';
  /** score.py arguments before the predicted file. */
  mode: 'values' | 'meta' | 'grids' | 'lines';
  truth: string;
  only: readonly string[];
  files: readonly string[];
}

const zTruth = z.object({ file: z.string(), sha256: z.string(), also: z.array(z.string()).optional() });
const zDocument = z.object({ file: z.string(), sha256: z.string() });
const SEED = 'xushui-2024';

/** The files of a benchmark folder that have a truth beside them. */
function benchFiles(folder: string): string[] {
  const names = readdirSync(folder);
  return names
    .filter((name) => !name.endsWith('.gt.json'))
    .filter((name) => names.includes(`${name}.gt.json`) || names.includes(`${name.replace(/\.[^.]+$/, '')}.gt.json`))
    .sort()
    .map((name) => path.join(folder, name));
}

/** The documents of the corpus as its list names them. */
function corpusDocuments(shared: string): z.infer<typeof zDocument>[] {
  return z.array(zDocument).parse(
    parse(readFileSync(path.join(shared, 'corpus/documents.tsv')), {
      columns: true,
      delimiter: '\t',
      relax_column_count: true,
      quote: null,
    }),
  );
}

/** The paths of all PDFs of the corpus. */
export function corpusPdfs(shared: string): string[] {
  return corpusDocuments(shared)
    .filter(({ file }) => file.toLowerCase().endsWith('.pdf'))
    .map(({ file }) => path.join(shared, 'corpus/documents', file));
}

/** The suites of `npm run accuracy` over the shared folder. */
export function accuracySuites(shared: string): Suite[] {
  const truth = path.join(shared, 'truth');
  const rows = corpusDocuments(shared);
  const byHash = new Map(rows.map((row) => [row.sha256, path.join(shared, 'corpus/documents', row.file)]));
  const real: { base: string; file: string }[] = [];
  for (const name of readdirSync(truth)
    .filter((entry) => entry.endsWith('.json'))
    .sort()) {
    const { sha256 } = zTruth.parse(JSON.parse(readFileSync(path.join(truth, name), 'utf8')));
    const file = byHash.get(sha256);
    if (file !== undefined) real.push({ base: name.slice(0, -'.json'.length), file });
  }
  const seed = ['docx', 'pdf', 'html'].map((extension) => path.join(shared, 'seed', `${SEED}.${extension}`));
  const realNames = real.map(({ base }) => base);
  const realFiles = real.map(({ file }) => file);
  const keyed = readdirSync(path.join(truth, 'lines')).map((name) => name.slice(0, -'.csv'.length));
  const keyedFiles = real.filter(({ base }) => keyed.includes(base)).map(({ file }) => file);
  const bench = (name: string): Suite => {
    const folder = path.join(shared, 'bench', name);
    return { name, command: 'extract', mode: 'grids', truth: folder, only: [], files: benchFiles(folder) };
  };
  return [
    { name: 'seed values', command: 'extract', mode: 'values', truth, only: [SEED], files: seed },
    { name: 'seed meta', command: 'extract', mode: 'meta', truth, only: [SEED], files: seed },
    { name: 'seed lines', command: 'lines', mode: 'lines', truth, only: [SEED], files: seed.slice(0, 1) },
    { name: 'real values', command: 'extract', mode: 'values', truth, only: realNames, files: realFiles },
    { name: 'real meta', command: 'extract', mode: 'meta', truth, only: realNames, files: realFiles },
    { name: 'real lines', command: 'lines', mode: 'lines', truth, only: keyed.filter((name) => name !== SEED), files: keyedFiles },
    bench('docling-docx'),
    bench('pandoc-html'),
    bench('icdar2013-eu'),
  ];
}

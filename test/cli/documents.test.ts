import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readCsv } from '../../src/dataset/index.js';
import { type Line, zDiagnostic, zGridCell, zKind, zLine } from '../../src/model/index.js';
import { ambiguousDigitPdf } from '../builders/ambiguousDigitPdf.js';
import { builtFiscus, type Spoken } from './fiscus.js';

/** What docs/command-line.md promises of `extract`. */
const zExtracted = z.strictObject({
  file: z.string(),
  sha256: z.string().length(64),
  mediaType: z.string(),
  pages: z.number().int(),
  document: z.strictObject({
    kind: z.string().nullable(),
    year: z.number().int().nullable(),
    organization: z.string().nullable(),
    organization_code: z.string().nullable(),
  }),
  tables: z.array(
    z.strictObject({
      title: z.string().nullable(),
      label: z.string().nullable(),
      kind: zKind,
      pages: z.array(z.number().int()),
      unit: z.string().nullable(),
      empty: z.boolean(),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.string())),
      cells: z.array(zGridCell),
      note: z.string().nullable(),
    }),
  ),
  diagnostics: z.array(zDiagnostic),
});

/** What docs/command-line.md promises of `check`. */
const zChecked = z.object({
  file: z.string(),
  outcomes: z.object({ holds: z.number(), within_rounding: z.number(), fails: z.number() }),
  proof: z.array(z.object({ kind: zKind, proved: z.number(), zeros: z.number() })),
  fails: z.array(zDiagnostic),
});

const SAMPLE = 'samples/xushui-2024.docx';
const jsonLines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

const fiscus = builtFiscus();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-cli-'));
});
afterAll(async () => rm(folder, { recursive: true }));

describe('extract', () => {
  let disputed: string;
  let extracted: Spoken;
  beforeAll(async () => {
    disputed = path.join(folder, 'disputed.pdf');
    await writeFile(disputed, ambiguousDigitPdf());
    extracted = await fiscus('extract', 'samples/xushui-2024.txt', SAMPLE, disputed);
  });

  /** The codes of the diagnostics that are printed of the last file. */
  function codesOf({ stdout }: Spoken): string[] {
    const last = jsonLines(stdout).at(-1);
    return zExtracted.parse(last).diagnostics.map(({ code }) => code);
  }

  it('prints one object of the documented shape a file, in the order given', () => {
    const files = jsonLines(extracted.stdout).map((line) => zExtracted.parse(line));
    expect([extracted.exitCode, files.map(({ file, tables }) => [file, tables.length])]).toEqual([
      0,
      [
        ['samples/xushui-2024.txt', 26],
        [SAMPLE, 26],
        [disputed, 1],
      ],
    ]);
  });

  it('compares the numbers of a PDF with those of a second reader', () => {
    expect(codesOf(extracted)).toContain('readers_disagree');
  });

  it('does not ask the second reader with --no-second-reader', async () => {
    expect(codesOf(await fiscus('extract', '--no-second-reader', disputed))).not.toContain('readers_disagree');
  });
});

describe('lines', () => {
  let csv: Spoken;
  let json: Spoken;
  beforeAll(async () => {
    [csv, json] = await Promise.all([fiscus('lines', SAMPLE), fiscus('lines', '--json', SAMPLE)]);
  });

  it('prints CSV with the columns of the published table', () => {
    expect([csv.exitCode, csv.stderr, readCsv(zLine, csv.stdout).length]).toEqual([0, '', 223]);
  });

  it('says in CSV what it says in JSON', () => {
    expect(readCsv(zLine, csv.stdout)).toEqual(jsonLines(json.stdout).map((line) => zLine.parse(line)));
  });

  it('gives the proof of the checks', () => {
    const proofs = jsonLines(json.stdout).map((line): Line['proof'] => zLine.parse(line).proof);
    expect(proofs.filter((proof) => proof === 'proved').length).toBeGreaterThan(200);
  });
});

describe('a document that cannot be read', () => {
  const UNREADABLE: Record<string, { code: string; bytes: () => Promise<Buffer> | Buffer }> = {
    'truncated.docx': { code: 'damaged_document', bytes: async () => (await readFile(SAMPLE)).subarray(0, 20_000) },
    'empty.pdf': { code: 'empty_document', bytes: () => Buffer.alloc(0) },
    'old.doc': { code: 'unsupported_format', bytes: () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex') },
  };

  it.each(Object.keys(UNREADABLE))('gives exit code 1 and says why: %s', async (name) => {
    const file = path.join(folder, name);
    await writeFile(file, (await UNREADABLE[name]?.bytes()) ?? '');
    const { exitCode, stderr } = await fiscus('lines', file);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining(`${file}: ${UNREADABLE[name]?.code}: `) });
  });

  it('does not keep the others from being printed', async () => {
    const file = path.join(folder, 'none.pdf');
    await writeFile(file, '');
    const { exitCode, stdout } = await fiscus('extract', file, 'samples/xushui-2024.txt');
    expect([exitCode, jsonLines(stdout).map((line) => zExtracted.parse(line).tables.length)]).toEqual([1, [0, 26]]);
  });
});

describe('run', () => {
  it('publishes to the folder given and reports as JSON; a document that failed gives exit code 1', async () => {
    await writeFile(path.join(folder, 'p.yaml'), 'name: p\ntitle: p\nsource: { type: folder, path: . , include: ["*.txt"] }\n');
    await writeFile(path.join(folder, 'empty.txt'), '');
    const output = path.join(folder, 'published');
    const args = ['run', path.join(folder, 'p.yaml'), '--state', path.join(folder, 'state'), '--output', output, '--json'];
    const { exitCode, stdout } = await fiscus(...args);
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([
      1,
      { documents: 1, published: output, failed: [{ name: 'empty.txt', status: 'failed', reasons: ['empty_document'] }] },
    ]);
  });
});

describe('check', () => {
  let text: Spoken;
  let json: Spoken;
  beforeAll(async () => {
    [text, json] = await Promise.all([fiscus('check', SAMPLE), fiscus('check', '--json', SAMPLE)]);
  });

  it('prints what is proved by kind of table, and how many checks hold', () => {
    expect(text.stdout).toMatch(/^ {2}three_public_expenses +10 +0 +0 +0 +0 +100\.0 %$/m);
    expect(text.stdout).toMatch(/ checks hold, \d+ within rounding, 0 fail$/m);
  });

  it('prints the same as JSON', () => {
    const [found] = z.array(zChecked).parse(jsonLines(json.stdout));
    expect(found?.proof.find(({ kind }) => kind === 'three_public_expenses')?.proved).toBe(10);
    expect(found?.outcomes.fails).toBe(0);
  });
});

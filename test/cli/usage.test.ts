import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtFiscus } from './fiscus.js';

const fiscus = builtFiscus();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-cli-'));
});
afterAll(async () => rm(folder, { recursive: true }));

/** The words that name a command in the first column of a table, or in the list of the help. */
const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]).sort();

describe('the help', () => {
  it('lists the commands that docs/command-line.md lists, and no other', async () => {
    const { exitCode, stdout } = await fiscus('--help');
    const documented = await readFile(path.resolve(import.meta.dirname, '../../docs/command-line.md'), 'utf8');
    const listed = named(stdout.slice(stdout.indexOf('Commands:')), /^ {2}([a-z][a-z-]*)/gm).filter((name) => name !== 'help');
    expect([exitCode, listed]).toEqual([0, named(documented, /^\| `([a-z][a-z-]*)/gm)]);
  });

  it('of every command names the options that docs/command-line.md names, and no other', async () => {
    const documented = await readFile(path.resolve(import.meta.dirname, '../../docs/command-line.md'), 'utf8');
    const rows = [...documented.matchAll(/^\| `([a-z][a-z-]*)([^|]*(?:\\\|[^|]*)*)`/gm)];
    const told = await Promise.all(rows.map(async ([, name = '']) => (await fiscus(name, '--help')).stdout));
    const optionsOf = (text: string) => named(text, /(--[a-z][a-z-]*)/g).filter((name) => name !== '--help');
    const listed = told.map((help) => [...new Set(optionsOf(help.slice(help.indexOf('Options:'))))]);
    expect(Object.fromEntries(rows.map(([, name], i) => [name, listed[i]]))).toEqual(
      Object.fromEntries(rows.map(([, name, usage = '']) => [name, optionsOf(usage)])),
    );
  });
});

describe('bad usage ends with exit code 2 and says', () => {
  it.each([
    ['that a command is unknown', ['extrcat'], ['extrcat', 'fiscus --help']],
    ['that an option is unknown', ['lines', '--jsn', 'a.pdf'], ['--jsn']],
    ['that an argument is missing', ['extract'], ['file']],
    [
      'option, expectation and value of a year',
      ['codebook', '2010301', '--year', 'next'],
      ['--year', 'whole number from 1949 to 2100', '"next"'],
    ],
    ['option, bounds and value of a port', ['serve-samples', '--port', '70000'], ['--port', 'from 0 to 65535', '"70000"']],
    [
      'option, choices and value of a classification',
      ['codebook', '201', '--classification', 'function'],
      ['--classification', 'one of functional', '"function"'],
    ],
    ['which file is absent', ['lines', 'samples/absent.pdf'], ['samples/absent.pdf', 'ENOENT']],
    ['that a folder is no file', ['extract', 'samples'], ['samples', 'it is no file']],
    ['which pipeline file is absent', ['run', 'pipelines/absent.yaml'], ['pipelines/absent.yaml']],
  ])('%s', async (_, args, words) => {
    const { exitCode, stdout, stderr } = await fiscus(...args);
    expect({ exitCode, stdout, missing: words.filter((word) => !stderr.includes(word)), stack: stderr.includes('    at ') }).toEqual({
      exitCode: 2,
      stdout: '',
      missing: [],
      stack: false,
    });
  });

  it('file, path and expectation of a wrong pipeline', async () => {
    const file = path.join(folder, 'wrong.yaml');
    await writeFile(file, 'name: Wrong Name\ntitle: t\nsource: { type: folder, path: documents, max_files: many }\n');
    const { exitCode, stderr } = await fiscus('validate', file);
    const words = [file, 'name', 'expected lower-case letters', 'source.max_files', 'expected number'];
    expect([exitCode, words.filter((word) => !stderr.includes(word))]).toEqual([2, []]);
  });
});

describe('validate', () => {
  it('says that the pipelines of the project are right', async () => {
    const { exitCode, stdout } = await fiscus('validate', 'pipelines/samples.yaml', 'pipelines/portal.yaml');
    expect([exitCode, stdout]).toEqual([
      0,
      'pipelines/samples.yaml: ok (samples, folder source)\npipelines/portal.yaml: ok (portal, web source)\n',
    ]);
  });
});

describe('codebook', () => {
  it('prints what the official list has for a code in a year', async () => {
    const { exitCode, stdout } = await fiscus('codebook', '2010301', '--year', '2024', '--json');
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([0, { classification: 'functional', code: '2010301', name: '行政运行' }]);
  });

  it('ends with exit code 1 and the query where there is nothing like it', async () => {
    const { exitCode, stderr } = await fiscus('codebook', '9999999');
    expect([exitCode, stderr]).toEqual([1, 'fiscus: 9999999: no code or name like it in the codebook.\n']);
  });
});

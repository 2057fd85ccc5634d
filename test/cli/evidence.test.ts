import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../src/dataset/index.js';
import { type Line, zFigure, zLine } from '../../src/model/index.js';
import { builtFiscus, type Spoken } from './fiscus.js';

const fiscus = builtFiscus();
const PIPELINE = 'pipelines/samples.yaml';

let folder: string;
let dataset: string;
let state: string;
let lines: Line[];
let ran: Spoken;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-evidence-'));
  dataset = path.join(folder, 'samples');
  state = path.join(folder, 'state');
  ran = await fiscus('run', PIPELINE, '--state', state, '--output', dataset);
  lines = readCsv(zLine, await readFile(path.join(dataset, 'lines.csv'), 'utf8'));
}, 120_000);
afterAll(async () => rm(folder, { recursive: true }));

/** The total of the seed's budget, as its PDF (or another format) prints it. */
const total = (withPages: boolean) => lines.find((line) => line.printed === '937.79' && (line.page !== null) === withPages)!;
const show = (id: string, ...more: string[]) => fiscus('show', id, '--dataset', dataset, '--state', state, ...more);

describe('fiscus run', () => {
  it('says which version it published', () => {
    expect(ran.stdout).toContain(`published version 1.0.0 to ${dataset}`);
  });
});

describe('fiscus show', () => {
  it('tells what is printed, what it is in yuan, and where', async () => {
    const { stdout } = await show(total(true).line_id, '--no-image');
    expect(stdout).toMatch(/printed +«937\.79» 万元[\s\S]*in yuan +9377900[\s\S]*sha256 [0-9a-f]{64}/);
  });

  it('names the checks that prove it', async () => {
    expect((await show(total(true).line_id, '--no-image')).stdout).toMatch(/holds, (left|right) +hierarchy_sum/);
  });

  it('draws the page of a PDF with the cell boxed in red', async () => {
    const picture = path.join(folder, 'cell.png');
    await show(total(true).line_id, '--image', picture);
    const { data, channels } = decode(await readFile(picture));
    const red = Array.from({ length: data.length / channels }, (_, at) => data.subarray(at * channels, at * channels + 3)).filter(
      ([r = 0, g = 0, b = 0]) => r === 220 && g === 30 && b === 30,
    );
    expect(red.length).toBeGreaterThan(100);
  });

  it('marks the cell of a document without pages in its table', async () => {
    const picture = path.join(folder, 'cell.html');
    await show(total(false).line_id, '--image', picture);
    expect(await readFile(picture, 'utf8')).toContain('class="marked">937.79</td>');
  });

  it('finds the line of a figure', async () => {
    const [figure] = readCsv(zFigure, await readFile(path.join(dataset, 'figures.csv'), 'utf8'));
    expect((await show(figure!.figure_id, '--no-image')).stdout).toContain(figure!.line_id);
  });

  it('says that it does not know an id', async () => {
    const { stderr, exitCode } = await show('0123456789abcdef-t0-r0-c0');
    expect([stderr, exitCode]).toEqual([
      `fiscus: 0123456789abcdef-t0-r0-c0: no line or figure of a dataset in ${dataset} has this id.\n`,
      1,
    ]);
  });
});

describe('fiscus publish', () => {
  it('makes the same dataset from the archive alone', async () => {
    const again = path.join(folder, 'again');
    await fiscus('publish', PIPELINE, '--from-archive', state, '--output', again);
    const file = 'datapackage.json';
    expect(await readFile(path.join(again, file), 'utf8')).toBe(await readFile(path.join(dataset, file), 'utf8'));
  });

  it('writes an edition for spreadsheets where it is asked for', async () => {
    const sheets = path.join(folder, 'sheets');
    await fiscus('publish', PIPELINE, '--from-archive', state, '--output', sheets, '--spreadsheet', '--no-report');
    expect((await readFile(path.join(sheets, 'spreadsheet/lines.csv'), 'utf8')).startsWith('\uFEFFline_id')).toBe(true);
  });

  it('gives an earlier version out again', async () => {
    const old = path.join(folder, 'old');
    await fiscus('publish', PIPELINE, '--from-archive', state, '--release', '1.0.0', '--to', old);
    expect(await readFile(path.join(old, 'lines.csv'))).toEqual(await readFile(path.join(dataset, 'lines.csv')));
  });

  it('says that there is nothing to publish yet', async () => {
    const { stderr, exitCode } = await fiscus('publish', PIPELINE, '--from-archive', path.join(folder, 'nothing'));
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining('no finished run of this pipeline is there to publish from')]);
  });
});

describe('fiscus explain', () => {
  it('says why a table got its kind and its columns', async () => {
    const { stdout } = await fiscus('explain', 'samples/xushui-2024.docx');
    expect(stdout).toMatch(/because {2}.*title: 收支[\s\S]*column 2 {2}«收入 \/ 预算数»: year 2024, phase approved/);
  });
});

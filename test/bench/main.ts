/**
 * The benchmark: readers of PDFs side by side over the same files, round by round so that a change of the machine's load meets all of them, and the reading of
 * generated DOCX and HTML documents. Prints tables of medians and writes all figures to output/bench/.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { createPool } from '../../src/pool/index.js';
import { pdfsUnder } from './documents.js';
import { type LargeDocumentCost, measureLargeDocuments } from './largeDocuments.js';
import { commandLine, pooled, RAW_READ, READERS_MODULE, type ReaderRow, type ReaderRun, rawRead } from './pdfReaders.js';
import { median } from './reading.js';

/** An option that is a whole number above zero. */
function positive(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('it must be a whole number above zero');
  return Number(text);
}

const program = new Command('npm run bench --')
  .option('--pages <n>', 'about so many pages, taken from all over the corpus', positive)
  .option('--only <text>', 'only files whose path contains this text')
  .option('--reader <text>', 'only readers whose name contains this text')
  .option('--rounds <n>', 'rounds of all readers', positive, 3)
  .option('--folder <folder>', 'where the PDFs are')
  .parse();
const zOptions = z.object({
  pages: z.number().optional(),
  only: z.string().optional(),
  reader: z.string().optional(),
  rounds: z.number(),
  folder: z.string().optional(),
});
const options = zOptions.parse(program.opts());
const sharedFolder = path.resolve(process.env.FISCUS_SHARED ?? '../shared');
const folder = path.resolve(options.folder ?? path.join(sharedFolder, 'corpus/documents'));
if (!existsSync(folder)) {
  console.error(`bench: ${folder} is missing; set FISCUS_SHARED to the folder with the corpus, or name a folder of PDFs with --folder`);
  process.exit(3);
}

/** The files to read and their pages: all, or every k-th so that their pages are about as many as wanted. */
async function chooseFiles(): Promise<{ files: string[]; pages: number }> {
  const all = pdfsUnder(folder).filter((file) => options.only === undefined || file.includes(options.only));
  const pool = createPool({ module: READERS_MODULE, limits: { seconds: 600, memoryMb: 4000 }, workers: 1 });
  const outcome = await pool.run({ task: 'countPages', input: all, output: z.array(z.number()) }).finally(() => pool.close());
  if (outcome.type === 'failed') throw new Error(outcome.detail);
  const counts = outcome.value;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const step = options.pages === undefined ? 1 : Math.max(1, Math.round(sum(counts) / options.pages));
  const chosen = (_: unknown, index: number) => index % step === 0;
  return { files: all.filter(chosen), pages: sum(counts.filter(chosen)) };
}

/** So many files, from all over the corpus, are read before the clock starts. */
const WARM_UP_FILES = 10;

/** The files of the warm-up: they stand for all kinds of documents. */
function warmUpOf(files: readonly string[]): string[] {
  const step = Math.max(1, Math.ceil(files.length / WARM_UP_FILES));
  return files.filter((_, index) => index % step === 0);
}

/** The figures of a row: medians over the rounds; memory at its highest. `raw` are the runs of the floor, round by round. */
function summarize(row: ReaderRow, runs: readonly ReaderRun[], raw: readonly ReaderRun[]) {
  const perPage = ({ wallMs, pages }: ReaderRun) => wallMs / pages;
  // What is not one process's own time is compared with nothing.
  const comparable = raw.length === runs.length && runs.every((run) => run.cpuMs !== null);
  const cpu = runs.map((run) => (run.cpuMs === null ? null : run.cpuMs / run.pages));
  const known = cpu.filter((value) => value !== null);
  const peaks = runs.map((run) => run.peakMb).filter((value) => value !== null);
  return {
    name: row.name,
    processes: row.processes,
    pages: runs[0]!.pages,
    msPerPage: median(runs.map(perPage)),
    timesRaw: comparable ? median(runs.map((run, round) => perPage(run) / perPage(raw[round]!))) : null,
    cpuMsPerPage: known.length === 0 ? null : median(known),
    pagesPerSecond: median(runs.map((run) => (run.pages / run.elapsedMs) * 1000)),
    peakMb: peaks.length === 0 ? null : Math.max(...peaks),
    refused: runs[0]!.refused,
    runs,
  };
}
type Summary = ReturnType<typeof summarize>;

const number = (value: number | null, digits: number) => (value === null ? '-' : value.toFixed(digits));

function printReaders(rows: readonly Summary[]): void {
  console.log(`\n${'reader'.padEnd(40)} procs   pages  ms/page  × raw  cpu ms/page  pages/s    MB  refused`);
  for (const row of rows)
    console.log(
      [
        row.name.padEnd(40),
        String(row.processes).padStart(5),
        String(row.pages).padStart(7),
        number(row.msPerPage, 2).padStart(8),
        number(row.timesRaw, 2).padStart(6),
        number(row.cpuMsPerPage, 2).padStart(12),
        number(row.pagesPerSecond, 0).padStart(8),
        number(row.peakMb, 0).padStart(5),
        String(row.refused.length).padStart(8),
      ].join(' '),
    );
}

function printDocuments(costs: readonly LargeDocumentCost[]): void {
  console.log(`\n${'extract'.padEnd(32)} cold ms  (cpu)  warm ms  (cpu)`);
  for (const cost of costs)
    console.log(
      cost.name.padEnd(32),
      number(cost.coldWallMs, 0).padStart(7),
      number(cost.coldCpuMs, 0).padStart(6),
      number(cost.warmWallMs, 0).padStart(8),
      number(cost.warmCpuMs, 0).padStart(6),
    );
}

const cores = availableParallelism();
const loadBefore = loadavg();
const { files, pages } = await chooseFiles();
if (pages === 0) throw new Error(`${folder} has no PDF page to read`);
const rows = [
  rawRead(sharedFolder),
  pooled('fiscus', 'fiscus', 1),
  pooled('fiscus with the second reader', 'fiscusCrossChecked', 1),
  pooled('pdf-parse, text', 'pdfParse', 1),
  pooled('liteparse, markdown with tables', 'liteparse', 1),
  pooled('fiscus', 'fiscus', cores),
  pooled('fiscus with the second reader', 'fiscusCrossChecked', cores),
  pooled('liteparse, markdown with tables', 'liteparse', cores),
  commandLine(pages, cores + 1),
].filter((row) => options.reader === undefined || row.name.includes(options.reader));
console.log(
  `${files.length} PDFs, ${pages} pages, ${options.rounds} rounds; ${cores} cores (${cpus()[0]?.model}), node ${process.version}, load ${loadBefore.map((value) => value.toFixed(1)).join(' ')}`,
);
const warmUp = warmUpOf(files);
const runs: ReaderRun[][] = rows.map(() => []);
for (let round = 0; round < options.rounds; round += 1)
  for (const [index, row] of rows.entries()) {
    const result = await row.run(files, warmUp);
    runs[index]!.push(result);
    console.error(`round ${round + 1}: ${row.name} on ${row.processes}: ${number(result.wallMs / result.pages, 2)} ms/page`);
  }
const raw = runs[rows.findIndex((row) => row.name === RAW_READ)] ?? [];
const readers = rows.map((row, index) => summarize(row, runs[index]!, raw));
printReaders(readers);
const documents = await measureLargeDocuments(Math.max(5, options.rounds));
printDocuments(documents);
const loadAfter = loadavg();
console.log(
  `\nMedians over the rounds, memory at its highest over all processes of a row; load at the end ${loadAfter.map((value) => value.toFixed(1)).join(' ')}.`,
);

const output = path.resolve('output/bench');
mkdirSync(output, { recursive: true });
const result = {
  date: new Date().toISOString(),
  machine: { cores, model: cpus()[0]?.model, node: process.version, loadBefore, loadAfter },
  files: files.length,
  pages,
  rounds: options.rounds,
  readers,
  documents,
};
writeFileSync(path.join(output, 'bench.json'), `${JSON.stringify(result, null, 2)}\n`);
console.log('All figures: output/bench/bench.json');

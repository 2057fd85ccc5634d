import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { createPool } from '../../src/pool/index.js';
import { watchMemory } from './memoryWatch.js';
import { zPdfReading } from './reading.js';

/** One run of one reader over the files. */
export interface ReaderRun {
  pages: number;
  /** From the start of the first file to the end of the last, readers loaded before. */
  elapsedMs: number;
  /** Time spent in reading, summed over the processes. */
  wallMs: number;
  /** Processor time of all threads; null where the reader does not tell. */
  cpuMs: number | null;
  /** Resident memory of all processes that read, at its peak. */
  peakMb: number | null;
  refused: string[];
}

/** A row of the table. */
export interface ReaderRow {
  name: string;
  processes: number;
  /** Reads `files` after `warmUp`, which is not measured. */
  run: (files: readonly string[], warmUp: readonly string[]) => Promise<ReaderRun>;
}

export const RAW_READ = 'raw PDFium read (the floor)';
const LIMITS = { seconds: 1800, memoryMb: 6000 };
export const READERS_MODULE = new URL('./readers.js', import.meta.url);
const run = promisify(execFile);

/** A reader of readers.ts in child processes of the pool. */
export function pooled(name: string, reader: string, processes: number): ReaderRow {
  return { name, processes, run: (files, warmUp) => runPooled(reader, processes, files, warmUp) };
}

async function runPooled(reader: string, processes: number, files: readonly string[], warmUp: readonly string[]): Promise<ReaderRun> {
  const pool = createPool({ module: READERS_MODULE, limits: LIMITS, workers: processes, recycleAfter: Number.POSITIVE_INFINITY });
  try {
    const prepared = Array.from({ length: processes }, () => pool.run({ task: 'prepare', input: { reader, warmUp }, output: z.null() }));
    for (const outcome of await Promise.all(prepared)) if (outcome.type === 'failed') throw new Error(`${reader}: ${outcome.detail}`);
    const start = performance.now();
    const { value, peakMb } = await watchMemory(() =>
      Promise.all(files.map((file) => pool.run({ task: 'readPdf', input: { reader, file }, output: zPdfReading }))),
    );
    const total: ReaderRun = { pages: 0, elapsedMs: performance.now() - start, wallMs: 0, cpuMs: 0, peakMb, refused: [] };
    for (const [index, outcome] of value.entries()) {
      const refusal = outcome.type === 'failed' ? `${outcome.code}: ${outcome.detail}` : outcome.value.refusal;
      if (refusal !== null) total.refused.push(`${files[index]}: ${refusal}`);
      if (outcome.type === 'failed') continue;
      total.pages += outcome.value.pages;
      total.wallMs += outcome.value.wallMs;
      total.cpuMs = (total.cpuMs ?? 0) + outcome.value.cpuMs;
    }
    return total;
  } finally {
    await pool.close();
  }
}

const zRawRead = z.object({ pages: z.number(), msPerPage: z.number() });
const zUsage = z.object({ cpuMs: z.number() });
/** Loaded before the raw read: tells its processor time when it ends. */
const TELL_USAGE =
  'data:text/javascript,process.on("exit",()=>{const u=process.cpuUsage();console.log(JSON.stringify({cpuMs:(u.user+u.system)/1000}))})';

/**
 * The floor: PDFium reads every character box and path segment, and nothing is made of them. The program tells one time for all that it read, so its warm-up is
 * measured apart and taken off.
 */
export function rawRead(sharedFolder: string): ReaderRow {
  const program = path.join(sharedFolder, 'tools/raw-read.mjs');
  const readAll = async (files: readonly string[]): Promise<{ pages: number; wallMs: number; cpuMs: number; peakMb: number | null }> => {
    const { value, peakMb } = await watchMemory(() => run(process.execPath, ['--import', TELL_USAGE, program, ...files]));
    const [read, usage] = value.stdout.trim().split('\n');
    const { pages, msPerPage } = zRawRead.parse(JSON.parse(read ?? ''));
    return { pages, wallMs: pages * msPerPage, cpuMs: zUsage.parse(JSON.parse(usage ?? '')).cpuMs, peakMb };
  };
  const runFiles = async (files: readonly string[], warmUp: readonly string[]): Promise<ReaderRun> => {
    const warm = await readAll(warmUp);
    const all = await readAll([...warmUp, ...files]);
    const wallMs = all.wallMs - warm.wallMs;
    return { pages: all.pages - warm.pages, elapsedMs: wallMs, wallMs, cpuMs: all.cpuMs - warm.cpuMs, peakMb: all.peakMb, refused: [] };
  };
  return { name: RAW_READ, processes: 1, run: runFiles };
}

/** `fiscus extract` as users call it: all stages, start of the processes and output included. `pages` is what the files have. */
export function commandLine(pages: number, processes: number): ReaderRow {
  const program = fileURLToPath(new URL('../../src/cli/main.js', import.meta.url));
  const runFiles = async (files: readonly string[]): Promise<ReaderRun> => {
    const start = performance.now();
    const { peakMb } = await watchMemory(() =>
      run(process.execPath, [program, 'extract', ...files], { maxBuffer: 2 ** 30 }).catch((error: { code?: unknown }) => {
        // Files that gave nothing make the exit code 1; the run was complete all the same.
        if (error.code !== 1) throw error;
      }),
    );
    const elapsedMs = performance.now() - start;
    return { pages, elapsedMs, wallMs: elapsedMs, cpuMs: null, peakMb, refused: [] };
  };
  return { name: 'fiscus extract, the command', processes, run: runFiles };
}

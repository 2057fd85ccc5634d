/** The task module of the benchmark's child processes: each reader reads one PDF and says how many pages it had and what that cost. */
import { readFile } from 'node:fs/promises';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { z } from 'zod';
import { extract } from '../../src/extract/index.js';
import { readPdf } from '../../src/extract/pdf/index.js';
import type { TaskTable } from '../../src/pool/index.js';
import type { Cost, PdfReading, Repeated } from './reading.js';

type PdfReader = (bytes: Buffer) => Promise<number>;

/** Makes a reader ready; what this costs (loading of its package) is not measured. Each is loaded only in processes that use it. */
const PDF_READERS: Readonly<Record<string, () => Promise<PdfReader>>> = {
  fiscus: async () => async (bytes) => (await readPdf(bytes, { secondReader: false })).pages.length,
  fiscusCrossChecked: async () => async (bytes) => (await readPdf(bytes)).pages.length,
  pdfParse: async () => {
    const { PDFParse } = await import('pdf-parse');
    return async (bytes) => {
      const parser = new PDFParse({ data: new Uint8Array(bytes), verbosity: 0 });
      try {
        return (await parser.getText()).total;
      } finally {
        await parser.destroy();
      }
    };
  },
  liteparse: async () => {
    const { LiteParse } = await import('@llamaindex/liteparse');
    // Markdown is the form in which it finds tables.
    const parser = new LiteParse({
      ocrEnabled: false,
      quiet: true,
      outputFormat: 'markdown',
      imageMode: 'off',
      extractImages: false,
      maxPages: 100_000,
    });
    return async (bytes) => (await parser.parse(bytes)).totalPages;
  },
};

const ready = new Map<string, Promise<PdfReader>>();

/** A reader of this process, made ready once. Throws for an unknown name. */
function readerCalled(name: string): Promise<PdfReader> {
  const known = ready.get(name) ?? PDF_READERS[name]?.();
  if (known === undefined) throw new Error(`no reader is called ${name}`);
  ready.set(name, known);
  return known;
}

/** Runs `work` and says what it cost this process: wall-clock and processor milliseconds (all threads). */
async function costOf<T>(work: () => Promise<T>): Promise<{ value: T; cost: Cost }> {
  const before = process.cpuUsage();
  const start = performance.now();
  const value = await work();
  const wallMs = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { value, cost: { wallMs, cpuMs: (user + system) / 1000 } };
}

const zPrepareInput = z.object({ reader: z.string(), warmUp: z.array(z.string()) });
const zPdfInput = z.object({ reader: z.string(), file: z.string() });
const zRepeatInput = z.object({ bytes: z.instanceof(Uint8Array), mediaType: z.string(), times: z.number().int() });

/** How many pages PDFium finds in a file; none where it cannot open it. */
async function pagesOf(library: PDFiumLibrary, file: string): Promise<number> {
  const document = await library.loadDocument(await readFile(file)).catch(() => null);
  const pages = document?.getPageCount() ?? 0;
  document?.destroy();
  return pages;
}

export const tasks: TaskTable = {
  /** The page counts of files. */
  countPages: async (input) => {
    const library = await PDFiumLibrary.init();
    const counts: number[] = [];
    for (const file of z.array(z.string()).parse(input)) counts.push(await pagesOf(library, file));
    return counts;
  },
  /** Loads a reader and lets it read some files: code that runs for the first time is compiled, and a process compiles again what runs often. */
  prepare: async (input) => {
    const { reader, warmUp } = zPrepareInput.parse(input);
    const read = await readerCalled(reader);
    // A file that the reader refuses is told where it is measured.
    for (const file of warmUp) await read(await readFile(file)).catch(() => 0);
    return null;
  },
  /** Reads one PDF; a file that the reader refuses has no pages. */
  readPdf: async (input): Promise<PdfReading> => {
    const { reader, file } = zPdfInput.parse(input);
    const read = await readerCalled(reader);
    const bytes = await readFile(file);
    const { value, cost } = await costOf(() =>
      read(bytes).then(
        (pages) => ({ pages, refusal: null }),
        (error: unknown) => ({ pages: 0, refusal: String(error) }),
      ),
    );
    return { ...value, ...cost };
  },
  /** Reads the same bytes several times with `extract`; the first time is the first call of the process. */
  repeat: async (input): Promise<Repeated> => {
    const { bytes, mediaType, times } = zRepeatInput.parse(input);
    const costs: Cost[] = [];
    for (let i = 0; i < times; i += 1) {
      const { value, cost } = await costOf(() => extract(bytes, mediaType));
      if (value.blocks.length === 0) throw new Error(`nothing was read: ${JSON.stringify(value.diagnostics)}`);
      costs.push(cost);
    }
    return { costs };
  },
};

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { packJson, unpackJson } from '../archive/index.js';
import { type DocumentModel, zCheckResult, zDisclosure, zDocumentModel } from '../model/index.js';
import { createPool, type Pool } from '../pool/index.js';
import { type WorkLimits, zWorkLimits } from './description.js';
import { zDisclosureSummary } from './summaries.js';
import { packed, workModule } from './tasks.js';
import { taskDiagnostic, unreadModel } from './unread.js';

const zReading = z.object({ model: zDocumentModel, disclosure: zDisclosure, check: zCheckResult });

/** What every stage up to the check says of one file. */
export interface DocumentReading extends z.infer<typeof zReading> {
  file: string;
}

export interface ReadOptions {
  /** Child processes; by default one a core, not more than there are files. */
  workers?: number;
  limits?: WorkLimits;
  /** Larger files are reported, not read. */
  maxBytes?: number;
  /** Whether the numbers of PDF pages with tables are compared with those of a second reader; by default they are. */
  secondReader?: boolean | undefined;
}

interface FileInput {
  file: string;
  maxBytes: number;
  secondReader: boolean;
}

const MAX_BYTES = 100 * 1024 * 1024;

/**
 * Reads files without a pipeline, each in a child process under the limits, and gives the readings in the order of the files. What a file does wrong
 * is a diagnostic of its model. Throws where a file cannot be opened.
 */
export async function* readDocuments(files: readonly string[], options: ReadOptions = {}): AsyncGenerator<DocumentReading> {
  const limits = options.limits ?? zWorkLimits.parse({});
  const workers = Math.max(1, Math.min(options.workers ?? availableParallelism(), files.length));
  const pool = createPool({ module: workModule(), limits: { seconds: limits.seconds, memoryMb: limits.memory_mb }, workers });
  const waiting: Promise<DocumentReading>[] = [];
  try {
    for (const file of files) {
      const reading = read({ file, maxBytes: options.maxBytes ?? MAX_BYTES, secondReader: options.secondReader ?? true }, limits, pool);
      // A rejection is thrown where the reading is awaited; until then it must not end the process.
      reading.catch(() => undefined);
      waiting.push(reading);
      if (waiting.length > workers * 2) yield await waiting.shift()!;
    }
    while (waiting.length > 0) yield await waiting.shift()!;
  } finally {
    await pool.close();
  }
}

/** One file through all stages; one that stopped the child is a model that could not be read. */
async function read(input: FileInput, limits: WorkLimits, pool: Pool): Promise<DocumentReading> {
  const { file } = input;
  const sha256 = await hashOfFile(file);
  const outcome = await pool.run({ task: 'readDocument', input, output: z.instanceof(Uint8Array) });
  if (outcome.type === 'done') return { file, ...unpackJson(outcome.value, zReading) };
  const diagnostic = taskDiagnostic('extract', outcome.code, outcome.detail, limits);
  const model: DocumentModel = unreadModel(sha256, 'application/octet-stream', diagnostic);
  const unread = { model: packJson(model), fileName: path.basename(file) };
  const bare = await pool.run({ task: 'interpret', input: unread, output: packed(zDisclosureSummary) });
  if (bare.type === 'failed') throw new Error(`${file}: ${bare.code} ${bare.detail}`);
  const check = { checks: [], line_checks: [], proofs: {}, diagnostics: [] };
  return { file, model, disclosure: unpackJson(bare.value.body, zDisclosure), check };
}

/** The sha256 of a file, read in pieces. Throws where it cannot be read. */
async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(z.instanceof(Buffer).parse(chunk));
  return hash.digest('hex');
}

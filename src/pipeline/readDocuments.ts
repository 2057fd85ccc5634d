import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { packJson, unpackJson } from '../archive/index.js';
import { type DocumentModel, zDisclosure } from '../model/index.js';
import { createPool, type Pool } from '../pool/index.js';
import { type WorkLimits, zWorkLimits } from './description.js';
import { type DocumentReading, partOf, type ReadingPart, readingSchema } from './readingParts.js';
import { zDisclosureSummary } from './summaries.js';
import { packed, workModule, zPacked } from './tasks.js';
import { taskDiagnostic, unreadModel } from './unread.js';

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
  part: ReadingPart;
}

const MAX_BYTES = 100 * 1024 * 1024;
/** No further file is begun while readings that wait for an earlier one have more bytes than this, packed; unpacked they are some ten times as large. */
const MOST_WAITING_BYTES = 16 * 1024 * 1024;

/**
 * Reads files without a pipeline, each in a child process under the limits, and gives the wanted part of the readings in the order of the files. Readings wait
 * packed until it is their turn. What a file does wrong is a diagnostic of its model. Throws where a file cannot be opened.
 */
export async function* readDocuments<P extends ReadingPart>(
  files: readonly string[],
  part: P,
  options: ReadOptions = {},
): AsyncGenerator<DocumentReading<P>> {
  const limits = options.limits ?? zWorkLimits.parse({});
  const workers = Math.max(1, Math.min(options.workers ?? availableParallelism(), files.length));
  const pool = createPool({ module: workModule(), limits: { seconds: limits.seconds, memoryMb: limits.memory_mb }, workers });
  const schema = readingSchema(part);
  const waiting: Promise<Uint8Array>[] = [];
  let bytes = 0;
  const next = async (): Promise<DocumentReading<P>> => {
    const body = await waiting.shift()!;
    bytes -= body.length;
    return unpackJson<z.ZodType<DocumentReading<P>>>(body, schema);
  };
  try {
    for (const file of files) {
      const input = { file, maxBytes: options.maxBytes ?? MAX_BYTES, secondReader: options.secondReader ?? true, part };
      const reading = read(input, limits, pool).then((body) => {
        bytes += body.length;
        return body;
      });
      // A rejection is thrown where the reading is awaited; until then it must not end the process.
      reading.catch(() => undefined);
      waiting.push(reading);
      while (waiting.length > workers * 2 || (bytes > MOST_WAITING_BYTES && waiting.length > 0)) yield await next();
    }
    while (waiting.length > 0) yield await next();
  } finally {
    await pool.close();
  }
}

/** The packed part of one file's reading after all stages; one that stopped the child is a model that could not be read. */
async function read(input: FileInput, limits: WorkLimits, pool: Pool): Promise<Uint8Array> {
  const { file, part } = input;
  const sha256 = await hashOfFile(file);
  const outcome = await pool.run({ task: 'readDocument', input, output: zPacked });
  if (outcome.type === 'done') return outcome.value;
  const diagnostic = taskDiagnostic('extract', outcome.code, outcome.detail, limits);
  const model: DocumentModel = unreadModel(sha256, 'application/octet-stream', diagnostic);
  const unread = { model: packJson(model), fileName: path.basename(file) };
  const bare = await pool.run({ task: 'interpret', input: unread, output: packed(zDisclosureSummary) });
  if (bare.type === 'failed') throw new Error(`${file}: ${bare.code} ${bare.detail}`);
  const check = { checks: [], line_checks: [], proofs: {}, diagnostics: [] };
  return packJson(partOf(part, { file, model, disclosure: unpackJson(bare.value.body, zDisclosure), check }));
}

/** The sha256 of a file, read in pieces. Throws where it cannot be read. */
async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(z.instanceof(Buffer).parse(chunk));
  return hash.digest('hex');
}

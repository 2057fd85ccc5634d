import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { FetchProblem } from './outcome.js';

/** A decoder for each Content-Encoding that is asked for. */
const DECODERS: Record<string, () => zlib.Gunzip | zlib.BrotliDecompress | zlib.Inflate> = {
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  deflate: () => zlib.createInflate(),
  br: () => zlib.createBrotliDecompress(),
};

/** The Accept-Encoding that fits the decoders. */
export const ACCEPT_ENCODING = 'gzip, deflate, br';

/**
 * The whole body after decompression, at most `maxBytes` (compressed and decompressed alike). Throws FetchProblem: `body_too_large`, `body_damaged`,
 * `body_truncated`, `content_encoding_unknown`. The stream is destroyed on every failure.
 */
export async function readBody(stream: Readable, headers: Record<string, string>, maxBytes: number): Promise<Buffer> {
  const declared = Number(headers['content-length'] ?? Number.NaN);
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  try {
    if (declared > maxBytes) throw tooLarge(maxBytes);
    if (encoding === 'identity' || encoding === '') return await collect(stream, maxBytes);
    const create = DECODERS[encoding];
    if (create === undefined)
      throw new FetchProblem('content_encoding_unknown', `the body comes as "${encoding}", which was not asked for`, { retryable: false });
    const compressed = await collect(stream, maxBytes);
    return compressed.length === 0 ? compressed : await decompress(compressed, create(), maxBytes);
  } finally {
    stream.destroy();
  }
}

/** All chunks of a stream, at most `maxBytes`. */
async function collect(stream: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size);
}

/** Decompresses while counting, so that a bomb stops at the limit and never fills memory. */
async function decompress(
  compressed: Buffer,
  decoder: zlib.Gunzip | zlib.BrotliDecompress | zlib.Inflate,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    await pipeline(
      async function* () {
        yield compressed;
      },
      decoder,
      async (source) => {
        for await (const chunk of source) {
          const bytes: Buffer = chunk;
          size += bytes.length;
          if (size > maxBytes) throw tooLarge(maxBytes);
          chunks.push(bytes);
        }
      },
    );
  } catch (error) {
    if (error instanceof FetchProblem) throw error;
    const damaged = error instanceof Error ? error.message : String(error);
    throw new FetchProblem('body_damaged', `the compressed body cannot be read (${damaged})`, { retryable: true });
  }
  return Buffer.concat(chunks, size);
}

/** Reads and drops a body of no interest so that its connection can be used again; gives up beyond 64 KiB. */
export async function discardBody(stream: Readable): Promise<void> {
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > 65_536) stream.destroy();
  });
  if (!stream.closed) await once(stream, 'close');
}

/** The failure for a body over the limit. */
function tooLarge(maxBytes: number): FetchProblem {
  return new FetchProblem(
    'body_too_large',
    `the body is larger than ${maxBytes} bytes; raise limits.max_bytes of the source if it is meant`,
    { retryable: false },
  );
}

import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { tooLarge } from './exchange.js';
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
 * A body after decompression, at most `maxBytes`. Throws FetchProblem: `body_too_large`, `body_damaged`, `content_encoding_unknown`.
 */
export async function decodeBody(body: Buffer, headers: Readonly<Record<string, string>>, maxBytes: number): Promise<Buffer> {
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return body;
  const create = DECODERS[encoding];
  if (create === undefined)
    throw new FetchProblem('content_encoding_unknown', `the body comes as "${encoding}", which was not asked for`, { retryable: false });
  return body.length === 0 ? body : decompress(body, create(), maxBytes);
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

import { gunzipSync, gzipSync } from 'node:zlib';
import type { z } from 'zod';

/** Results are written once and read seldom, but many: level 3 packs nearly as tight as 6 in half the time. */
const LEVEL = 3;
/** Shorter texts are kept as they are: unpacking one takes longer than reading it. */
const SMALL = 2_048;
/** The first byte of gzip, which no JSON text begins with. */
const GZIP = 0x1f;

/** A value as JSON, packed with gzip unless it is small: the form in which results are kept and handed between processes. */
export function packJson(value: unknown): Uint8Array {
  const text = Buffer.from(JSON.stringify(value), 'utf8');
  return text.length < SMALL ? text : gzipSync(text, { level: LEVEL });
}

/** The value of a JSON that `packJson` gave, through its schema. Throws if it does not fit. */
export function unpackJson<S extends z.ZodType>(packed: Uint8Array, schema: S): z.infer<S> {
  const text = packed[0] === GZIP ? gunzipSync(packed) : Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  return schema.parse(JSON.parse(text.toString('utf8')));
}

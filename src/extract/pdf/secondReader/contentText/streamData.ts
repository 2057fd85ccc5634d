import { inflateSync } from 'node:zlib';
import { type Dictionary, isArray, isDictionary, Name, NotUnderstood, type PdfObject, type Stream } from './pdfObjects.js';

/** The most that one stream may unpack to. */
const MOST_BYTES = 64 * 2 ** 20;
/** A page's content unpacks to about so much: pieces as large need not be put together. */
const CHUNK = 2 ** 16;
const END = Buffer.from('endstream');

/** Gives the object that a reference means; other objects are given as they are. */
export type Resolve = (object: PdfObject | undefined) => PdfObject;

/** The decoded bytes of a stream. Filters other than Flate are not understood: text is hardly ever packed with them. */
export function streamData(stream: Stream, resolve: Resolve): Buffer {
  const { dictionary } = stream;
  let data = rawData(stream, resolve);
  const filters = listOf(resolve(dictionary.get('Filter') ?? dictionary.get('F')), resolve);
  const parameters = listOf(resolve(dictionary.get('DecodeParms') ?? dictionary.get('DP')), resolve);
  for (const [i, filter] of filters.entries()) {
    if (!(filter instanceof Name) || (filter.value !== 'FlateDecode' && filter.value !== 'Fl'))
      throw new NotUnderstood(`the filter ${filter instanceof Name ? filter.value : 'of a stream'} is not read`);
    data = inflate(data);
    const parameter = parameters[i];
    if (isDictionary(parameter)) data = withoutPredictor(data, parameter, resolve);
  }
  return data;
}

/** The bytes between `stream` and `endstream`: as many as /Length says where that is true. */
function rawData({ dictionary, bytes, start }: Stream, resolve: Resolve): Buffer {
  const length = resolve(dictionary.get('Length'));
  if (typeof length === 'number' && length >= 0) {
    let end = start + length;
    while (end < bytes.length && (bytes[end] === 10 || bytes[end] === 13 || bytes[end] === 32)) end++;
    if (bytes.subarray(end, end + END.length).equals(END)) return bytes.subarray(start, start + length);
  }
  const end = bytes.indexOf(END, start);
  if (end === -1) throw new NotUnderstood('a stream has no end');
  return bytes.subarray(start, end);
}

function inflate(data: Buffer): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: MOST_BYTES, chunkSize: CHUNK });
  } catch (error) {
    throw new NotUnderstood(error instanceof Error ? error.message : String(error));
  }
}

/** Undoes a PNG predictor (ISO 32000-1, 7.4.4.4), as cross-reference streams have it. */
function withoutPredictor(data: Buffer, parameters: Dictionary, resolve: Resolve): Buffer {
  const value = (key: string, otherwise: number): number => {
    const found = resolve(parameters.get(key));
    return typeof found === 'number' ? found : otherwise;
  };
  const predictor = value('Predictor', 1);
  if (predictor === 1) return data;
  if (predictor < 10 || value('BitsPerComponent', 8) !== 8) throw new NotUnderstood(`predictor ${predictor} is not read`);
  const step = value('Colors', 1);
  const width = step * value('Columns', 1);
  if (!(step >= 1 && width >= 1)) throw new NotUnderstood('a predictor without columns');
  const rows = Math.floor(data.length / (width + 1));
  const out = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (width + 1)]!;
    if (kind > 2) throw new NotUnderstood(`PNG filter ${kind} is not read`);
    for (let i = 0; i < width; i++) {
      const byte = data[row * (width + 1) + 1 + i]!;
      const at = row * width + i;
      const before = kind === 1 && i >= step ? out[at - step]! : kind === 2 && row > 0 ? out[at - width]! : 0;
      out[at] = byte + before;
    }
  }
  return out;
}

/** An entry that may be absent, one object or an array of them. */
function listOf(entry: PdfObject, resolve: Resolve): PdfObject[] {
  if (entry === null) return [];
  return isArray(entry) ? entry.map(resolve) : [entry];
}

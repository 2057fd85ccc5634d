import { plainEntry } from './crossReferenceEntry.js';
import { ObjectParser } from './objectParser.js';
import { type Dictionary, isArray, isDictionary, NotUnderstood, type PdfObject, Reference, Stream } from './pdfObjects.js';
import { type Resolve, streamData } from './streamData.js';

/** Parts of a cross-reference table: one for each time the file was saved. */
const MOST_SECTIONS = 1000;
/** References that lead to references. */
const MOST_STEPS = 32;

/** Where an object is: at an offset of the file, or at an index of an object stream. */
type Location = { readonly offset: number } | { readonly stream: number; readonly index: number };

interface ObjectStream {
  readonly data: Buffer;
  readonly offsets: readonly number[];
}

/** The objects of a file by number, found through its cross-reference tables and streams. Throws `NotUnderstood` for files that are damaged or encrypted. */
export class ObjectTable {
  readonly trailer: Dictionary;
  private readonly locations = new Map<number, Location>();
  private readonly objects = new Map<number, PdfObject>();
  private readonly streams = new Map<number, ObjectStream>();

  constructor(private readonly bytes: Buffer) {
    const start = bytes.lastIndexOf('startxref');
    if (start === -1) throw new NotUnderstood('the file has no cross-reference table');
    const parser = new ObjectParser(bytes, start + 9);
    this.trailer = this.readSections(parser.object());
    if (this.trailer.has('Encrypt')) throw new NotUnderstood('the file is encrypted');
  }

  /** The object that a reference means, null where there is none; other objects are given as they are. */
  readonly resolve: Resolve = (object) => {
    let found = object ?? null;
    for (let step = 0; found instanceof Reference; step++) {
      if (step === MOST_STEPS) throw new NotUnderstood('references go round in a circle');
      found = this.get(found.number);
    }
    return found;
  };

  /** The decoded bytes of a stream. */
  data(stream: Stream): Buffer {
    return streamData(stream, this.resolve);
  }

  private get(number: number): PdfObject {
    const known = this.objects.get(number);
    if (known !== undefined) return known;
    const location = this.locations.get(number);
    if (location === undefined) return null;
    const object =
      'offset' in location
        ? new ObjectParser(this.bytes, location.offset).indirectObject(number)
        : this.packedObject(location.stream, location.index);
    this.objects.set(number, object);
    return object;
  }

  private packedObject(number: number, index: number): PdfObject {
    let stream = this.streams.get(number);
    if (stream === undefined) {
      const holder = this.locations.get(number);
      if (holder === undefined || !('offset' in holder)) throw new NotUnderstood('an object stream inside another');
      const object = this.get(number);
      if (!(object instanceof Stream)) throw new NotUnderstood(`object ${number} is no object stream`);
      stream = this.openObjectStream(object);
      this.streams.set(number, stream);
    }
    const offset = stream.offsets[index];
    if (offset === undefined) throw new NotUnderstood(`object stream ${number} has no object ${index}`);
    return new ObjectParser(stream.data, offset).object();
  }

  private openObjectStream(stream: Stream): ObjectStream {
    const data = this.data(stream);
    const first = this.resolve(stream.dictionary.get('First'));
    const count = this.resolve(stream.dictionary.get('N'));
    if (typeof first !== 'number' || typeof count !== 'number' || count > data.length) throw new NotUnderstood('a damaged object stream');
    const parser = new ObjectParser(data);
    const offsets: number[] = [];
    for (let i = 0; i < count; i++) {
      parser.keyword();
      offsets.push(first + Number(parser.keyword()));
    }
    return { data, offsets };
  }

  /** Reads the newest section and those it continues; what a newer one says of an object stands. Gives the newest trailer. */
  private readSections(newest: PdfObject): Dictionary {
    let trailer: Dictionary | undefined;
    const waiting = [newest];
    const seen = new Set<PdfObject>();
    for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
      if (typeof offset !== 'number' || seen.has(offset) || seen.size === MOST_SECTIONS)
        throw new NotUnderstood('a damaged cross-reference table');
      seen.add(offset);
      const section = this.readSection(offset);
      trailer ??= section;
      for (const key of ['XRefStm', 'Prev']) {
        const next = section.get(key);
        if (next !== undefined) waiting.push(next);
      }
    }
    if (trailer === undefined) throw new NotUnderstood('the file has no trailer');
    return trailer;
  }

  private readSection(offset: number): Dictionary {
    const parser = new ObjectParser(this.bytes, offset);
    if (parser.keyword() === 'xref') return this.readTable(parser);
    parser.position = offset;
    const number = Number(parser.keyword());
    parser.position = offset;
    const stream = parser.indirectObject(number);
    if (!(stream instanceof Stream)) throw new NotUnderstood('a damaged cross-reference stream');
    this.readStream(stream);
    return stream.dictionary;
  }

  private readTable(parser: ObjectParser): Dictionary {
    for (let word = parser.keyword(); word !== 'trailer'; word = parser.keyword()) {
      const first = Number(word);
      const count = Number(parser.keyword());
      if (word === '' || !Number.isInteger(first) || !Number.isInteger(count)) throw new NotUnderstood('a damaged cross-reference table');
      for (let i = 0; i < count; i++) {
        const plain = plainEntry(parser);
        if (plain !== undefined) {
          if (plain !== null) this.locate(first + i, { offset: plain });
          continue;
        }
        const offset = Number(parser.keyword());
        parser.keyword();
        const kind = parser.keyword();
        if (kind !== 'n' && kind !== 'f') throw new NotUnderstood('a damaged cross-reference table');
        if (kind === 'n') this.locate(first + i, { offset });
      }
    }
    const trailer = parser.object();
    if (!isDictionary(trailer)) throw new NotUnderstood('the trailer is no dictionary');
    return trailer;
  }

  private readStream(stream: Stream): void {
    const { dictionary } = stream;
    const widths = dictionary.get('W');
    const size = dictionary.get('Size');
    if (!isArray(widths) || widths.length !== 3 || typeof size !== 'number') throw new NotUnderstood('a damaged cross-reference stream');
    const [a, b, c] = widths.map(Number) as [number, number, number];
    const index = dictionary.get('Index');
    const ranges = isArray(index) ? index.map(Number) : [0, size];
    const data = streamData(stream, (object) => object ?? null);
    let at = 0;
    const field = (width: number): number => {
      let value = 0;
      for (let i = 0; i < width; i++) value = value * 256 + data[at++]!;
      return value;
    };
    for (let i = 0; i + 1 < ranges.length; i += 2)
      for (let k = 0; k < ranges[i + 1]! && at + a + b + c <= data.length; k++) {
        const kind = a === 0 ? 1 : field(a);
        const second = field(b);
        const third = field(c);
        if (kind === 1) this.locate(ranges[i]! + k, { offset: second });
        else if (kind === 2) this.locate(ranges[i]! + k, { stream: second, index: third });
      }
  }

  private locate(number: number, location: Location): void {
    if (!this.locations.has(number)) this.locations.set(number, location);
  }
}

const opened = new WeakMap<Uint8Array, ObjectTable>();

/** The objects of a file, whose bytes do not change: they are asked for its layers first and for its numbers later, and its table is read once. Throws `NotUnderstood`. */
export function objectsOf(bytes: Uint8Array): ObjectTable {
  let objects = opened.get(bytes);
  if (objects === undefined) {
    objects = new ObjectTable(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    opened.set(bytes, objects);
  }
  return objects;
}

import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { UnreadableDocument } from '../failure.js';
import type { ExtractLimits } from '../options.js';

/** The entries of a ZIP archive in memory, read on demand within limits on count, unpacked size and compression ratio. */
export class ZipArchive {
  private unpacked = 0;

  private constructor(
    private readonly file: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: ExtractLimits,
  ) {}

  /** Opens an archive. Throws UnreadableDocument (`damaged_document`, `too_large`) on bytes that are none. */
  static async open(bytes: Uint8Array, limits: ExtractLimits): Promise<ZipArchive> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const file = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false, strictFileNames: false }).catch(
      (error: unknown) => {
        throw new UnreadableDocument('damaged_document', `the file is no complete ZIP package (${reason(error)}); fetch it again`);
      },
    );
    if (file.entryCount > limits.maxEntries)
      throw new UnreadableDocument('too_large', `the package has ${file.entryCount} entries, more than ${limits.maxEntries}`);
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of file.eachEntry()) if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
    } catch (error) {
      throw new UnreadableDocument('damaged_document', `the directory of the ZIP package is damaged (${reason(error)}); fetch it again`);
    }
    return new ZipArchive(file, entries, limits);
  }

  /** The names of all entries. */
  names(): string[] {
    return [...this.entries.keys()];
  }

  /** The unpacked bytes of an entry, or null where there is none. Throws UnreadableDocument on a bomb, a damaged or an encrypted entry. */
  async read(name: string): Promise<Buffer | null> {
    const entry = this.entries.get(name) ?? this.entries.get(name.replaceAll('/', '\\'));
    if (entry === undefined) return null;
    if (entry.isEncrypted())
      throw new UnreadableDocument('encrypted_document', `part ${name} is encrypted; a password is needed`, { part: name });
    this.refuseBomb(entry);
    try {
      const bytes = unpack(await this.packedBytes(entry), entry, this.limits.maxUncompressedBytes - this.unpacked);
      this.unpacked += bytes.length;
      if (crc32(bytes) !== entry.crc32) throw new Error('its checksum differs');
      return bytes;
    } catch (error) {
      throw new UnreadableDocument('damaged_document', `part ${name} cannot be unpacked (${reason(error)}); fetch the file again`, {
        part: name,
      });
    }
  }

  /** Refuses an entry by what the directory says of its size. */
  private refuseBomb(entry: Entry): void {
    const { maxUncompressedBytes, maxCompressionRatio, ratioFreeBytes } = this.limits;
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    const tooDense = entry.uncompressedSize > ratioFreeBytes && ratio > maxCompressionRatio;
    if (this.unpacked + entry.uncompressedSize > maxUncompressedBytes || tooDense)
      throw new UnreadableDocument(
        'zip_bomb',
        `part ${entry.fileName} would unpack to ${entry.uncompressedSize} bytes from ${entry.compressedSize}; it is not read`,
        { part: entry.fileName },
      );
  }

  /** The bytes of an entry as they stand in the archive. */
  private async packedBytes(entry: Entry): Promise<Buffer> {
    const stream = await this.file.openReadStreamPromise(entry, { decodeFileData: false });
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream as AsyncIterable<Uint8Array>) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}

/** Stored or deflated bytes unpacked, never to more than the directory states or `limit` allows. */
function unpack(packed: Buffer, entry: Entry, limit: number): Buffer {
  if (entry.compressionMethod === 0) return packed;
  if (entry.compressionMethod !== 8) throw new Error(`compression method ${entry.compressionMethod} is not used in such packages`);
  const bytes = inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(limit, entry.uncompressedSize)) });
  if (bytes.length !== entry.uncompressedSize)
    throw new Error(`it has ${bytes.length} bytes, the directory states ${entry.uncompressedSize}`);
  return bytes;
}

/** The message of a caught error. */
function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

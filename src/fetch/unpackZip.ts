import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { Diagnostic, Severity } from '../model/index.js';
import { sniffMediaType } from './sniffMediaType.js';
import { zipMemberName } from './zipMemberName.js';

/** What unpacking may give: hostile archives stop here. */
export interface UnpackLimits {
  /** Of one member. */
  memberBytes: number;
  /** Of all members together, nested ones included. */
  totalBytes: number;
  /** Members, nested ones included. */
  members: number;
  /** Unpacked to packed size; small members may be denser. */
  ratio: number;
  /** Archives inside archives: 1 unpacks the outer one only. */
  depth: number;
}

/** Limits for an archive of a source whose documents may have `maxBytes`. */
export function unpackLimits(maxBytes: number): UnpackLimits {
  return { memberBytes: maxBytes, totalBytes: 8 * maxBytes, members: 2000, ratio: 200, depth: 3 };
}

/** A file of an archive. `path` has a `!/` between an archive and what is in it: `预算.zip!/附件/1.docx`. */
export interface ArchiveMember {
  path: string;
  name: string;
  bytes: Buffer;
}

const RATIO_FREE_BYTES = 1024 * 1024;
/** What systems leave in archives; the name of the folder or file. */
const LEFTOVERS = /(?:^|\/)(?:__MACOSX\/|\.[^/]|~\$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * Unpacks a ZIP archive in memory and hands each file to `take`, in the order of the directory, archives inside it before their own members. What is
 * not unpacked (damaged, encrypted, over a limit) is a diagnostic. Never throws but for what `take` throws.
 */
export async function unpackZip(
  bytes: Uint8Array,
  limits: UnpackLimits,
  take: (member: ArchiveMember) => Promise<void>,
): Promise<Diagnostic[]> {
  const unpacking = new Unpacking(limits, take);
  await unpacking.open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), '', 1);
  return unpacking.diagnostics;
}

/** One unpacking with what it has used of its limits. */
class Unpacking {
  readonly diagnostics: Diagnostic[] = [];
  readonly #paths = new Set<string>();
  #bytes = 0;
  #members = 0;

  constructor(
    private readonly limits: UnpackLimits,
    private readonly take: (member: ArchiveMember) => Promise<void>,
  ) {}

  /** Takes the members of an archive; `prefix` is its own path inside the outermost one. */
  async open(archive: Buffer, prefix: string, depth: number): Promise<void> {
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;
    const file = await fromBufferPromise(archive, options).catch((error: unknown) => {
      this.#note('damaged_archive', 'error', prefix, `cannot be unpacked (${reason(error)}); fetch it again`);
      return null;
    });
    if (file === null) return;
    const entries: Entry[] = [];
    try {
      for await (const entry of file.eachEntry()) {
        if (this.#members + entries.length >= this.limits.members) {
          this.#note('archive_limit', 'error', prefix, `has more than ${this.limits.members} members; the rest is not unpacked`);
          break;
        }
        entries.push(entry);
      }
    } catch (error) {
      this.#note('damaged_archive', 'error', prefix, `has a damaged directory (${reason(error)}); fetch it again`);
    }
    for (const entry of entries) await this.#member(file, entry, prefix, depth);
  }

  /** Takes one member, and what is in it if it is an archive. */
  async #member(file: ZipFile, entry: Entry, prefix: string, depth: number): Promise<void> {
    const inside = zipMemberName(entry);
    if (inside === '' || inside.endsWith('/') || LEFTOVERS.test(inside)) return;
    this.#members += 1;
    const path = this.#uniquePath(`${prefix}${inside}`);
    const bytes = await this.#read(file, entry, path);
    if (bytes === null) return;
    this.#bytes += bytes.length;
    await this.take({ path, name: inside.split('/').at(-1) ?? inside, bytes });
    if (!isArchive(bytes)) return;
    if (depth < this.limits.depth) await this.open(bytes, `${path}!/`, depth + 1);
    else this.#note('archive_limit', 'error', path, `lies in ${this.limits.depth} archives one inside the other; it is not unpacked`);
  }

  /** The path, with a number behind it where another member has it already. */
  #uniquePath(path: string): string {
    let unique = path;
    for (let number = 2; this.#paths.has(unique); number += 1) unique = `${path} (${number})`;
    this.#paths.add(unique);
    return unique;
  }

  /** The bytes of a member; null, with a diagnostic, where they cannot or must not be unpacked. */
  async #read(file: ZipFile, entry: Entry, path: string): Promise<Buffer | null> {
    const refusal = this.#refusal(entry);
    if (refusal !== null) {
      this.#note('archive_limit', 'error', path, `${refusal}; it is not unpacked`);
      return null;
    }
    if (entry.isEncrypted()) {
      this.#note('archive_member_encrypted', 'error', path, 'needs a password; ask the publisher for an open copy');
      return null;
    }
    try {
      const bytes = inflate(await packedBytes(file, entry), entry, this.limits.memberBytes);
      if (crc32(bytes) !== entry.crc32) throw new Error('its checksum differs');
      return bytes;
    } catch (error) {
      this.#note('damaged_archive', 'error', path, `cannot be unpacked (${reason(error)}); fetch the archive again`);
      return null;
    }
  }

  /** The limit that a member would pass by what the directory says of its size, or null. */
  #refusal({ uncompressedSize, compressedSize }: Entry): string | null {
    const { memberBytes, totalBytes, ratio } = this.limits;
    if (uncompressedSize > memberBytes) return `would unpack to ${uncompressedSize} bytes, more than ${memberBytes}`;
    if (this.#bytes + uncompressedSize > totalBytes) return `would bring the unpacked bytes over ${totalBytes}`;
    const dense = uncompressedSize > RATIO_FREE_BYTES && uncompressedSize > ratio * Math.max(1, compressedSize);
    return dense ? `would unpack to ${uncompressedSize} bytes from ${compressedSize}` : null;
  }

  #note(code: string, severity: Severity, path: string, what: string): void {
    const name = path.replace(/!\/$/, '') || 'the archive';
    this.diagnostics.push({ stage: 'fetch', code, severity, place: {}, message: `${name} ${what}` });
  }
}

/** Whether bytes are a ZIP archive of files rather than a document format made of one. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && sniffMediaType(bytes).mediaType === 'application/zip';
}

/** The bytes of an entry as they stand in the archive. */
async function packedBytes(file: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await file.openReadStreamPromise(entry, { decodeFileData: false });
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Stored or deflated bytes unpacked, never to more than the directory states. */
function inflate(packed: Buffer, entry: Entry, limit: number): Buffer {
  if (entry.compressionMethod === 0) return packed;
  if (entry.compressionMethod !== 8) throw new Error(`compression method ${entry.compressionMethod} is not known`);
  const bytes = inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(limit, entry.uncompressedSize)) });
  if (bytes.length !== entry.uncompressedSize)
    throw new Error(`it has ${bytes.length} bytes, the directory states ${entry.uncompressedSize}`);
  return bytes;
}

/** The message of a caught error. */
function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

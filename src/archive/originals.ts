import { createHash, randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsync, mkdirSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { open, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const syncFile = promisify(fsync);

const SHA256 = /^[0-9a-f]{64}$/;

/** The sha256 of bytes, as 64 hex digits: the identity of a document. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Makes the entry of a renamed file durable. Windows cannot open folders and needs no such step. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** What was fetched, by content: `originals/ab/cdef…`. A file there is whole, because it is renamed into place after it is on the disk. */
export class Originals {
  /** Written, and not yet in place. Their bytes are still in memory for those who want them meanwhile. */
  readonly #pending = new Map<string, { descriptor: number; temporary: string; bytes: Uint8Array }>();
  readonly #made = new Set<string>();
  #flushing: Promise<void> | null = null;

  constructor(readonly folder: string) {}

  /** Where the original with this sha256 is kept. Throws on anything that is no sha256, so that no outside text becomes a path. */
  pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new RangeError(`no sha256: ${sha256.slice(0, 80)}`);
    return path.join(this.folder, sha256.slice(0, 2), sha256.slice(2));
  }

  async has(sha256: string): Promise<boolean> {
    return this.#pending.has(sha256) || existsSync(this.pathOf(sha256));
  }

  /** Keeps bytes under their sha256; they are there for others after `flush`. `added` is false where they were kept already. */
  async store(bytes: Uint8Array): Promise<{ sha256: string; added: boolean }> {
    const sha256 = sha256Of(bytes);
    if ((await this.has(sha256)) || this.#pending.has(sha256)) return { sha256, added: false };
    const temporary = path.join(this.folder, `.${sha256}.${randomUUID()}`);
    // Writing to the system's cache takes microseconds; what takes time is bringing it to the disk, and that waits for `flush`.
    const descriptor = openSync(temporary, 'wx');
    this.#pending.set(sha256, { descriptor, temporary, bytes });
    let written = 0;
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
    return { sha256, added: true };
  }

  /** Whether something was stored that is not in place yet. */
  get unflushed(): boolean {
    return this.#pending.size > 0;
  }

  /** Brings what was stored since the last time to the disk, then moves it into place. */
  async flush(): Promise<void> {
    while (this.#flushing !== null) await this.#flushing;
    this.#flushing = this.#flush().finally(() => {
      this.#flushing = null;
    });
    await this.#flushing;
  }

  async #flush(): Promise<void> {
    const pending = [...this.#pending];
    if (pending.length === 0) return;
    await Promise.all(pending.map(([, { descriptor }]) => syncFile(descriptor)));
    const folders = new Set<string>();
    for (const [sha256, { descriptor, temporary }] of pending) {
      closeSync(descriptor);
      const target = this.pathOf(sha256);
      const folder = path.dirname(target);
      if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
      this.#made.add(folder);
      renameSync(temporary, target);
      folders.add(folder);
      this.#pending.delete(sha256);
    }
    await Promise.all([...folders].map(syncFolder));
  }

  /** Removes what killed processes left half written. Call it while nobody else stores. */
  async sweep(): Promise<void> {
    for (const name of await readdir(this.folder)) if (name.startsWith('.')) await rm(path.join(this.folder, name));
  }

  /** Whether an original begins with these Latin-1 characters. Throws if it is not there. */
  async startsWith(sha256: string, text: string): Promise<boolean> {
    const pending = this.#pending.get(sha256);
    if (pending !== undefined) return Buffer.from(pending.bytes.subarray(0, text.length)).toString('latin1') === text;
    // The system has these bytes at hand or brings one block: handing that to another thread takes longer.
    const descriptor = openSync(this.pathOf(sha256), 'r');
    try {
      const head = Buffer.alloc(text.length);
      return head.toString('latin1', 0, readSync(descriptor, head, 0, head.length, 0)) === text;
    } finally {
      closeSync(descriptor);
    }
  }

  /** The bytes with this sha256. Throws if they are not there or have changed on the disk. */
  async read(sha256: string): Promise<Buffer> {
    const pending = this.#pending.get(sha256);
    return pending === undefined ? readOriginal(this.pathOf(sha256), sha256) : Buffer.from(pending.bytes);
  }
}

/** The bytes of the original kept at `file`. Throws if they do not have the sha256: the disk or a person changed them. */
export async function readOriginal(file: string, sha256: string): Promise<Buffer> {
  const bytes = await readFile(file);
  const found = sha256Of(bytes);
  if (found !== sha256) throw new Error(`original ${sha256} is damaged: ${file} has sha256 ${found}`);
  return bytes;
}

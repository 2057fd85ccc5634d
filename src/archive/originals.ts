import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

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
  constructor(readonly folder: string) {}

  /** Where the original with this sha256 is kept. Throws on anything that is no sha256, so that no outside text becomes a path. */
  pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new RangeError(`no sha256: ${sha256.slice(0, 80)}`);
    return path.join(this.folder, sha256.slice(0, 2), sha256.slice(2));
  }

  async has(sha256: string): Promise<boolean> {
    return (await stat(this.pathOf(sha256)).catch(() => null)) !== null;
  }

  /** Keeps bytes under their sha256. `added` is false where they were kept already. */
  async store(bytes: Uint8Array): Promise<{ sha256: string; added: boolean }> {
    const sha256 = sha256Of(bytes);
    const target = this.pathOf(sha256);
    if (await this.has(sha256)) return { sha256, added: false };
    await mkdir(path.dirname(target), { recursive: true });
    const temporary = path.join(this.folder, `.${sha256}.${randomUUID()}`);
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
    await syncFolder(path.dirname(target));
    return { sha256, added: true };
  }

  /** Removes what killed processes left half written. Call it while nobody else stores. */
  async sweep(): Promise<void> {
    for (const name of await readdir(this.folder)) if (name.startsWith('.')) await rm(path.join(this.folder, name));
  }

  /** Whether an original begins with these Latin-1 characters. Throws if it is not there. */
  async startsWith(sha256: string, text: string): Promise<boolean> {
    const handle = await open(this.pathOf(sha256), 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(text.length), 0, text.length, 0);
      return buffer.toString('latin1', 0, bytesRead) === text;
    } finally {
      await handle.close();
    }
  }

  /** The bytes with this sha256. Throws if they are not there or have changed on the disk. */
  async read(sha256: string): Promise<Buffer> {
    return readOriginal(this.pathOf(sha256), sha256);
  }
}

/** The bytes of the original kept at `file`. Throws if they do not have the sha256: the disk or a person changed them. */
export async function readOriginal(file: string, sha256: string): Promise<Buffer> {
  const bytes = await readFile(file);
  const found = sha256Of(bytes);
  if (found !== sha256) throw new Error(`original ${sha256} is damaged: ${file} has sha256 ${found}`);
  return bytes;
}

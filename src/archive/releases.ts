import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { jsonColumn, type StateDatabase } from '../storage/index.js';
import { unpackJson } from './packedJson.js';

const zFiles = z.array(z.object({ path: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }));
/** The files of a release by their paths inside its folder. */
export type ReleaseFiles = z.infer<typeof zFiles>;

const zReleaseRow = z.object({ version: z.string(), content_hash: z.string(), facts: jsonColumn(z.unknown()), files: jsonColumn(zFiles) });
const zOutcomeRow = z.object({ outcome: jsonColumn(z.unknown()) });
const zContentRow = z.object({ content: z.instanceof(Uint8Array) });

/** A published version. `facts` is what a changelog says of it, `contentHash` stands for all that it holds. */
export interface StoredRelease {
  version: string;
  contentHash: string;
  facts: unknown;
  files: ReleaseFiles;
}

const COLUMNS = 'version, content_hash, facts, files';

/** Every version that was published: what it held, and its files by content below `releases/`, so that files that versions share are kept once. */
export class Releases {
  constructor(
    private readonly catalogue: StateDatabase,
    private readonly folder: string,
  ) {}

  /** All versions, the oldest first. */
  async all(): Promise<StoredRelease[]> {
    return this.catalogue
      .all(zReleaseRow, `SELECT ${COLUMNS} FROM releases ORDER BY number`)
      .map(({ version, content_hash, facts, files }) => ({ version, contentHash: content_hash, facts, files }));
  }

  /** What the next version is compared with: the content given with a version, through its schema. */
  async content<S extends z.ZodType>(version: string, schema: S): Promise<z.infer<S> | undefined> {
    const row = this.catalogue.first(zContentRow, 'SELECT content FROM releases WHERE version = ?', version);
    return row === undefined ? undefined : unpackJson(row.content, schema);
  }

  /** Keeps a version with the files of its folder. `content` is packed JSON. A version that is kept already stays as it is. */
  async add(release: StoredRelease, content: Uint8Array, folder: string): Promise<void> {
    for (const file of release.files) await this.#keep(file.sha256, path.join(folder, file.path));
    this.catalogue.run(
      `INSERT OR IGNORE INTO releases (${COLUMNS}, content) VALUES (?, ?, ?, ?, ?)`,
      release.version,
      release.contentHash,
      JSON.stringify(release.facts),
      JSON.stringify(release.files),
      content,
    );
  }

  /** Keeps what a run's publication came to; done again, the later one counts. */
  async recordOutcome(run: number, outcome: unknown): Promise<void> {
    this.catalogue.run('INSERT OR REPLACE INTO release_outcomes (run, outcome) VALUES (?, ?)', run, JSON.stringify(outcome));
  }

  /** What a run's publication came to, through its schema; undefined where the run has published nothing yet. */
  async outcome<S extends z.ZodType>(run: number, schema: S): Promise<z.infer<S> | undefined> {
    const row = this.catalogue.first(zOutcomeRow, 'SELECT outcome FROM release_outcomes WHERE run = ?', run);
    return row === undefined ? undefined : schema.parse(row.outcome);
  }

  /** Writes the files of a version into a folder, which must be empty or absent. Throws where the version is not kept or a file is damaged. */
  async restore(version: string, folder: string): Promise<void> {
    const release = (await this.all()).find((one) => one.version === version);
    if (release === undefined) throw new RangeError(`version ${version} is not in the archive`);
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length > 0) throw new RangeError(`${folder} is not empty`);
    for (const { path: name, sha256 } of release.files) {
      const target = path.join(folder, name);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, await this.#read(sha256));
    }
  }

  #objectOf(sha256: string): string {
    return path.join(this.folder, sha256.slice(0, 2), `${sha256.slice(2)}.gz`);
  }

  /** Copies a file into the store unless its content is there. */
  async #keep(sha256: string, file: string): Promise<void> {
    const target = this.#objectOf(sha256);
    if ((await stat(target).catch(() => null)) !== null) return;
    await mkdir(path.dirname(target), { recursive: true });
    const part = `${target}.part`;
    await writeFile(part, gzipSync(await readFile(file), { level: 6 }));
    await rename(part, target);
  }

  async #read(sha256: string): Promise<Uint8Array> {
    const bytes = gunzipSync(await readFile(this.#objectOf(sha256)));
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== sha256) throw new Error(`the release file ${sha256} is damaged: it has sha256 ${found}`);
    return bytes;
  }
}

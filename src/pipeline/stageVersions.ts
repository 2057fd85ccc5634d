import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const PACKAGE = path.resolve(SOURCES, '../package.json');

/** The rooms whose code decides what a stage gives. The codebook's data has a version of its own. */
const ROOMS = {
  discover: ['model', 'fetch', 'discover'],
  unpack: ['model', 'fetch'],
  extract: ['model', 'fetch', 'extract', 'pipeline'],
  interpret: ['model', 'tables', 'codebook', 'interpret', 'pipeline'],
  check: ['model', 'codebook', 'check', 'pipeline'],
  publish: ['model', 'dataset', 'report', 'pipeline'],
} as const;
export type StageVersions = Readonly<Record<keyof typeof ROOMS, string>>;

/** The files of a folder and below, sorted, that hold code. */
function codeFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** The hash of a room's code. A room that this release does not have has none. */
function roomHash(room: string): string {
  const hash = createHash('sha256');
  try {
    for (const file of codeFiles(path.join(SOURCES, room))) hash.update(path.relative(SOURCES, file)).update(readFileSync(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return hash.digest('hex');
}

/**
 * The version of every stage: a hash of its rooms' code and of package.json (which names the libraries). So no one can forget to raise it, and
 * a new release reads stored originals again without fetching them.
 */
export function stageVersions(): StageVersions {
  const libraries = readFileSync(PACKAGE);
  const rooms = new Map<string, string>([...new Set(Object.values(ROOMS).flat())].map((room) => [room, roomHash(room)]));
  const version = (names: readonly string[]) =>
    names.reduce((hash, name) => hash.update(rooms.get(name) ?? ''), createHash('sha256').update(libraries)).digest('hex');
  return {
    discover: version(ROOMS.discover),
    unpack: version(ROOMS.unpack),
    extract: version(ROOMS.extract),
    interpret: version(ROOMS.interpret),
    check: version(ROOMS.check),
    publish: version(ROOMS.publish),
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../src');

/** Who may import whom (docs/rooms.md). A room may always import itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  codebook: ['model'],
  extract: ['model'],
  tables: ['model'],
  storage: [],
  queue: ['model', 'storage'],
  archive: ['model', 'storage'],
  fetch: ['model'],
  pool: ['model'],
  discover: ['model', 'fetch'],
  interpret: ['model', 'tables', 'codebook'],
  check: ['model', 'codebook'],
  dataset: ['model'],
  report: ['model', 'dataset'],
  pipeline: [
    'model',
    'codebook',
    'extract',
    'tables',
    'storage',
    'queue',
    'archive',
    'fetch',
    'pool',
    'discover',
    'interpret',
    'check',
    'dataset',
    'report',
  ],
  cli: [
    'model',
    'codebook',
    'extract',
    'tables',
    'storage',
    'queue',
    'archive',
    'fetch',
    'pool',
    'discover',
    'interpret',
    'check',
    'dataset',
    'report',
    'pipeline',
  ],
};
const IMPORT = /(?:import|export)\s[^'"]*?from\s+['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)|import\s+['"](\.[^'"]+)['"]/g;

interface Import {
  file: string;
  from: string;
  to: string;
  target: string;
}

/** Every relative import of the source that crosses from one room to another. */
function crossings(): Import[] {
  const found: Import[] = [];
  for (const entry of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.ts')) continue;
    const file = path.join(source, entry);
    for (const match of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const target = path.relative(source, path.resolve(path.dirname(file), match[1] ?? match[2] ?? match[3] ?? ''));
      const from = entry.split(path.sep)[0] ?? '';
      const to = target.split(path.sep)[0] ?? '';
      if (from !== to) found.push({ file: entry, from, to, target });
    }
  }
  return found;
}

const STATIC = /^(?:import|export)\s+(?!type\s)([^'"]*?)\s*from\s+['"](\.[^'"]+)['"]/gm;

/** The rooms of all files that loading one file loads, without what is imported as types or with the first call. */
function loadedRooms(start: string): Set<string> {
  const files = [start];
  for (const file of files) {
    for (const [, names = '', to = ''] of readFileSync(path.join(source, file), 'utf8').matchAll(STATIC)) {
      const onlyTypes =
        names.startsWith('{') && [...names.matchAll(/[{,]\s*([^,}\s][^,}]*)/g)].every(([, name]) => name?.startsWith('type '));
      const target = path.join(path.dirname(file), to).replace(/\.js$/, '.ts');
      if (!onlyTypes && !files.includes(target)) files.push(target);
    }
  }
  return new Set(files.map((file) => file.split(path.sep)[0] ?? ''));
}

describe('the house', () => {
  it.each([
    ['cli/main.ts', ['cli']],
    ['pipeline/index.ts', ['model', 'pipeline']],
    ['pipeline/runPipeline.ts', ['archive', 'codebook', 'fetch', 'model', 'pipeline', 'pool', 'queue', 'storage']],
  ])('loads with %s only the rooms that all its work needs', (file, rooms) => {
    expect([...loadedRooms(file)].sort()).toEqual(rooms);
  });

  it('has only the rooms that docs/rooms.md names', () => {
    const rooms = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map((entry) => entry.name).filter((name) => !(name in MAY_IMPORT))).toEqual([]);
  });

  it('lets each room import only the rooms it may', () => {
    const wrong = crossings().filter(({ from, to }) => !MAY_IMPORT[from]?.includes(to));
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('shows each room to the others through its index alone (model and the worker of pool apart)', () => {
    const wrong = crossings().filter(({ to, target }) => to !== 'model' && path.basename(target) !== 'index.js');
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });
});

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '..');
const CACHE = path.join(root, 'node_modules/.cache/fiscus-test');
/** A build that no test has asked for since is removed by the next one. */
const KEEP_MS = 3_600_000;

/** A hash of all that a build depends on. */
function sourceHash(): string {
  const hash = createHash('sha256');
  const entries = readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  for (const file of [...files, 'package.json', 'tsconfig.json', 'tsconfig.build.json'].map((name) => path.resolve(root, name)))
    hash.update(path.relative(root, file)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 24);
}

/** Compiles the sources into a folder laid out like the package. */
function build(folder: string): void {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  const settings = [
    '-p',
    path.join(root, 'tsconfig.build.json'),
    '--noCheck',
    '--declaration',
    'false',
    '--outDir',
    path.join(folder, 'dist'),
  ];
  execFileSync(process.execPath, [compiler, ...settings], { stdio: 'inherit' });
  buildSiteAssets(path.join(folder, 'dist/report/site'));
  cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  cpSync(path.join(root, 'src/codebook/data'), path.join(folder, 'src/codebook/data'), { recursive: true });
}

/** Bundles the code of the report’s pages as `npm run build:site` does. */
export function buildSiteAssets(folder: string): void {
  const { scripts } = zScripts.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  const settings = scripts['build:site']
    .split(' ')
    .slice(1)
    .map((setting) => setting.replace('dist/report/site', folder));
  execFileSync(path.join(root, 'node_modules/.bin/esbuild'), settings, { cwd: root, stdio: 'inherit' });
}

const zScripts = z.object({ scripts: z.object({ 'build:site': z.string() }) });

/**
 * The folder of the sources of now as JavaScript, compiled once for all tests: processes that tests start begin in a third of the time. Tests that
 * ask at the same time may both build; the first one's folder is used by all.
 */
export function builtSources(): string {
  const folder = path.join(CACHE, sourceHash());
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  for (const name of readdirSync(CACHE)) {
    const old = path.join(CACHE, name);
    if (Date.now() - (statSync(old, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > KEEP_MS)
      rmSync(old, { recursive: true, force: true });
  }
  const fresh = mkdtempSync(path.join(CACHE, 'new-'));
  build(fresh);
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(fresh, { recursive: true });
  }
  return folder;
}

import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

export interface Spoken {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/**
 * The program `fiscus` for the tests of one file: compiled from the sources of today before them (a process then starts in half the time), removed
 * after them. Each call runs it in a process of its own, in the project's folder.
 */
export function builtFiscus(): (...args: string[]) => Promise<Spoken> {
  let folder: string;
  beforeAll(() => {
    const cache = path.join(root, 'node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(path.join(cache, 'fiscus-cli-'));
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
    cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
    cpSync(path.join(root, 'src/codebook/data'), path.join(folder, 'src/codebook/data'), { recursive: true });
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));
  return (...args) => spoken(path.join(folder, 'dist/cli/main.js'), args);
}

/** What a run of the program says until it ends. */
function spoken(program: string, args: readonly string[]): Promise<Spoken> {
  const child = spawn(process.execPath, [program, ...args], { cwd: root });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, ...said }));
  });
}

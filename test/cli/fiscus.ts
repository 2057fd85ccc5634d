import { spawn } from 'node:child_process';
import path from 'node:path';
import { builtSources } from '../builtSources.js';

const root = path.resolve(import.meta.dirname, '../..');

export interface Spoken {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** The program `fiscus`, compiled from the sources of today. Each call runs it in a process of its own, in the project's folder. */
export function builtFiscus(): (...args: string[]) => Promise<Spoken> {
  const folder = builtSources();
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

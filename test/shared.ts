import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The folder with other people's documents and their truth; they are read there and never committed here. */
export const sharedFolder = path.resolve(root, process.env.FISCUS_SHARED ?? '../shared');

/** The project's own samples. */
export const samplesFolder = path.join(root, 'samples');

/** A path inside the shared folder. */
export function shared(...parts: string[]): string {
  return path.join(sharedFolder, ...parts);
}

/** A suite that needs the shared folder: visibly skipped where it is absent, and a failure where FISCUS_REQUIRE_SHARED is set (as in .ci/run). */
export function describeWithShared(name: string, body: () => void): void {
  if (existsSync(sharedFolder)) describe(name, body);
  else if (process.env.FISCUS_REQUIRE_SHARED)
    throw new Error(`${name}: ${sharedFolder} is missing; set FISCUS_SHARED to the folder with the real documents`);
  else describe.skip(`${name} (skipped: ${sharedFolder} is absent; set FISCUS_SHARED)`, body);
}

import { existsSync } from 'node:fs';
import { describe, it } from 'vitest';
import { sharedFolder } from './sharedFolder.js';

export { samplesFolder, shared, sharedFolder } from './sharedFolder.js';

/** A suite that needs the shared folder: visibly skipped where it is absent, and a failure where FISCUS_REQUIRE_SHARED is set (as in .ci/run). */
export function describeWithShared(name: string, body: () => void): void {
  if (existsSync(sharedFolder)) describe(name, body);
  else if (process.env.FISCUS_REQUIRE_SHARED)
    throw new Error(`${name}: ${sharedFolder} is missing; set FISCUS_SHARED to the folder with the real documents`);
  // The body is not run: listing its tests may itself read the folder.
  else
    describe(`${name} (skipped: ${sharedFolder} is absent; set FISCUS_SHARED)`, () =>
      it.skip('reads documents of the shared folder', () => undefined));
}

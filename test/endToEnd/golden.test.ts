import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { goldenFiles } from './goldenFiles.js';
import { readSample } from './sampleReading.js';

/**
 * The sample disclosure as it was last reviewed (test/golden/README.md says how far). After a change that is meant, write the files anew with
 * `npx vitest run test/endToEnd/golden -u` and review `git diff test/golden` against the pages before committing it.
 */
const FOLDER = path.join(import.meta.dirname, '../golden/xushui-2024');

describe('the reading of the sample disclosure', () => {
  let files: Map<string, string>;
  beforeAll(async () => {
    files = goldenFiles(await readSample('docx'));
  });

  it('is what was last reviewed', async () => {
    for (const [name, text] of files) await expect.soft(text, name).toMatchFileSnapshot(path.join(FOLDER, name));
  });

  it('has a file for every table that has rows, and no other', () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...files.keys()].sort());
  });
});

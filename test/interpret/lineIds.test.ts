import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../src/codebook/index.js';
import { extract } from '../../src/extract/index.js';
import { interpret } from '../../src/interpret/index.js';
import { MEDIA_TYPES } from '../../src/model/index.js';
import { accuracySuites } from '../accuracy/suites.js';
import { describeWithShared, samplesFolder, sharedFolder } from '../shared.js';

const codebook = loadCodebook();
const MEDIA_TYPE: Readonly<Record<string, string>> = {
  '.docx': MEDIA_TYPES.docx,
  '.html': MEDIA_TYPES.html,
  '.pdf': MEDIA_TYPES.pdf,
  '.txt': MEDIA_TYPES.text,
};

/** The line ids of a file that more than one of its lines has. */
async function repeatedIds(file: string): Promise<string[]> {
  const model = await extract(readFileSync(file), MEDIA_TYPE[path.extname(file)] ?? MEDIA_TYPES.text);
  const ids = interpret(model, { fileName: path.basename(file), codebook }).lines.map((line) => line.line_id);
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}

describe('a printed cell of the sample is one line', () => {
  const files = readdirSync(samplesFolder).filter((name) => path.extname(name) in MEDIA_TYPE);

  it.each(files)('in %s', async (name) => {
    expect(await repeatedIds(path.join(samplesFolder, name))).toEqual([]);
  });
});

describeWithShared('a printed cell of a real document is one line', () => {
  const files = accuracySuites(sharedFolder).find((suite) => suite.name === 'real values')?.files ?? [];

  it.each(files.map((file) => [path.basename(file), file]))(
    'in %s',
    async (_name, file) => {
      expect(await repeatedIds(file)).toEqual([]);
    },
    60_000,
  );
});

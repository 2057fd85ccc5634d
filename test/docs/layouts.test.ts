import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { project, readDocument } from './documents.js';

/** The tests that docs/layouts.md names: file, and the name a test, a group or a generated document has in it. */
const named = [...readDocument('docs/layouts.md').matchAll(/\| `(test\/[^`]+\.test\.ts)` “(.+)” \|$/gm)].map((match) => ({
  file: match[1] ?? '',
  name: match[2] ?? '',
}));

describe('docs/layouts.md', () => {
  it('names a test for every family', () => {
    const rows = readDocument('docs/layouts.md')
      .split('\n')
      .filter((line) => /^\| (?!---|what is printed)/.test(line));
    expect(named).toHaveLength(rows.length);
  });

  it('names tests that exist', () => {
    const missing = named.filter(({ file, name }) => !existsSync(path.join(project, file)) || !readDocument(file).includes(name));
    expect(missing).toEqual([]);
  });
});

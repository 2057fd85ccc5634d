import { describe, expect, it } from 'vitest';
import { codebookCounts, learnedCounts } from './codebookCounts.js';
import { readDocument } from './documents.js';
import { generatedPart, withGeneratedPart } from './generatedPart.js';
import { settingTables } from './pipelineSettings.js';

describe('docs/pipelines.md', () => {
  it.each([...settingTables()])('has the settings of a %s as the schema has them (npm run docs:data writes them)', (name, table) => {
    expect(generatedPart(readDocument('docs/pipelines.md'), name)).toBe(table);
  });

  it('has a table for the pipeline and for each type of source', () => {
    expect([...settingTables().keys()]).toEqual(['pipeline', 'folder', 'web']);
  });
});

describe('docs/codebook.md', () => {
  it('has the counts of the lists as they are (npm run docs:data writes them)', () => {
    expect(generatedPart(readDocument('docs/codebook.md'), 'counts')).toBe(codebookCounts());
  });

  it('has the counts of what documents confirmed or refuted (npm run docs:data writes them)', () => {
    expect(generatedPart(readDocument('docs/codebook.md'), 'learned')).toBe(learnedCounts());
  });
});

describe('a generated part', () => {
  const text = 'before\n<!-- generated: a -->\n\nold\n\n<!-- end -->\nafter\n';

  it('is replaced and nothing else is', () => {
    expect(withGeneratedPart(text, 'a', 'new\n')).toBe('before\n<!-- generated: a -->\n\nnew\n\n<!-- end -->\nafter\n');
  });

  it('must be there', () => {
    expect(() => generatedPart(text, 'b')).toThrow('no generated part “b”');
  });
});

import { describe, expect, it } from 'vitest';
import { documentFacts } from '../../../src/interpret/facts/documentFacts.js';
import { interpret, sourceFacts } from '../../../src/interpret/index.js';
import type { Block, DocumentModel, SourceEvidence } from '../../../src/model/index.js';
import { codebook } from '../printedTable.js';

const text = (line: string): Block => ({ type: 'paragraph', text: line });
const document = (lines: readonly string[]): DocumentModel => ({
  sha256: 'a'.repeat(64),
  mediaType: 'application/pdf',
  title: null,
  pages: [],
  blocks: lines.map(text),
  diagnostics: [],
});
const said: SourceEvidence = { texts: ['附件2.xls', '样例市水务局2024年单位预算公开'], department: '样例市水务局' };
const facts = (lines: readonly string[], source: SourceEvidence | undefined) => documentFacts(document(lines), [], codebook, source);

describe('what the source says of a document', () => {
  it('counts for facts that the document does not print', () => {
    expect(facts(['附表'], said)).toMatchObject({ organization: '样例市水务局', year: 2024, kind: '单位预算', scope: 'unit' });
  });

  it('never counts against what the document prints', () => {
    expect(facts(['甲市教育局2023年部门决算', '目录'], said)).toMatchObject({
      organization: '甲市教育局',
      year: 2023,
      kind: '部门决算',
    });
  });

  it('puts attachments of one article into one publication', () => {
    const prose = facts(['样例市水务局2024年单位预算', '目录'], undefined);
    expect(facts(['附表'], said).disclosure_id).toBe(prose.disclosure_id);
  });

  it('is said to be so', () => {
    const { diagnostics, facts: read } = interpret(document(['附表']), { fileName: 'a.xls', codebook, said });
    expect(diagnostics.filter(({ code }) => code === 'facts_from_source')).toHaveLength(1);
    expect(read.evidence).toContain('year: said by the source');
  });

  it('tells whose a document is that cannot be read', () => {
    expect(sourceFacts(said, codebook)).toMatchObject({ organization: '样例市水务局', year: 2024, kind: '单位预算' });
    expect(sourceFacts({ texts: ['附件2'], department: null }, codebook)).toBeNull();
  });
});

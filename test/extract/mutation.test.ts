import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/index.js';
import { MEDIA_TYPES, zDocumentModel } from '../../src/model/index.js';
import { docx, paragraph, table, zip } from '../builders/docx.js';
import { page, tableElement } from '../builders/html.js';

const cells = [
  { r: 0, c: 0, rs: 2, text: '合计' },
  { r: 0, c: 1, text: '937.79' },
  { r: 1, c: 1, text: '12.50' },
];

/** Bytes with some of them replaced, removed or doubled. */
function mutate(bytes: Uint8Array, changes: readonly (readonly [number, number, number])[]): Uint8Array {
  let out = Buffer.from(bytes);
  for (const [place, kind, value] of changes) {
    const at = place % Math.max(1, out.length);
    if (kind === 0) out[at] = value;
    else if (kind === 1) out = Buffer.concat([out.subarray(0, at), out.subarray(at + value)]);
    else out = Buffer.concat([out.subarray(0, at), out.subarray(Math.max(0, at - value))]);
  }
  return out;
}

const changes = fc.array(fc.tuple(fc.nat(100_000), fc.nat(2), fc.nat(255)), { minLength: 1, maxLength: 6 });

/** Reads bytes and checks that the model is well formed and that one without text says why. */
async function check(bytes: Uint8Array, type: string): Promise<void> {
  const model = zDocumentModel.parse(await extract(bytes, type));
  const empty = model.blocks.every((block) => block.type === 'figure');
  expect(!empty || model.diagnostics.some((one) => one.severity === 'error')).toBe(true);
}

describe('a damaged file gives a model or says why not', () => {
  it('as DOCX with damaged bytes', async () => {
    const whole = await docx(paragraph('收入') + table(2, 2, cells));
    await fc.assert(
      fc.asyncProperty(changes, async (list) => check(mutate(whole, list), MEDIA_TYPES.docx)),
      { numRuns: 150 },
    );
  });

  it('as DOCX with damaged markup', async () => {
    const markup = Buffer.from(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('收入')}${table(2, 2, cells)}</w:body></w:document>`,
    );
    await fc.assert(
      fc.asyncProperty(changes, async (list) => check(await zip({ 'word/document.xml': mutate(markup, list) }), MEDIA_TYPES.docx)),
      { numRuns: 100 },
    );
  });

  it('as HTML', async () => {
    const whole = Buffer.from(page(`<h1>收入</h1>${tableElement(2, 2, cells)}`));
    await fc.assert(
      fc.asyncProperty(changes, async (list) => check(mutate(whole, list), MEDIA_TYPES.html)),
      { numRuns: 150 },
    );
  });

  it('as text', async () => {
    const whole = Buffer.from('收支表\n\t项目\n\t金额\n\n\t合计\n\t12.50\n\n\n注：无');
    await fc.assert(
      fc.asyncProperty(changes, async (list) => check(mutate(whole, list), MEDIA_TYPES.text)),
      { numRuns: 150 },
    );
  });
});

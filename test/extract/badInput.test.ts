import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type ExtractOptions, extract } from '../../src/extract/index.js';
import { MEDIA_TYPES } from '../../src/model/index.js';
import { cellOf, docx, paragraph, rowOf, tableOf, zip } from '../builders/docx.js';
import { page } from '../builders/html.js';
import { codes, outline } from './read.js';

/** The diagnostics of bytes read as a type. */
async function diagnostics(bytes: Uint8Array, type: string, options?: ExtractOptions): Promise<string[]> {
  return codes(await extract(bytes, type, options));
}

describe('bad input ends as a diagnostic', () => {
  it('of an empty file', async () => {
    expect(await diagnostics(new Uint8Array(), MEDIA_TYPES.docx)).toEqual(['empty_document error']);
  });

  it('of a type without a reader', async () => {
    const model = await extract(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'application/msword');
    expect([codes(model), model.diagnostics[0]!.message]).toEqual([
      ['unsupported_format error'],
      expect.stringContaining('application/msword'),
    ]);
  });

  it('of an old .doc that is named .docx', async () => {
    expect(await diagnostics(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), MEDIA_TYPES.docx)).toEqual([
      'unsupported_format error',
    ]);
  });

  it('of a DOCX encrypted with a password', async () => {
    const file = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await diagnostics(file, MEDIA_TYPES.docx)).toEqual(['encrypted_document error']);
  });

  it('of a DOCX cut anywhere', async () => {
    const whole = await docx(paragraph('收入'.repeat(500)));
    for (const share of [0.1, 0.5, 0.9, 0.99])
      expect(await diagnostics(whole.subarray(0, whole.length * share), MEDIA_TYPES.docx)).toEqual(['damaged_document error']);
  });

  it('of a DOCX with changed bytes', async () => {
    const bytes = Buffer.from(await docx(paragraph('937.79')));
    const at = bytes.indexOf('word/document.xml') + 40;
    bytes[at] = bytes[at]! ^ 0xff;
    expect(await diagnostics(bytes, MEDIA_TYPES.docx)).toEqual(['damaged_document error']);
  });

  it('of markup that breaks off, with what stands before', async () => {
    const document =
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>一</w:t></w:r></w:p><w:p><w:r><w:t>937.79';
    const model = await extract(await docx('', { others: { 'word/document.xml': document } }), MEDIA_TYPES.docx);
    expect([outline(model)[0], codes(model)]).toEqual(['paragraph 一', ['damaged_document error']]);
  });

  it('of a spreadsheet that is named .docx', async () => {
    expect(await diagnostics(await zip({ 'xl/workbook.xml': '<workbook/>' }), MEDIA_TYPES.docx)).toEqual(['unsupported_format error']);
  });

  it('of a zip bomb', async () => {
    const bomb = await zip({ 'word/document.xml': Buffer.alloc(60 * 2 ** 20, 0x20) });
    expect([bomb.length < 100_000, await diagnostics(bomb, MEDIA_TYPES.docx)]).toEqual([true, ['zip_bomb error']]);
  });

  it('of a package that unpacks to more than the limit', async () => {
    expect(
      await diagnostics(await docx(paragraph('x'.repeat(50_000))), MEDIA_TYPES.docx, { limits: { maxUncompressedBytes: 40_000 } }),
    ).toEqual(['zip_bomb error']);
  });

  it('of an entity bomb, which is not expanded', async () => {
    const document = `<!DOCTYPE d [<!ENTITY a "${'9'.repeat(100)}"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;
    const model = await extract(await docx('', { others: { 'word/document.xml': document } }), MEDIA_TYPES.docx);
    expect([JSON.stringify(model.blocks).includes('99'), codes(model)]).toEqual([false, ['damaged_document error']]);
  });

  it('of elements nested without end', async () => {
    let inner = '<w:p/>';
    for (let depth = 0; depth < 3000; depth += 1) inner = `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    expect(await diagnostics(await docx(inner), MEDIA_TYPES.docx)).toEqual(['too_large error']);
  });

  it('of a page nested without end', async () => {
    expect(await diagnostics(Buffer.from(page(`${'<div>'.repeat(20_000)}x`)), MEDIA_TYPES.html)).toEqual(['too_large error']);
  });

  it('of more cells than the limit', async () => {
    const body = tableOf([rowOf(Array.from({ length: 40 }, () => cellOf(paragraph('1'))))]);
    expect(await diagnostics(await docx(body), MEDIA_TYPES.docx, { limits: { maxCells: 30 } })).toEqual(['too_large error']);
  });

  it('of a file larger than the limit', async () => {
    expect(await diagnostics(Buffer.from('x'.repeat(100)), MEDIA_TYPES.text, { limits: { maxBytes: 99 } })).toEqual(['too_large error']);
  });

  it('of a document that prints nothing', async () => {
    expect(await diagnostics(await docx('<w:p/>'), MEDIA_TYPES.docx)).toEqual(['empty_document error']);
  });

  it('of a page that is only a picture', async () => {
    expect(await diagnostics(Buffer.from(page('<img src="scan.png">')), MEDIA_TYPES.html)).toEqual(['no_text error']);
  });

  it('of an HTML page that is read as PDF', async () => {
    const model = await extract(Buffer.from(page('<p>404</p>')), MEDIA_TYPES.pdf);
    expect(model.diagnostics.some((one) => one.severity === 'error')).toBe(true);
  });

  it('of text in no known encoding', async () => {
    const bytes = Buffer.concat([encode('预算公开', 'gb18030'), Buffer.from([0xff, 0xff, 0x81])]);
    expect(await diagnostics(bytes, MEDIA_TYPES.text)).toEqual(['undecodable_text warning']);
  });
});

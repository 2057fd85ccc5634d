import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { contentDispositionName, safeName } from '../../src/fetch/index.js';

const name = '2024年部门预算.docx';
/** Bytes as an HTTP client shows them in a header. */
const raw = (bytes: Buffer): string => bytes.toString('latin1');

describe('the file name of Content-Disposition', () => {
  it.each([
    ['RFC 5987', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`],
    [
      'RFC 5987 in GBK',
      `attachment; filename*=GBK''${[...iconv.encode(name, 'gbk')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')}`,
    ],
    ['RFC 5987 beside a plain name', `attachment; filename="x.docx"; filename*=UTF-8''${encodeURIComponent(name)}`],
    ['percent-encoded', `attachment; filename=${encodeURIComponent(name)}`],
    ['raw UTF-8', `attachment; filename="${raw(Buffer.from(name))}"`],
    ['raw GBK', `attachment;filename=${raw(iconv.encode(name, 'gbk'))}`],
    ['with a path', `attachment; filename="C:\\\\upload\\\\${raw(Buffer.from(name))}"`],
  ])('%s', (_, header) => {
    expect(contentDispositionName(header)).toBe(name);
  });

  it.each([[undefined], [null], [''], ['inline'], ['attachment; filename=""'], ['attachment; filename=".."']])(
    'is null for %s',
    (header) => {
      expect(contentDispositionName(header)).toBeNull();
    },
  );
});

describe('a safe name', () => {
  it('never has a path separator, a control character or more than 200 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const safe = safeName(text);
        if (safe === null) return;
        expect(safe).not.toMatch(/[/\\\u0000-\u001f\u007f]/);
        expect([...safe].length).toBeLessThanOrEqual(200);
        expect(safe).not.toMatch(/^\.+$/);
      }),
    );
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { sniffMediaType } from '../../src/fetch/index.js';
import { describeWithShared, samplesFolder, shared } from '../shared.js';

/** A ZIP archive of empty members. */
async function zipOf(...names: string[]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const name of names) zip.addBuffer(Buffer.from('x'), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** An OLE compound file's header with the name of one stream. */
function oleWith(stream: string): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(`${stream}\u0000`, 'utf16le'),
    Buffer.alloc(64),
  ]);
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('the media type by content', () => {
  it.each([
    ['xushui-2024.docx', docx],
    ['xushui-2024.pdf', 'application/pdf'],
    ['xushui-2024.html', 'text/html'],
    ['xushui-2024.txt', 'text/plain'],
  ])('of the sample %s is %s', (file, mediaType) => {
    expect(sniffMediaType(readFileSync(path.join(samplesFolder, file))).mediaType).toBe(mediaType);
  });

  it.each([
    ['a PDF behind some bytes', Buffer.from(`${'\n'.repeat(200)}%PDF-1.4`), 'application/pdf'],
    [
      'a PDF behind a server’s warnings',
      Buffer.from(`${'<br /><b>Warning</b>: '.repeat(99)}%PDF-1.4\nstartxref\n9\n%%EOF\n`),
      'application/pdf',
    ],
    ['RTF named .doc', Buffer.from('{\\rtf1\\ansi'), 'application/rtf'],
    ['RAR', Buffer.from('526172211a0700cf', 'hex'), 'application/vnd.rar'],
    ['RAR 5', Buffer.from('526172211a070100', 'hex'), 'application/vnd.rar'],
    ['7z', Buffer.from('377abcaf271c0004', 'hex'), 'application/x-7z-compressed'],
    ['gzip', Buffer.from('1f8b0800', 'hex'), 'application/gzip'],
    ['PNG', Buffer.from('89504e470d0a1a0a', 'hex'), 'image/png'],
    ['JPEG', Buffer.from('ffd8ffe000104a46', 'hex'), 'image/jpeg'],
    ['.doc in OLE', oleWith('WordDocument'), 'application/msword'],
    ['.xls in OLE', oleWith('Workbook'), 'application/vnd.ms-excel'],
    ['an old .xls in OLE', oleWith('Book'), 'application/vnd.ms-excel'],
    ['an encrypted DOCX', oleWith('EncryptedPackage'), 'application/x-ole-encrypted'],
    ['HTML without doctype', Buffer.from('\ufeff\r\n<HTML><HEAD>'), 'text/html'],
    ['a bare table named .doc', Buffer.from('<table border=1><tr><td>预算</td></tr></table>'), 'text/html'],
    ['XHTML with an XML declaration', Buffer.from('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">'), 'text/html'],
    ['Word 2003 XML', Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>'), 'application/xml'],
    ['MHTML', Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x'), 'multipart/related'],
    ['UTF-16 HTML', Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from('<html><body>预算', 'utf16le')]), 'text/html'],
    ['no bytes', Buffer.alloc(0), 'application/x-empty'],
    ['noise', Buffer.from('00010203fffefd00', 'hex'), 'application/octet-stream'],
  ])('of %s', (_, bytes, mediaType) => {
    expect(sniffMediaType(bytes, { fileName: 'a.doc' }).mediaType).toBe(mediaType);
  });

  it.each([
    ['DOCX', ['[Content_Types].xml', 'word/document.xml'], docx],
    ['XLSX', ['[Content_Types].xml', 'xl/workbook.xml'], 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['OFD', ['OFD.xml', 'Doc_0/Document.xml'], 'application/ofd'],
    ['a plain archive', ['a.docx', 'b.pdf'], 'application/zip'],
  ])('of a ZIP that is %s', async (_, names, mediaType) => {
    expect(sniffMediaType(await zipOf(...names)).mediaType).toBe(mediaType);
  });

  it('of a DOCX that is cut off is still DOCX', () => {
    const bytes = readFileSync(path.join(samplesFolder, 'xushui-2024.docx'));
    expect(sniffMediaType(bytes.subarray(0, bytes.length / 2)).mediaType).toBe(docx);
  });

  it('says what the name promises instead', () => {
    expect(sniffMediaType(Buffer.from('<html><body>404</body></html>'), { fileName: '预算.pdf' }).evidence).toContain('though named .pdf');
  });

  it('says what the header promises instead', () => {
    expect(sniffMediaType(Buffer.from('%PDF-1.7'), { contentType: 'text/html; charset=utf-8' }).evidence).toContain(
      'though sent as text/html',
    );
  });

  it('is not PDF for a page that only mentions one', () => {
    expect(sniffMediaType(Buffer.from('<html><body>begins with %PDF-1.4</body></html>')).mediaType).toBe('text/html');
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', 'PK\u0003\u0004', 'PK\u0005\u0006', '%PDF-', '<html', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'),
        (noise, start) => {
          sniffMediaType(Buffer.concat([Buffer.from(start, 'latin1'), noise]));
        },
      ),
    );
  });
});

describe('the charset', () => {
  const text = '部门预算信息公开';

  it.each([
    ['UTF-8', Buffer.from(text), undefined, 'utf-8'],
    ['GBK without any declaration', iconv.encode(text, 'gbk'), undefined, 'gb18030'],
    ['GB18030 with a header', iconv.encode(text, 'gb18030'), 'text/html; charset=gb2312', 'gb18030'],
    ['UTF-8 though GBK is declared', Buffer.from(text), 'text/html; charset=gbk', 'utf-8'],
    ['GBK though UTF-8 is declared', iconv.encode(text, 'gbk'), 'text/html; charset=utf-8', 'gb18030'],
    ['GBK by meta', iconv.encode(`<html><meta charset="gbk">${text}`, 'gbk'), undefined, 'gb18030'],
    ['Big5 by header', iconv.encode('部門預算', 'big5'), 'text/html; charset=big5', 'big5'],
  ])('of %s', (_, bytes, contentType, charset) => {
    expect(sniffMediaType(bytes, { contentType }).charset).toBe(charset);
  });
});

describeWithShared('real files', () => {
  it('the seed as .doc is OLE Word', () => {
    expect(sniffMediaType(readFileSync(shared('seed', 'xushui-2024.doc'))).mediaType).toBe('application/msword');
  });
});

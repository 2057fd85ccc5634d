import { MARKUP, OLE_FORMATS, SIGNATURES, ZIP_FORMATS } from './signatures.js';
import { decodeText, headerCharset } from './textEncoding.js';
import { zipMembers } from './zipMembers.js';

const HEAD = 4096;
/** So far behind an answer's head or a server's warning the header of a PDF is searched that ends as one. */
const FARTHEST_PDF = 256 * 1024;
const OLE_HEADER = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';

export interface SniffHints {
  fileName?: string | null | undefined;
  contentType?: string | null | undefined;
}

export interface Sniffed {
  mediaType: string;
  /** Of text formats; null for binary ones. */
  charset: string | null;
  /** What in the bytes says so, and what the name or the header says instead where it differs. */
  evidence: string;
}

/** What a file is by its bytes; name and header are no evidence but for text without any mark. An empty file is `application/x-empty`. */
export function sniffMediaType(bytes: Uint8Array, hints: SniffHints = {}): Sniffed {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) return { mediaType: 'application/x-empty', charset: null, evidence: 'no bytes' };
  const sniffed = sniffBinary(buffer) ?? sniffText(buffer, hints);
  const named = disagreement(sniffed.mediaType, hints);
  return named === null ? sniffed : { ...sniffed, evidence: `${sniffed.evidence}; ${named}` };
}

/** Formats with a binary signature, else null. */
function sniffBinary(buffer: Buffer): Sniffed | null {
  const head = buffer.toString('latin1', 0, HEAD);
  const binary = (mediaType: string, evidence: string): Sniffed => ({ mediaType, charset: null, evidence });
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) {
    const members = zipMembers(buffer);
    const format = ZIP_FORMATS.find((rule) => rule.members.every((pattern) => members.some((name) => pattern.test(name))));
    return format ? binary(format.mediaType, format.name) : binary('application/zip', `ZIP archive of ${members.length} members`);
  }
  if (head.startsWith(OLE_HEADER)) {
    const format = OLE_FORMATS.find(({ stream }) => buffer.includes(Buffer.from(`${stream}\u0000`, 'utf16le')));
    return format ? binary(format.mediaType, `OLE stream ${format.stream}`) : binary('application/x-ole-storage', 'OLE header');
  }
  for (const { mediaType, bytes, at, within, name } of SIGNATURES) {
    const found = head.indexOf(bytes, at);
    if (found !== -1 && found <= at + (within ?? 0) && !isHtmlAbout(head, found))
      return binary(mediaType, found === at ? name : `${name} at byte ${found}`);
  }
  const late = buffer.subarray(0, FARTHEST_PDF).indexOf('%PDF-', 0, 'latin1');
  const isWhole = late > 0 && buffer.subarray(-HEAD).includes('%%EOF', 0, 'latin1');
  return isWhole ? binary('application/pdf', `PDF header at byte ${late} and its end`) : null;
}

/** Whether markup stands before a shifted signature: a page that only mentions it. */
function isHtmlAbout(head: string, found: number): boolean {
  return found > 0 && /<(?:html|!doctype|head|body|script)/i.test(head.slice(0, found));
}

/** Text formats, by markup; `application/octet-stream` where the bytes are no text. */
function sniffText(buffer: Buffer, hints: SniffHints): Sniffed {
  const declared = headerCharset(hints.contentType);
  const head = decodeText(buffer.subarray(0, HEAD), { declared, html: true });
  const text = head.text.trimStart();
  if (looksBinary(head.text)) return { mediaType: 'application/octet-stream', charset: null, evidence: 'no known signature, and no text' };
  const whole = buffer.length <= HEAD ? head : decodeText(buffer, { declared, html: true });
  for (const { mediaType, pattern, name } of MARKUP) {
    if (pattern.test(text)) return { mediaType, charset: whole.charset, evidence: `${name}; charset: ${whole.evidence}` };
  }
  if (/^[[{]/.test(text) && /json/i.test(`${hints.contentType ?? ''} ${hints.fileName ?? ''}`))
    return { mediaType: 'application/json', charset: whole.charset, evidence: 'JSON text' };
  return { mediaType: 'text/plain', charset: whole.charset, evidence: `text without markup; charset: ${whole.evidence}` };
}

/** Whether decoded bytes have control characters that no text has, or many characters that could not be decoded. */
function looksBinary(text: string): boolean {
  const strange = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return text.includes('\u0000') || strange > Math.max(2, text.length / 50);
}

/** Extensions and the media types they promise. */
const PROMISED: Record<string, readonly string[]> = {
  pdf: ['application/pdf'],
  doc: ['application/msword'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xls: ['application/vnd.ms-excel'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  html: ['text/html'],
  htm: ['text/html'],
  txt: ['text/plain'],
  zip: ['application/zip'],
  rar: ['application/vnd.rar'],
};

/** What name or header promise instead of what the bytes are, else null. */
function disagreement(mediaType: string, hints: SniffHints): string | null {
  const extension = /\.(\w{1,5})$/.exec(hints.fileName ?? '')?.[1]?.toLowerCase();
  const promised = extension === undefined ? undefined : PROMISED[extension];
  if (promised && !promised.includes(mediaType)) return `though named .${extension}`;
  const header = hints.contentType?.split(';')[0]?.trim().toLowerCase();
  if (header && Object.values(PROMISED).some((types) => types.includes(header)) && header !== mediaType) return `though sent as ${header}`;
  return null;
}

import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** Names of charsets that mean GB18030 or a part of it. */
const GB_NAMES = new Set(['gb2312', 'gbk', 'gb18030', 'gb_2312-80', 'x-gbk', 'cp936', 'ms936', 'chinese', 'hz-gb-2312']);
const SCAN_FOR_META = 4096;

export interface DecodedText {
  text: string;
  /** `utf-8`, `gb18030`, `utf-16le`, `utf-16be`, `big5`, `windows-1252` ... */
  charset: string;
  /** Why: byte order mark, valid UTF-8, header, meta, valid GB18030, fallback. */
  evidence: string;
}

/** The charset that a Content-Type header states, in lower case. */
export function headerCharset(contentType: string | null | undefined): string | null {
  return /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null;
}

/** The charset that an HTML or XML text states in its first 4 KiB (meta charset, http-equiv, XML declaration). */
export function metaCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, SCAN_FOR_META)).toString('latin1');
  const found = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ?? /<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(head);
  return found?.[1]?.toLowerCase() ?? null;
}

/**
 * Text from bytes. What the bytes are outranks what is declared: a byte order mark, then valid UTF-8 with any non-ASCII character (GBK text
 * is hardly ever valid UTF-8), then the declared charset, then GB18030. Never throws; undecodable bytes become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, hints: { declared?: string | null | undefined; html?: boolean | undefined }): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return decoded(buffer.subarray(3), 'utf-8', 'byte order mark');
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return decoded(buffer.subarray(2), 'utf-16le', 'byte order mark');
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return decoded(buffer.subarray(2), 'utf-16be', 'byte order mark');
  const declared = hints.declared?.toLowerCase() ?? (hints.html ? metaCharset(bytes) : null);
  if (isUtf8(buffer))
    return decoded(
      buffer,
      'utf-8',
      declared === null || declared === 'utf-8' ? 'valid UTF-8' : `valid UTF-8, though ${declared} is declared`,
    );
  if (declared !== null && GB_NAMES.has(declared)) return decoded(buffer, 'gb18030', `declared ${declared}`);
  const other =
    declared !== null && declared !== 'utf-8' && declared !== 'utf8' && declared !== 'iso-8859-1' && iconv.encodingExists(declared);
  if (other) return decoded(buffer, declared, `declared ${declared}`);
  const asUtf8 = buffer.toString('utf8');
  const asGb = iconv.decode(buffer, 'gb18030');
  const badUtf8 = countReplacements(asUtf8);
  const badGb = countReplacements(asGb);
  if (badGb < badUtf8)
    return { text: asGb, charset: 'gb18030', evidence: badGb === 0 ? 'valid GB18030, not UTF-8' : 'more of it is GB18030 than UTF-8' };
  return { text: asUtf8, charset: 'utf-8', evidence: 'mostly UTF-8 with damaged bytes' };
}

/** Decodes with a charset that iconv-lite knows. */
function decoded(bytes: Buffer, charset: string, evidence: string): DecodedText {
  return { text: charset === 'utf-8' ? bytes.toString('utf8') : iconv.decode(bytes, charset), charset, evidence };
}

/** How many characters of a text stand for bytes that could not be decoded. */
function countReplacements(text: string): number {
  return text.split('\ufffd').length - 1;
}

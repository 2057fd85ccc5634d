import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { decode, encodingExists } from 'iconv-lite';
import type { ReadingContext } from './reading.js';

/** Names under which publishers state a charset, and the superset that reads it. */
const SUPERSETS: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  'x-gbk': 'gb18030',
  'windows-936': 'gb18030',
  hz: 'gb18030',
  'iso-8859-1': 'windows-1252',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'big5-hkscs': 'big5',
};

const MARKS: readonly [string, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Bytes looked at when the charset must be guessed. */
const SNIFFED = 1 << 18;

/**
 * The text of bytes in an unknown encoding. Evidence in this order: byte order mark; bytes that are valid UTF-8; each charset stated (server,
 * then document) that decodes without a fault; what the bytes look like. What cannot be decoded is a diagnostic.
 */
export function decodeText(bytes: Uint8Array, stated: readonly (string | undefined)[], context: ReadingContext): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => buffer[index] === byte));
  if (marked !== undefined) return decode(buffer, marked[0]);
  if (isUtf8(buffer)) return buffer.toString('utf8');
  const candidates = [...stated.map(known), ...guesses(buffer)].filter(
    (one): one is string => one !== undefined && !one.startsWith('utf-16'),
  );
  let best: { text: string; faults: number; charset: string } | null = null;
  for (const charset of new Set([...candidates, 'gb18030', 'utf-8'])) {
    const text = decode(buffer, charset);
    const faults = faultsIn(text);
    if (faults === 0) return text;
    if (best === null || faults < best.faults) best = { text, faults, charset };
  }
  context.note(
    'undecodable_text',
    'warning',
    `${best!.faults} characters are no valid ${best!.charset}, the best charset found; they stand as U+FFFD, look at the document`,
  );
  return best!.text;
}

/** The charset that reads what is stated, or undefined for an unknown name. */
function known(name: string | undefined): string | undefined {
  const key = name?.trim().toLowerCase();
  if (key === undefined || key === '') return undefined;
  const charset = SUPERSETS[key] ?? key;
  return encodingExists(charset) ? charset : undefined;
}

/** Charsets the bytes look like, the likeliest first. UTF-16 without a mark shows in its zero bytes. */
function guesses(buffer: Buffer): (string | undefined)[] {
  return analyse(buffer.subarray(0, SNIFFED))
    .filter((match) => match.confidence >= 20)
    .map((match) => known(match.name));
}

/** Replacement and control characters: signs of a wrong charset. */
function faultsIn(text: string): number {
  return text.match(/[\ufffd\u0000-\u0008\u000e-\u001f\u0080-\u009f]/g)?.length ?? 0;
}

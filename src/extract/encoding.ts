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

/** Charsets that give every byte a meaning, so that a wrong one shows no fault, and those that Chinese text is in. */
const SINGLE_BYTE = /^(?:windows-125\d|iso-8859-\d+|koi8)/;
const MULTI_BYTE = /^(?:gb|big5|euc|shift)/;

/** Share of damaged characters up to which bytes are UTF-8 all the same; text in another charset is damaged nearly everywhere. */
const DAMAGED_SHARE = 0.05;

/**
 * The text of bytes in an unknown encoding. Evidence in this order: byte order mark; bytes that are valid UTF-8, or nearly; each charset stated (server,
 * then document) that decodes without a fault; what the bytes look like. What cannot be decoded is a diagnostic.
 */
export function decodeText(bytes: Uint8Array, stated: readonly (string | undefined)[], context: ReadingContext): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => buffer[index] === byte));
  if (marked !== undefined) return decode(buffer, marked[0]);
  const unicode = buffer.toString('utf8');
  if (isUtf8(buffer)) return unicode;
  const damaged = faultsIn(unicode);
  if (damaged < wideIn(unicode) * DAMAGED_SHARE) return withFaults(unicode, damaged, 'utf-8', context);
  let best = { text: unicode, faults: damaged, charset: 'utf-8' };
  for (const charset of candidates(buffer, stated)) {
    const text = decode(buffer, charset);
    const faults = faultsIn(text);
    if (faults === 0) return text;
    if (faults < best.faults) best = { text, faults, charset };
  }
  return withFaults(best.text, best.faults, best.charset, context);
}

/** A text of which some characters cannot be decoded, said in a diagnostic. */
function withFaults(text: string, faults: number, charset: string, context: ReadingContext): string {
  context.note('undecodable_text', 'warning', `${faults} characters are no valid ${charset}, the best charset found; look at the document`);
  return text;
}

/** The charsets to try, the best founded first. A single-byte charset that is stated is not believed of bytes that look like Chinese. */
function candidates(buffer: Buffer, stated: readonly (string | undefined)[]): Set<string> {
  const guessed = guesses(buffer).filter((one): one is string => one !== undefined);
  const looksChinese = guessed[0] !== undefined && MULTI_BYTE.test(guessed[0]);
  const believed = stated.map(known).filter((one): one is string => one !== undefined && !(looksChinese && SINGLE_BYTE.test(one)));
  return new Set([...believed, ...guessed, 'gb18030'].filter((one) => !one.startsWith('utf-16')));
}

/** The charset that reads what is stated, or undefined for an unknown name. */
function known(name: string | undefined): string | undefined {
  const key = name?.trim().toLowerCase();
  if (key === undefined || key === '') return undefined;
  const charset = SUPERSETS[key] ?? key;
  return encodingExists(charset) ? charset : undefined;
}

/** Charsets the bytes look like, the likeliest first. */
function guesses(buffer: Buffer): (string | undefined)[] {
  return analyse(buffer.subarray(0, SNIFFED))
    .filter((match) => match.confidence >= 20)
    .map((match) => known(match.name));
}

/** Replacement and control characters: signs of a wrong charset. */
function faultsIn(text: string): number {
  return text.match(/[\ufffd\u0000-\u0008\u000e-\u001f\u0080-\u009f]/g)?.length ?? 0;
}

/** Characters outside ASCII. */
function wideIn(text: string): number {
  return text.match(/[^\u0000-\u007f]/g)?.length ?? 0;
}

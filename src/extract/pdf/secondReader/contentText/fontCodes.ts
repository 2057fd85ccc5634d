import { TextDecoder } from 'node:util';
import { numeralsOf, OTHER } from './numerals.js';
import type { ObjectTable } from './objectTable.js';
import { type Dictionary, isArray, isDictionary, Name, Stream } from './pdfObjects.js';
import { readToUnicode } from './toUnicodeMap.js';

/**
 * How the strings of a font are read: code by code, with the bytes of a code and what it means as far as numbers go (a code without a known meaning is absent,
 * unless `otherwise` says what absent codes mean), or as text in a charset whose codes differ in length.
 */
export type FontCodes =
  | { readonly bytes: 1 | 2; readonly meanings: ReadonlyMap<number, string>; readonly otherwise: ((code: number) => string) | null }
  | { readonly charset: TextDecoder };

const NONSYMBOLIC = 32;
const LATIN = new TextDecoder('windows-1252');
const WINDOWS = meanings(256, (code) => LATIN.decode(Uint8Array.of(code)));
/** Encodings of bytes whose first half is ASCII; what else they have are no numbers. */
const ENCODINGS: Readonly<Record<string, ReadonlyMap<number, string>>> = {
  WinAnsiEncoding: WINDOWS,
  MacRomanEncoding: meanings(256, (code) => (code < 128 ? String.fromCharCode(code) : '')),
  StandardEncoding: meanings(256, (code) => (code < 128 ? String.fromCharCode(code) : '')),
};
/** Predefined CMaps whose codes are UTF-16 (ISO 32000-1, 9.7.5.2). */
const UTF16_CMAP = /^Uni(GB|CNS|JIS|KS)-(UCS2|UTF16)-[HV]$/;
/** What has been shown in UTF-16: to look at all codes in advance costs a process 90 ms and 15 MB. */
const UTF16 = new Map<number, string>();
/** Predefined CMaps whose codes are those of GBK: ASCII in one byte, characters in two. */
const GBK_CMAP = /^(GBKp?|GB)-EUC-[HV]$/;
const GBK = new TextDecoder('gbk');
const IDENTITY = /^Identity-[HV]$/;

/** Names of glyphs that belong to numbers (Adobe Glyph List). */
const GLYPH_NUMERALS: Readonly<Record<string, string>> = {
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  comma: ',',
  period: '.',
};
/** Names that say what a glyph is in words; others, such as g12 or C0_3, say nothing. */
const TELLING_NAME = /^(?:[A-Za-z]|[A-Za-z]{3,})$/;

/** How a font's strings are read, or null where only the full reader can tell. */
export function fontCodes(font: Dictionary, objects: ObjectTable): FontCodes | null {
  const subtype = objects.resolve(font.get('Subtype'));
  const composite = subtype instanceof Name && subtype.value === 'Type0';
  const stream = objects.resolve(font.get('ToUnicode'));
  const toUnicode = stream instanceof Stream ? readToUnicode(objects.data(stream)) : null;
  return composite ? compositeCodes(font, toUnicode, objects) : simpleCodes(font, toUnicode, objects);
}

function compositeCodes(font: Dictionary, toUnicode: ReadonlyMap<number, string> | null, objects: ObjectTable): FontCodes | null {
  const encoding = objects.resolve(font.get('Encoding'));
  if (!(encoding instanceof Name)) return null;
  if (UTF16_CMAP.test(encoding.value)) return { bytes: 2, meanings: toUnicode ?? UTF16, otherwise: utf16Meaning };
  if (GBK_CMAP.test(encoding.value) && toUnicode === null) return { charset: GBK };
  return IDENTITY.test(encoding.value) && toUnicode !== null ? { bytes: 2, meanings: toUnicode, otherwise: null } : null;
}

function simpleCodes(font: Dictionary, toUnicode: ReadonlyMap<number, string> | null, objects: ObjectTable): FontCodes | null {
  const encoded = encodedMeanings(font, objects);
  if (encoded === null) return toUnicode === null ? null : { bytes: 1, meanings: toUnicode, otherwise: null };
  return { bytes: 1, meanings: toUnicode === null ? encoded : both(encoded, toUnicode), otherwise: null };
}

/** What a code of UTF-16 means, as far as numbers go. */
export function utf16Meaning(code: number): string {
  let meaning = UTF16.get(code);
  if (meaning === undefined) {
    meaning = numeralsOf(String.fromCharCode(code));
    UTF16.set(code, meaning);
  }
  return meaning;
}

/** What the /Encoding of a simple font says, or null where it says nothing for sure. */
function encodedMeanings(font: Dictionary, objects: ObjectTable): ReadonlyMap<number, string> | null {
  const encoding = objects.resolve(font.get('Encoding'));
  if (encoding instanceof Name) return ENCODINGS[encoding.value] ?? null;
  const descriptor = objects.resolve(font.get('FontDescriptor'));
  const flags = isDictionary(descriptor) ? objects.resolve(descriptor.get('Flags')) : NONSYMBOLIC;
  const plain = typeof flags === 'number' && (flags & NONSYMBOLIC) !== 0;
  if (!isDictionary(encoding)) return plain ? ENCODINGS.StandardEncoding! : null;
  const base = objects.resolve(encoding.get('BaseEncoding'));
  const known = base instanceof Name ? ENCODINGS[base.value] : plain ? ENCODINGS.StandardEncoding : undefined;
  const result = new Map(known);
  const differences = objects.resolve(encoding.get('Differences'));
  let code = 0;
  for (const entry of isArray(differences) ? differences : []) {
    const item = objects.resolve(entry);
    if (typeof item === 'number') code = item;
    else if (item instanceof Name) {
      const meaning = glyphMeaning(item.value);
      if (meaning === undefined) result.delete(code);
      else result.set(code, meaning);
      code++;
    }
  }
  return result;
}

/** What a glyph's name says, as far as numbers go; undefined where it says nothing. */
function glyphMeaning(name: string): string | undefined {
  const [stem = ''] = name.split('.');
  const unicode = /^uni([0-9A-F]{4})$/.exec(stem);
  if (unicode !== null) return numeralsOf(String.fromCharCode(Number.parseInt(unicode[1]!, 16)));
  return GLYPH_NUMERALS[stem] ?? (TELLING_NAME.test(stem) ? OTHER : undefined);
}

/** Meanings of the codes 0 to `count` - 1. */
function meanings(count: number, textOf: (code: number) => string): ReadonlyMap<number, string> {
  return new Map(Array.from({ length: count }, (_, code) => [code, numeralsOf(textOf(code))]));
}

/** Two maps in one; what the second says stands. */
function both(first: ReadonlyMap<number, string>, second: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
  return new Map([...first, ...second]);
}

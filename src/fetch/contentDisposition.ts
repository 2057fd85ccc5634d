import { decodeText } from './textEncoding.js';

const EXTENDED = /filename\*\s*=\s*([\w-]*)'[^']*'([^;]+)/i;
const PLAIN = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i;

/**
 * The file name of a Content-Disposition header as people would read it, or null: RFC 5987 (`filename*=UTF-8''…`), percent-encoded, or raw bytes
 * in UTF-8 or GBK, as many servers send. Only the last part of a path is kept, without characters that no file name has.
 */
export function contentDispositionName(header: string | null | undefined): string | null {
  if (!header) return null;
  const extended = EXTENDED.exec(header);
  if (extended?.[2]) {
    const bytes = percentBytes(extended[2].trim().replace(/^"|"$/g, ''));
    return safeName(decodeText(bytes, { declared: extended[1] || 'utf-8' }).text);
  }
  const plain = PLAIN.exec(header);
  const value = plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2]?.trim();
  if (!value) return null;
  const bytes = /%[0-9a-f]{2}/i.test(value) ? percentBytes(value) : Buffer.from(value, 'latin1');
  return safeName(decodeText(bytes, {}).text);
}

/** The bytes that a percent-encoded text stands for; what is not encoded stays as it is. */
function percentBytes(text: string): Buffer {
  const parts = text.split(/(%[0-9a-f]{2})/i);
  return Buffer.concat(
    parts.map((part) => (/^%[0-9a-f]{2}$/i.test(part) ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part, 'latin1'))),
  );
}

/** A name to show: last path segment, no control characters, at most 200 characters; null where nothing is left. */
export function safeName(name: string): string | null {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[<>:"|?*]/g, '_')
    .trim();
  const short = [...clean].slice(0, 200).join('');
  return short === '' || /^\.+$/.test(short) ? null : short;
}

import { crc32 } from 'node:zlib';
import type { Entry } from 'yauzl';
import { decodeText } from './textEncoding.js';

const UTF8_FLAG = 0x0800;
/** Info-ZIP's extra field with the name in UTF-8: version, CRC of the raw name, name. */
const UNICODE_PATH = 0x7075;

/**
 * The path of a member inside its archive, with `/`, without `.`, `..`, drive or root; ends with `/` for a folder. The name is UTF-8 where the archive says so (flag
 * or Unicode path field); else what its bytes are: valid UTF-8, or GB18030, as Chinese systems write. It is evidence and never names a file of ours.
 */
export function zipMemberName(entry: Pick<Entry, 'fileNameRaw' | 'generalPurposeBitFlag' | 'extraFields'>): string {
  const raw = Buffer.from(entry.fileNameRaw);
  const text =
    unicodePath(entry.extraFields, raw) ?? (entry.generalPurposeBitFlag & UTF8_FLAG ? raw.toString('utf8') : decodeText(raw, {}).text);
  const path = text
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .replaceAll('\\', '/')
    .replace(/^[a-z]:/i, '');
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.join('/') + (path.endsWith('/') && parts.length > 0 ? '/' : '');
}

/** The name of the Unicode path field where it belongs to the raw name, else null. */
function unicodePath(fields: Entry['extraFields'], raw: Buffer): string | null {
  const data = fields.find((field) => field.id === UNICODE_PATH)?.data;
  if (data === undefined || data.length < 6 || data.readUInt32LE(1) !== crc32(raw)) return null;
  return data.toString('utf8', 5);
}

import { crc32, deflateRawSync } from 'node:zlib';

/** A member of a test archive, with what archives can say of it. */
export interface ZipMember {
  /** Raw bytes, or a text that stands as UTF-8. */
  name: string | Buffer;
  bytes: Buffer;
  /** Sets the flag that says that the name is UTF-8. */
  utf8?: boolean;
  /** The name in Info-ZIP's Unicode path field. */
  unicodePath?: string;
  /** Sets the flag that says that a password is needed. */
  encrypted?: boolean;
  /** What stands in the archive instead of the deflated bytes. */
  packed?: Buffer;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

function extraField(name: Buffer, unicodePath: string | undefined): Buffer {
  if (unicodePath === undefined) return Buffer.alloc(0);
  const text = Buffer.from(unicodePath);
  const head = Buffer.alloc(9);
  head.writeUInt16LE(0x7075, 0);
  head.writeUInt16LE(5 + text.length, 2);
  head.writeUInt8(1, 4);
  head.writeUInt32LE(crc32(name), 5);
  return Buffer.concat([head, text]);
}

/** A ZIP archive, written by hand so that names and sizes may lie. `stamp` is the DOS time of all members. */
export function zipOf(members: readonly ZipMember[], stamp = 0): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, utf8 = false, unicodePath, encrypted = false, packed = deflateRawSync(bytes) } of members) {
    const raw = Buffer.from(name);
    const extra = extraField(raw, unicodePath);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE((utf8 ? 0x800 : 0) | (encrypted ? 1 : 0), 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(stamp, 6);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(raw.length, 22);
    common.writeUInt16LE(extra.length, 24);
    const signature = Buffer.alloc(4);
    signature.writeUInt32LE(LOCAL);
    const local = Buffer.concat([signature, common, raw, extra, packed]);
    const central = Buffer.alloc(20);
    central.writeUInt32LE(CENTRAL, 0);
    central.writeUInt16LE(20, 4);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(central.subarray(0, 6), common, tail, raw, extra);
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listed, end]);
}

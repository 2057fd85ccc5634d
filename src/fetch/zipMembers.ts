const END_OF_DIRECTORY = Buffer.from('PK\u0005\u0006', 'latin1');
const LOCAL_HEADER = Buffer.from('PK\u0003\u0004', 'latin1');
const MAX_MEMBERS = 2000;

/**
 * Names of the members of a ZIP archive (bytes read as Latin-1), from its central directory, or from the local headers where the archive is cut off. Reads no
 * member; never throws.
 */
export function zipMembers(bytes: Buffer): string[] {
  const end = bytes.lastIndexOf(END_OF_DIRECTORY);
  if (end >= 0 && end + 20 <= bytes.length) {
    const listed = directoryNames(bytes, bytes.readUInt32LE(end + 16));
    if (listed.length > 0) return listed;
  }
  return localNames(bytes);
}

/** Names in the central directory that starts at `offset`. */
function directoryNames(bytes: Buffer, offset: number): string[] {
  const names: string[] = [];
  let at = offset;
  while (names.length < MAX_MEMBERS && at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50) {
    const length = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('latin1', at + 46, at + 46 + length));
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}

/** Names in the local headers found one after the other. */
function localNames(bytes: Buffer): string[] {
  const names: string[] = [];
  let at = bytes.indexOf(LOCAL_HEADER);
  while (names.length < MAX_MEMBERS && at >= 0 && at + 30 <= bytes.length) {
    names.push(bytes.toString('latin1', at + 30, at + 30 + bytes.readUInt16LE(at + 26)));
    at = bytes.indexOf(LOCAL_HEADER, at + 30);
  }
  return names;
}

import { createCipheriv, createHash } from 'node:crypto';

/** The security handlers of PDF (ISO 32000-1 7.6, ISO 32000-2 7.6.4) by what people call them. */
export type PdfCipher = 'RC4-40' | 'RC4-128' | 'AES-128' | 'AES-256';

export interface PdfEncryption {
  readonly cipher: PdfCipher;
  /** The password that opens the file for reading; '' opens it without asking. */
  readonly userPassword: string;
}

/** What an encrypted file needs: the body of its /Encrypt dictionary and the cipher of each object's strings and streams. */
export interface FileCipher {
  readonly dictionary: string;
  encrypt(objectNumber: number, data: Buffer): Buffer;
}

/** The padding string of the standard security handler (algorithm 2). */
const PADDING = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
export const FILE_ID = Buffer.from('0123456789abcdef0123456789abcdef', 'hex');
const PERMISSIONS = -4;
const OWNER = 'owner';
const SALT = Buffer.from('saltSALT');
const VECTOR = Buffer.alloc(16, 7);

const md5 = (...parts: readonly Buffer[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();
const padded = (password: string): Buffer => Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`;

/** RC4, which current OpenSSL no longer offers. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b]!, state[a]!];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + state[i]!) & 255;
      swap(i, j);
      return byte ^ state[(state[i]! + state[j]!) & 255]!;
    }),
  );
}

/** AES in CBC mode; `padding` as PKCS#7 where the standard wants it. */
function aes(key: Buffer, vector: Buffer, data: Buffer, padding: boolean): Buffer {
  const cipher = createCipheriv(key.length === 16 ? 'aes-128-cbc' : 'aes-256-cbc', key, vector).setAutoPadding(padding);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

/** RC4 again and again with the key changed by the round (algorithms 3 and 5). */
function rc4Rounds(key: Buffer, data: Buffer): Buffer {
  let result = data;
  for (let round = 0; round < 20; round++) result = rc4(Buffer.from(key.map((byte) => byte ^ round)), result);
  return result;
}

/** The digest repeated 50 times over its first bytes, as keys of 128 bits want it. */
function stretched(digest: Buffer, length: number): Buffer {
  let key = digest.subarray(0, length);
  if (length > 5) for (let round = 0; round < 50; round++) key = md5(key).subarray(0, length);
  return key;
}

/** RC4 of 40 or 128 bits and AES of 128 bits (revisions 2 to 4). */
function digestCipher(cipher: Exclude<PdfCipher, 'AES-256'>, userPassword: string): FileCipher {
  const length = cipher === 'RC4-40' ? 5 : 16;
  const revision = { 'RC4-40': 2, 'RC4-128': 3, 'AES-128': 4 }[cipher];
  const ownerKey = stretched(md5(padded(OWNER)), length);
  const owner = revision === 2 ? rc4(ownerKey, padded(userPassword)) : rc4Rounds(ownerKey, padded(userPassword));
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = stretched(md5(padded(userPassword), owner, permissions, FILE_ID), length);
  const user = revision === 2 ? rc4(key, PADDING) : Buffer.concat([rc4Rounds(key, md5(PADDING, FILE_ID)), Buffer.alloc(16)]);
  const version = {
    'RC4-40': '/V 1',
    'RC4-128': '/V 2 /Length 128',
    'AES-128': '/V 4 /Length 128 /CF << /StdCF << /CFM /AESV2 /Length 16 >> >> /StmF /StdCF /StrF /StdCF',
  }[cipher];
  return {
    dictionary: `<< /Filter /Standard ${version} /R ${revision} /O ${hex(owner)} /U ${hex(user)} /P ${PERMISSIONS} >>`,
    encrypt: (objectNumber, data) => {
      const number = Buffer.alloc(5);
      number.writeUInt32LE(objectNumber);
      const salt = cipher === 'AES-128' ? Buffer.from('sAlT') : Buffer.alloc(0);
      const objectKey = md5(key, number, salt).subarray(0, Math.min(16, length + 5));
      return cipher === 'AES-128' ? Buffer.concat([VECTOR, aes(objectKey, VECTOR, data, true)]) : rc4(objectKey, data);
    },
  };
}

/** The hash of a password of revision 6 (ISO 32000-2, algorithm 2.B). */
function hardenedHash(password: Buffer, salt: Buffer, user: Buffer): Buffer {
  let key = createHash('sha256')
    .update(Buffer.concat([password, salt, user]))
    .digest();
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const block = Buffer.concat([password, key, user]);
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => block));
    const encrypted = aes(key.subarray(0, 16), key.subarray(16, 32), repeated, false);
    const remainder = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(['sha256', 'sha384', 'sha512'][remainder]!).update(encrypted).digest();
    last = encrypted.at(-1)!;
  }
  return key.subarray(0, 32);
}

/** AES of 256 bits (revision 6). */
function hardenedCipher(userPassword: string): FileCipher {
  const fileKey = Buffer.alloc(32, 5);
  const none = Buffer.alloc(0);
  const entry = (password: string, user: Buffer): [Buffer, Buffer] => {
    const bytes = Buffer.from(password, 'utf8');
    const check = Buffer.concat([hardenedHash(bytes, SALT, user), SALT, SALT]);
    return [check, aes(hardenedHash(bytes, SALT, user), Buffer.alloc(16), fileKey, false)];
  };
  const [user, userKey] = entry(userPassword, none);
  const [owner, ownerKey] = entry(OWNER, user);
  const permissions = Buffer.concat([Buffer.alloc(4), Buffer.from([255, 255, 255, 255]), Buffer.from('Tadb'), Buffer.alloc(4, 1)]);
  permissions.writeInt32LE(PERMISSIONS);
  const ecb = createCipheriv('aes-256-ecb', fileKey, null).setAutoPadding(false);
  const entries = { O: owner, U: user, OE: ownerKey, UE: userKey, Perms: Buffer.concat([ecb.update(permissions), ecb.final()]) };
  return {
    dictionary:
      '<< /Filter /Standard /V 5 /R 6 /Length 256 /CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF ' +
      `${Object.entries(entries)
        .map(([name, value]) => `/${name} ${hex(value)}`)
        .join(' ')} /P ${PERMISSIONS} >>`,
    encrypt: (_, data) => Buffer.concat([VECTOR, aes(fileKey, VECTOR, data, true)]),
  };
}

/** The cipher of a file. */
export function fileCipher({ cipher, userPassword }: PdfEncryption): FileCipher {
  return cipher === 'AES-256' ? hardenedCipher(userPassword) : digestCipher(cipher, userPassword);
}

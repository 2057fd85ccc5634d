import { deflateSync } from 'node:zlib';
import { FILE_ID, fileCipher, type PdfEncryption } from './pdfEncryption.js';

export interface PdfFileOptions {
  /** Entries that the trailer has besides /Size, /Root, /Encrypt and /ID. */
  readonly trailer?: string;
  readonly encryption?: PdfEncryption | undefined;
}

/** A PDF file in the making: objects by number, written with a cross-reference table. */
export class PdfFile {
  private readonly objects: { body: string; data?: Buffer }[] = [];

  /** Adds an object and gives its number. */
  add(body: string): number {
    return this.objects.push({ body });
  }

  /** Replaces an object that was added empty so that others could refer to it. */
  set(number: number, body: string): void {
    this.objects[number - 1] = { body };
  }

  /** Adds a stream with the entries of its dictionary (without /Length and /Filter). */
  stream(dictionary: string, data: string | Buffer, deflated = false): number {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
    return this.objects.push({
      body: `${dictionary}${deflated ? ' /Filter /FlateDecode' : ''}`,
      data: deflated ? deflateSync(bytes) : bytes,
    });
  }

  /** The bytes of the file whose catalog is object `root`. Strings outside streams are not encrypted: an encrypted file must not need them. */
  bytes(root: number, { trailer = '', encryption }: PdfFileOptions = {}): Uint8Array {
    const cipher = encryption === undefined ? undefined : fileCipher(encryption);
    const parts: Buffer[] = [];
    let length = 0;
    const write = (data: string | Buffer): void => {
      const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
      parts.push(bytes);
      length += bytes.length;
    };
    write('%PDF-1.7\n');
    const written = cipher === undefined ? this.objects : [...this.objects, { body: cipher.dictionary }];
    const offsets = written.map(({ body, data }: { body: string; data?: Buffer }, i) => {
      const offset = length;
      write(`${i + 1} 0 obj\n`);
      if (data === undefined) write(`${body}\nendobj\n`);
      else {
        const stored = cipher === undefined ? data : cipher.encrypt(i + 1, data);
        write(`<< ${body} /Length ${stored.length} >>\nstream\n`);
        write(stored);
        write('\nendstream\nendobj\n');
      }
      return offset;
    });
    const start = length;
    const id = `<${FILE_ID.toString('hex')}>`;
    const encrypted = cipher === undefined ? '' : `/Encrypt ${written.length} 0 R /ID [${id} ${id}]`;
    const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    write(`xref\n0 ${written.length + 1}\n0000000000 65535 f \n${table}`);
    write(`trailer << /Size ${written.length + 1} /Root ${root} 0 R ${encrypted} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
    return new Uint8Array(Buffer.concat(parts));
  }
}

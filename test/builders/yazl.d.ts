declare module 'yazl' {
  import type { Readable } from 'node:stream';
  export class ZipFile {
    addBuffer(content: Buffer, name: string, options?: { mtime?: Date; mode?: number; compress?: boolean }): void;
    end(): void;
    readonly outputStream: Readable;
  }
  const yazl: { ZipFile: typeof ZipFile };
  export default yazl;
}

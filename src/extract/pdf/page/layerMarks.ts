import type { Pdfium } from './pdfium.js';

const NAME_BYTES = 512;
/** The name of marked content that is on a layer, as PDFium gives names: UTF-16 with an end mark. */
const OPTIONAL_CONTENT = 'O\0C\0\0\0';

/** Tells which page objects are drawn on a hidden layer: marked content (/OC) that names it. Forms and pictures that name their layer themselves are not told. */
export class LayerMarks {
  private readonly buffer: number;

  /** `hidden` are the names of hidden layers (their bytes as characters). To be closed after use. */
  constructor(
    private readonly pdfium: Pdfium,
    private readonly hidden: ReadonlySet<string>,
  ) {
    this.buffer = hidden.size === 0 ? 0 : pdfium.wasmExports.malloc(NAME_BYTES + 16);
    if (this.buffer !== 0) pdfium.HEAPU8.set(new TextEncoder().encode('Name\0'), this.buffer + NAME_BYTES + 8);
  }

  /** Whether nobody sees an object because its layer is off. */
  hides(object: number): boolean {
    if (this.buffer === 0) return false;
    const { pdfium, buffer } = this;
    const length = buffer + NAME_BYTES;
    const count = pdfium._FPDFPageObj_CountMarks(object);
    for (let i = 0; i < count; i++) {
      const mark = pdfium._FPDFPageObj_GetMark(object, i);
      if (!pdfium._FPDFPageObjMark_GetName(mark, buffer, NAME_BYTES, length) || this.read(length) !== OPTIONAL_CONTENT) continue;
      if (!pdfium._FPDFPageObjMark_GetParamBlobValue(mark, length + 8, buffer, NAME_BYTES, length)) continue;
      if (this.hidden.has(this.read(length))) return true;
    }
    return false;
  }

  close(): void {
    if (this.buffer !== 0) this.pdfium.wasmExports.free(this.buffer);
  }

  /** The bytes in the buffer as characters; they are counted at `length`, and more than the buffer holds are none. */
  private read(length: number): string {
    const bytes = this.pdfium.HEAPU32[length >> 2]!;
    return bytes > NAME_BYTES ? '' : Buffer.from(this.pdfium.HEAPU8.subarray(this.buffer, this.buffer + bytes)).toString('latin1');
  }
}

import { PDFiumLibrary } from '@hyzyla/pdfium';

/** The functions of PDFium's C interface that this room calls; pointers are numbers. */
const FUNCTIONS = [
  '_FPDF_LoadMemDocument',
  '_FPDF_GetLastError',
  '_FPDF_CloseDocument',
  '_FPDF_GetPageCount',
  '_FPDF_GetMetaText',
  '_FPDF_LoadPage',
  '_FPDF_ClosePage',
  '_FPDF_GetPageBoundingBox',
  '_FPDFPage_GetRotation',
  '_FPDFPage_CountObjects',
  '_FPDFPage_GetObject',
  '_FPDFPageObj_GetType',
  '_FPDFPageObj_GetMatrix',
  '_FPDFPageObj_GetBounds',
  '_FPDFPageObj_Transform',
  '_FPDFPageObj_GetClipPath',
  '_FPDFPageObj_GetFillColor',
  '_FPDFPageObj_GetStrokeColor',
  '_FPDFPageObj_GetStrokeWidth',
  '_FPDFPageObj_SetStrokeWidth',
  '_FPDFClipPath_CountPaths',
  '_FPDFClipPath_CountPathSegments',
  '_FPDFClipPath_GetPathSegment',
  '_FPDFFormObj_CountObjects',
  '_FPDFFormObj_GetObject',
  '_FPDFPath_CountSegments',
  '_FPDFPath_GetPathSegment',
  '_FPDFPath_GetDrawMode',
  '_FPDFPathSegment_GetPoint',
  '_FPDFPathSegment_GetType',
  '_FPDFPathSegment_GetClose',
  '_FPDFText_LoadPage',
  '_FPDFText_ClosePage',
  '_FPDFText_CountChars',
  '_FPDFText_GetUnicode',
  '_FPDFText_IsGenerated',
  '_FPDFText_HasUnicodeMapError',
  '_FPDFText_GetTextObject',
  '_FPDFText_GetLooseCharBox',
  '_FPDFText_GetCharOrigin',
  '_FPDFText_GetMatrix',
  '_FPDFText_GetFontSize',
  '_FPDFText_GetFontWeight',
  '_FPDFTextObj_GetTextRenderMode',
  '_FPDFTextObj_SetTextRenderMode',
  '_FPDFTextObj_GetFont',
  '_FPDFFont_GetBaseFontName',
] as const;

type PdfiumFunction = (typeof FUNCTIONS)[number];

/** PDFium as WebAssembly: its functions by name and its memory, whose views change when the heap grows. */
export type Pdfium = { readonly [name in PdfiumFunction]: (...args: number[]) => number } & {
  readonly wasmExports: { malloc(bytes: number): number; free(pointer: number): void };
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly HEAPU32: Uint32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
};

/** True for a module that has every function and view this room needs. */
function isPdfium(module: unknown): module is Pdfium {
  if (typeof module !== 'object' || module === null) return false;
  const members: Record<string, unknown> = { ...module };
  return FUNCTIONS.every((name) => typeof members[name] === 'function') && members.HEAPU8 instanceof Uint8Array;
}

let loaded: Promise<Pdfium> | undefined;

/** The heap never shrinks; beyond this many bytes the next document gets a fresh instance. */
const HEAP_LIMIT = 512 * 1024 * 1024;

/** A PDFium instance, shared by the documents of this process. Throws where the installed build lacks a function. */
export async function loadPdfium(): Promise<Pdfium> {
  if (loaded !== undefined && (await loaded).HEAPU8.byteLength > HEAP_LIMIT) loaded = undefined;
  loaded ??= PDFiumLibrary.init().then((library) => {
    // The package keeps the raw module private; Reflect reads it without claiming a type.
    const module: unknown = Reflect.get(library, 'module');
    if (!isPdfium(module)) throw new Error('the installed @hyzyla/pdfium lacks functions that reading needs');
    return withDirectCalls(module);
  });
  return loaded;
}

/**
 * The same module with the functions of the WebAssembly instance itself: the package wraps each in checks that cost as much as a short call, and a page takes
 * thousands of calls. Names of the instance are without the underscore.
 */
function withDirectCalls(module: Pdfium): Pdfium {
  const exported: Record<string, unknown> = { ...module.wasmExports };
  for (const name of FUNCTIONS) {
    const direct = exported[name.slice(1)];
    if (typeof direct === 'function') Reflect.set(module, name, direct);
  }
  return module;
}

/** Forgets the shared instance, after a trap left its memory in an unknown state. */
export function discardPdfium(): void {
  loaded = undefined;
}

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
  '_FPDFPageObj_CountMarks',
  '_FPDFPageObj_GetMark',
  '_FPDFPageObjMark_GetName',
  '_FPDFPageObjMark_GetParamBlobValue',
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

type PdfiumFunctions = { readonly [name in PdfiumFunction]: (...args: number[]) => number };

/** Views on the memory of WebAssembly; they change when the heap grows. */
interface HeapViews {
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly HEAPU32: Uint32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
}

interface Allocator {
  malloc(bytes: number): number;
  free(pointer: number): void;
}

/** PDFium as WebAssembly: its functions by name and its memory. */
export type Pdfium = PdfiumFunctions & HeapViews & { readonly wasmExports: Allocator };

/** True for a module that has every function and view this room needs. */
function isPdfium(module: unknown): module is Pdfium {
  if (typeof module !== 'object' || module === null) return false;
  return FUNCTIONS.every((name) => typeof Reflect.get(module, name) === 'function') && Reflect.get(module, 'HEAPU8') instanceof Uint8Array;
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
    const direct = isPdfium(module) ? directCalls(module) : undefined;
    if (!isPdfium(direct)) throw new Error('the installed @hyzyla/pdfium lacks functions that reading needs');
    return direct;
  });
  return loaded;
}

/**
 * The functions of the WebAssembly instance itself (their names are without the underscore) and the memory of a module. The package wraps each function in
 * checks that cost as much as a short call, and its module has so many members that V8 looks each up in a hash table; a page takes thousands of calls.
 */
function directCalls(module: Pdfium): object {
  const exported: Record<string, unknown> = { ...module.wasmExports };
  const functions: Record<string, unknown> = {};
  for (const name of FUNCTIONS) functions[name] = exported[name.slice(1)];
  const views = viewsOn(module);
  // What is read through a prototype is not looked up by hash.
  return Object.create(functions, {
    wasmExports: { value: module.wasmExports },
    HEAPU8: { get: () => views().HEAPU8 },
    HEAP32: { get: () => views().HEAP32 },
    HEAPU32: { get: () => views().HEAPU32 },
    HEAPF32: { get: () => views().HEAPF32 },
    HEAPF64: { get: () => views().HEAPF64 },
  });
}

/** Gives the views on the memory of a module, which are looked up again only when it has grown: the old ones then have no length. */
function viewsOn(module: HeapViews): () => HeapViews {
  const read = ({ HEAPU8, HEAP32, HEAPU32, HEAPF32, HEAPF64 }: HeapViews): HeapViews => ({ HEAPU8, HEAP32, HEAPU32, HEAPF32, HEAPF64 });
  let views = read(module);
  return () => {
    if (views.HEAPU8.length === 0) views = read(module);
    return views;
  };
}

/** Forgets the shared instance, after a trap left its memory in an unknown state. */
export function discardPdfium(): void {
  loaded = undefined;
}

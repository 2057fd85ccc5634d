import type { PdfEncryption } from './pdfEncryption.js';
import { PdfFile } from './pdfFile.js';

/** One page of a small PDF: its content stream in PDF user space (origin bottom left), and what its dictionary adds. */
export interface PdfPage {
  readonly content: string;
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: 0 | 90 | 180 | 270;
  readonly cropBox?: readonly [number, number, number, number];
  /** Form XObjects by name, drawn in the content with `/NAME Do`; `matrix` is their own. */
  readonly forms?: Readonly<Record<string, { readonly content: string; readonly matrix?: readonly number[] }>>;
  /** Adds a grey picture as /Im0. */
  readonly image?: boolean;
  /** Fonts besides F1 and F2: the entries of a /Font dictionary. */
  readonly fonts?: string;
  /** Entries of its /Properties: what marked content names. */
  readonly properties?: string;
  /** Further entries of the page's dictionary. */
  readonly entries?: string;
}

/** What a small PDF has besides its pages. */
export interface PdfParts {
  readonly trailer?: string;
  readonly encryption?: PdfEncryption;
  /** Further entries of the catalog. */
  readonly catalog?: string;
  /** Adds objects that `fonts`, `entries` and `catalog` refer to; they are numbered from 3 on. */
  readonly objects?: (file: PdfFile) => void;
}

const FONTS =
  '/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /F2 << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H ' +
  '/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>] >>';

/** The bytes of a PDF with these pages; fonts are F1 (Helvetica) and F2 (a Chinese font that is not embedded). */
export function buildPdf(pages: readonly PdfPage[], parts: PdfParts = {}): Uint8Array {
  const file = new PdfFile();
  const catalog = file.add('');
  const tree = file.add('');
  parts.objects?.(file);
  const kids = pages.map((page) => {
    const fonts = `/Font << ${FONTS} ${page.fonts ?? ''} >>`;
    const forms = Object.entries(page.forms ?? {}).map(([name, form]) => {
      const matrix = form.matrix === undefined ? '' : `/Matrix [${form.matrix.join(' ')}]`;
      return `/${name} ${file.stream(`/Type /XObject /Subtype /Form /BBox [-2000 -2000 2000 2000] ${matrix} /Resources << ${fonts} >>`, form.content)} 0 R`;
    });
    if (page.image)
      forms.push(
        `/Im0 ${file.stream('/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', '\x80')} 0 R`,
      );
    const content = file.stream('', page.content);
    const crop = page.cropBox === undefined ? '' : `/CropBox [${page.cropBox.join(' ')}]`;
    return file.add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${page.width ?? 400} ${page.height ?? 300}] ${crop} /Rotate ${page.rotate ?? 0} ` +
        `/Resources << ${fonts} /XObject << ${forms.join(' ')} >> /Properties << ${page.properties ?? ''} >> >> /Contents ${content} 0 R ${page.entries ?? ''} >>`,
    );
  });
  file.set(catalog, `<< /Type /Catalog /Pages ${tree} 0 R ${parts.catalog ?? ''} >>`);
  file.set(tree, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`);
  return file.bytes(catalog, { trailer: parts.trailer ?? '', encryption: parts.encryption });
}

/** Content that writes a text at (x, y) of user space; Chinese text is written in F2. */
export function text(x: number, y: number, written: string, size = 10): string {
  const chinese = /[^\x20-\x7e]/.test(written);
  const shown = chinese
    ? `<${[...written].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`
    : `(${written.replace(/[()\\]/g, '\\$&')})`;
  return `BT ${chinese ? '/F2' : '/F1'} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${shown} Tj ET\n`;
}

/** Content that strokes a line. */
export function line(x0: number, y0: number, x1: number, y1: number, width = 0.5): string {
  return `${width} w ${x0} ${y0} m ${x1} ${y1} l S\n`;
}

/** Content that fills a rectangle with a grey (0 black, 1 white). */
export function fill(x: number, y: number, width: number, height: number, grey = 0): string {
  return `q ${grey} g ${x} ${y} ${width} ${height} re f Q\n`;
}

/** Content that strokes a whole grid with these column and row borders. */
export function grid(xs: readonly number[], ys: readonly number[]): string {
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return xs.map((x) => line(x, y0, x, y1)).join('') + ys.map((y) => line(x0, y, x1, y)).join('');
}

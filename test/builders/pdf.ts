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
}

const FONTS =
  '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /F2 << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H ' +
  '/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>] >> >>';

/** The bytes of a PDF with these pages; fonts are F1 (Helvetica) and F2 (a Chinese font that is not embedded). */
export function buildPdf(pages: readonly PdfPage[], trailer = ''): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (dictionary: string, data: string): number =>
    add(`<< ${dictionary} /Length ${Buffer.byteLength(data, 'latin1')} >>\nstream\n${data}\nendstream`);
  const catalog = add('');
  const tree = add('');
  const kids = pages.map((page) => {
    const forms = Object.entries(page.forms ?? {}).map(([name, form]) => {
      const matrix = form.matrix === undefined ? '' : `/Matrix [${form.matrix.join(' ')}]`;
      return `/${name} ${stream(`/Type /XObject /Subtype /Form /BBox [-2000 -2000 2000 2000] ${matrix} /Resources << ${FONTS} >>`, form.content)} 0 R`;
    });
    if (page.image)
      forms.push(
        `/Im0 ${stream('/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', '\x80')} 0 R`,
      );
    const content = stream('', page.content);
    const crop = page.cropBox === undefined ? '' : `/CropBox [${page.cropBox.join(' ')}]`;
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${page.width ?? 400} ${page.height ?? 300}] ${crop} /Rotate ${page.rotate ?? 0} ` +
        `/Resources << ${FONTS} /XObject << ${forms.join(' ')} >> >> /Contents ${content} 0 R >>`,
    );
  });
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`;
  objects[tree - 1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, i) => {
    const offset = Buffer.byteLength(file, 'latin1');
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = Buffer.byteLength(file, 'latin1');
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root ${catalog} 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
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

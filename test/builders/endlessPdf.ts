import { PdfFile } from './pdfFile.js';

/** A PDF of a kilobyte whose form XObject draws itself twice: reading it takes more memory than any machine has. */
export function endlessPdf(): Uint8Array {
  const file = new PdfFile();
  const catalog = file.add('');
  const tree = file.add('');
  const form = 3;
  file.stream(
    `/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /XObject << /A ${form} 0 R >> >>`,
    '/A Do /A Do 0 0 m 9 9 l S',
  );
  const content = file.stream('', '/A Do');
  const page = file.add(
    `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 400 300] /Resources << /XObject << /A ${form} 0 R >> >> /Contents ${content} 0 R >>`,
  );
  file.set(catalog, `<< /Type /Catalog /Pages ${tree} 0 R >>`);
  file.set(tree, `<< /Type /Pages /Count 1 /Kids [${page} 0 R] >>`);
  return file.bytes(catalog);
}

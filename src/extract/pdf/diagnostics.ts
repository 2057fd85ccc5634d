import type { Diagnostic, Place } from '../../model/index.js';
import type { PageGeometry } from './page/pageGeometry.js';
import { roundBox } from './pageTable.js';
import type { RecognizedPage } from './recognizeTables.js';
import { MOST_RULINGS } from './ruled/mergeRulings.js';
import { MOST_SLOTS } from './ruled/ruledGrid.js';

/** A picture over this share of a page with hardly a character beside it is a scan. */
const SCAN_SHARE = 0.3;
const FEW_CHARACTERS = 30;
/** So many curves without text are letters drawn as outlines. */
const OUTLINES = 200;
/** Over this share of characters without a known meaning a page's text says nothing. */
const UNKNOWN_SHARE = 0.5;

/** A diagnostic of this room. */
export function pdfDiagnostic(code: string, severity: Diagnostic['severity'], place: Place, message: string): Diagnostic {
  return { stage: 'extract', code, severity, place, message };
}

/** What is wrong with a page: no text layer, unmapped or hidden text, a limit. */
export function pageDiagnostics(page: PageGeometry): Diagnostic[] {
  const place: Place = { page: page.number };
  const found: Diagnostic[] = [];
  const add = (code: string, severity: Diagnostic['severity'], message: string, box?: Place['box']): void => {
    found.push(pdfDiagnostic(code, severity, box === undefined ? place : { ...place, box }, message));
  };
  const pictures = page.images.reduce((sum, box) => sum + (box[2] - box[0]) * (box[3] - box[1]), 0) / (page.width * page.height);
  const few = page.glyphs.length < FEW_CHARACTERS;
  const { unmapped, clipped, outsidePage, invisible, cut, halfClipped } = page.losses;
  if (few && pictures > SCAN_SHARE)
    add(
      'needs_ocr',
      'error',
      `page ${page.number} is a picture with ${page.glyphs.length === 0 ? 'no text' : `only ${page.glyphs.length} characters of text`}; recognize its text (OCR) first`,
    );
  else if (page.glyphs.length === 0 && page.curves > OUTLINES)
    add('needs_ocr', 'error', `the text of page ${page.number} is drawn as outlines; recognize its text (OCR) first`);
  else if (unmapped.length > UNKNOWN_SHARE * page.glyphs.length)
    add('needs_ocr', 'error', `the fonts of page ${page.number} do not say which characters they draw; recognize its text (OCR) first`);
  else if (page.glyphs.length === 0) add('blank_page', 'info', `page ${page.number} has no text`);
  if (page.turned)
    add(
      'page_turned',
      'info',
      `the text of page ${page.number} lies on its side; boxes are those of the page turned clockwise by ${page.turned}°`,
    );
  if (page.recognizedText)
    add(
      'recognized_text',
      'warning',
      `the text of page ${page.number} was recognized from a picture (OCR); compare its numbers with the picture`,
    );
  if (page.truncated)
    add('limit_reached', 'error', `page ${page.number} has more characters or paths than the limit; what is beyond it was not read`);
  const first = unmapped[0];
  if (first !== undefined)
    add(
      'unmapped_glyphs',
      'warning',
      `${unmapped.length} characters of page ${page.number} have no known meaning (first “${first.text}”); compare with the page`,
      roundBox(first.box),
    );
  if (cut !== '')
    add('cut_number', 'warning', `the edge of page ${page.number} cuts numbers; “${excerpt(cut)}” beyond it was read with them`);
  if (halfClipped !== '')
    add(
      'cut_number',
      'warning',
      `numbers of page ${page.number} are printed in part; “${excerpt(halfClipped)}” cannot be seen and was not read: compare with the page`,
    );
  if (/\d/.test(clipped)) add('clipped_text', 'info', `clipped and not visible on page ${page.number}: “${excerpt(clipped)}”`);
  if (/\d/.test(outsidePage)) add('text_outside_page', 'info', `outside the visible page ${page.number}: “${excerpt(outsidePage)}”`);
  if (/\d/.test(invisible)) add('invisible_text', 'info', `drawn invisibly on page ${page.number}: “${excerpt(invisible)}”`);
  return found;
}

/** What the limits of table recognition left unread on a page: rules beyond the longest, grids with too many slots. */
export function recognitionLimits(page: number, unread: RecognizedPage['unread']): Diagnostic[] {
  const found = unread.grids.map((box) =>
    pdfDiagnostic(
      'limit_reached',
      'warning',
      { page, box: roundBox(box) },
      `lines on page ${page} cross in more than ${MOST_SLOTS} places and were not read as a table; compare with the page`,
    ),
  );
  if (unread.rulings > 0)
    found.push(
      pdfDiagnostic(
        'limit_reached',
        'warning',
        { page },
        `page ${page} has more than ${MOST_RULINGS} lines in one direction; its ${unread.rulings} shortest were not read as table borders: compare its tables with the page`,
      ),
    );
  return found;
}

/** The first characters of a text. */
function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

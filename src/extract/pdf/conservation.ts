import type { Diagnostic } from '../../model/index.js';
import { pdfDiagnostic } from './diagnostics.js';
import type { Line } from './page/lines.js';
import type { Glyph } from './page/pageGeometry.js';
import { makeRun, makeRuns } from './page/runs.js';
import { type PageTable, roundBox } from './pageTable.js';

/** Numbers of a page (without doubles) that lie in no block or in more than one, as `number_not_placed`. */
export function unplacedNumbers(
  page: number,
  glyphs: readonly Glyph[],
  tables: readonly PageTable[],
  lines: readonly Line[],
): Diagnostic[] {
  // Glyphs are counted by their number on the page, two being as bad as three: this is done for every glyph, and a map costs ten times as much.
  const placed = new Uint8Array(glyphs.reduce((last, glyph) => Math.max(last, glyph.order), -1) + 1);
  const place = (placedGlyphs: readonly Glyph[]): void => {
    for (const { order } of placedGlyphs) placed[order] = placed[order] === 0 ? 1 : 2;
  };
  for (const table of tables) for (const cell of table.runs) for (const run of cell) place(run.glyphs);
  for (const line of lines) place(line.glyphs);
  const lost = glyphs.filter((glyph) => placed[glyph.order] !== 1 && /[\d.,]/.test(glyph.text));
  return makeRuns(lost)
    .filter((run) => run.glyphs.some((glyph) => /\d/.test(glyph.text)))
    .map((run) => {
      const text = run.glyphs.map((glyph) => glyph.text).join('');
      const box = roundBox(makeRun(run.glyphs).box);
      return pdfDiagnostic(
        'number_not_placed',
        'error',
        { page, box },
        `the number “${text}” is in no block or in several; look at the page`,
      );
    });
}

import { rightColumns, sameColumns, someColumns } from './columnMapping.js';
import type { Grid, Piece } from './grid.js';
import { headedColumns, headerStrength } from './headerStrength.js';
import type { HeadLayout } from './headLayout.js';
import type { PrintedTable } from './joinPages.js';
import { lineParts } from './lineParts.js';
import type { PrintedLine } from './printedLines.js';
import { fold } from './printedText.js';
import { repeatedRows } from './repeatedHead.js';
import type { Surroundings } from './surroundings.js';

/** A piece as it lies after the table so far. */
export interface NextPiece {
  piece: Piece;
  layout: HeadLayout;
  over: Surroundings;
  /** What is printed between the table so far and the piece. */
  lines: readonly PrintedLine[];
}

/** A head worded as strongly as this is a head of its own, not a body row. */
const OWN_HEAD = 0.6;
/** A head names at least this share of its columns. */
const HEADED = 0.7;
/** `（续）`, `续表`, `（续上表）` say that a title goes on. */
const CONTINUED = /[（(]?(续表|续上表|接上表|续)\d{0,2}[）)]?/gu;

/**
 * Whether a piece continues the table on the page before: the number of rows at its top that repeat the head (0 where none), or null where it
 * is another table. Evidence: the next page, nothing printed between but the same title, label and organization again, the same columns, no
 * head of its own.
 */
export function continues(open: PrintedTable, next: NextPiece): number | null {
  const last = open.pieces.at(-1)!;
  if (last.page === null || next.piece.page !== last.page + 1) return null;
  const repeated = repeatedRows(open.head, next.piece.grid, next.layout);
  const { title, label, organization } = next.over;
  const named = title !== null || label !== null;
  if (named && !sameNames(open.over, next.over)) return null;
  if (organization !== null && open.over.organization !== null && fold(organization) !== fold(open.over.organization)) return null;
  if (repeated === 0 && opensLike(open, next)) return null;
  const alike = columnsAlike(open, next.piece);
  if (isHeadOnly(open) && repeated === 0 && next.lines.length === 0 && sameWidth(last, next.piece)) return 0;
  if (open.form) {
    if (title !== null) return null;
    const rest = label === null && next.lines.length === 0 && last.edges !== null && next.piece.edges !== null;
    if (rest && rightColumns(last.edges!, next.piece.edges!) && !hasOwnHead(next)) return repeated;
    return alike || (sameWidth(last, next.piece) && (label !== null || !hasOwnHead(next))) ? repeated : null;
  }
  if (named) return repeated > 0 || (alike && !hasOwnHead(next)) ? repeated : null;
  const partly = open.edges !== null && next.piece.edges !== null && someColumns(open.edges, next.piece.edges);
  const news = next.lines.filter(
    (line) => !isEcho(line, next.piece) && !isOverflow(line, last) && !isBeside(line, open, next.piece) && !isBeside(line, open, last),
  );
  if (news.some((line) => !lineParts(line.text).explained)) return null;
  if (news.length > 0) return repeated > 0 && alike ? repeated : null;
  if (repeated > 0) return alike || last.grid.columns === next.piece.grid.columns ? repeated : null;
  return (alike || partly) && !hasOwnHead(next) ? 0 : null;
}

/** Whether a table has no more than header rows at the foot of its page: the rest of its head and its body are printed on the next one. */
export function isHeadOnly({ pieces, layout, grid, form }: PrintedTable): boolean {
  return pieces.length === 1 && !form && layout.headerEnd > layout.headerStart && layout.bodyStart >= grid.rows;
}

/** Whether a line stands beside a piece that has only some of the table's columns, where the others are. */
function isBeside(line: PrintedLine, open: PrintedTable, piece: Piece): boolean {
  if (line.page !== piece.page || line.box === null || piece.box === null || open.edges === null || piece.edges === null) return false;
  const [x0, y0, x1, y1] = line.box;
  const beside = x1 <= piece.edges[0]! + 1 || x0 >= piece.edges.at(-1)! - 1;
  const middle = (y0 + y1) / 2;
  return beside && x0 >= open.edges[0]! && x1 <= open.edges.at(-1)! && middle >= piece.box[1] && middle <= piece.box[3];
}

/** Whether a line at the foot of a piece lies over its lower border, within one column: the last line of a cell that the page's end cuts. */
function isOverflow(line: PrintedLine, piece: Piece): boolean {
  if (line.page !== piece.page || line.box === null || piece.box === null || piece.edges === null) return false;
  const [x0, y0, x1, y1] = line.box;
  if (y0 >= piece.box[3] || y1 <= piece.box[3]) return false;
  return piece.edges.slice(1).some((right, i) => x0 >= piece.edges![i]! - 1 && x1 <= right + 1);
}

/** Whether a line under the table is the beginning of a cell of the next page, clipped at the foot of the page. */
function isEcho(line: PrintedLine, piece: Piece): boolean {
  if (line.page === piece.page) return false;
  const text = fold(line.text);
  return piece.grid.cells.some((cell) => cell.text !== '' && fold(cell.text).includes(text));
}

/** Whether two pieces stand between the same outer borders, whatever the borders between. */
function sameWidth(upper: Piece, lower: Piece): boolean {
  if (upper.edges === null || lower.edges === null) return false;
  return sameColumns([upper.edges[0]!, upper.edges.at(-1)!], [lower.edges[0]!, lower.edges.at(-1)!]);
}

/** Whether title and label over a piece repeat those of the table, `续表` apart; what one of them leaves out does not count. */
function sameNames(open: Surroundings, next: Surroundings): boolean {
  const same = (a: string | null, b: string | null) =>
    a === null || b === null || fold(a).replace(CONTINUED, '') === fold(b).replace(CONTINUED, '');
  const comparable = (open.title !== null && next.title !== null) || (open.label !== null && next.label !== null);
  return comparable && same(open.title, next.title) && same(open.label, next.label);
}

function columnsAlike(open: PrintedTable, piece: Piece): boolean {
  const last = open.pieces.at(-1)!;
  if (piece.edges === null || last.edges === null) return piece.grid.columns === last.grid.columns;
  return sameColumns(last.edges, piece.edges) || (open.edges !== null && sameColumns(open.edges, piece.edges));
}

/** Whether the piece opens with the same first text as the head above without repeating it: a new sheet of the same form. */
function opensLike(open: PrintedTable, next: NextPiece): boolean {
  return open.firstKey !== '' && open.firstKey === firstKey(next.piece.grid, next.layout.headerStart);
}

/** The first printed text of a row, folded. */
export function firstKey(grid: Grid, row: number): string {
  const texts = grid.cells.filter((cell) => cell.r === row && cell.text !== '');
  return fold(texts.sort((a, b) => a.c - b.c)[0]?.text ?? '');
}

/** Whether a piece begins with a head that is not the one above: worded as one, naming its columns, over rows of its own. */
function hasOwnHead(next: NextPiece): boolean {
  const { piece, layout } = next;
  if (layout.columnNumberRow !== null) return true;
  if (layout.bodyStart >= piece.grid.rows) return false;
  return headerStrength(piece.grid, layout) >= OWN_HEAD && headedColumns(piece.grid, layout) >= HEADED;
}

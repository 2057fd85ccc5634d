import type { PublishedRow } from '../model/index.js';
import type { DocumentLinks } from './documentLinks.js';
import { lineAddress } from './lineAddress.js';
import type { EvidenceCell, ReviewItem } from './shards.js';

/** Cells shown of one item: a sum over a page of rows is read in the table itself. */
const MOST_CELLS = 40;

/** What a reviewer must look at in a document: what is in quarantine, then the checks that fail, with the printed cells. */
export function reviewItems(links: DocumentLinks, document: number): ReviewItem[] {
  const { quarantine, failed, sidesByCheck } = links;
  const held = quarantine.map((row): ReviewItem => {
    const nothing = { left: null, right: null, difference: null, tolerance: null };
    return {
      what: 'quarantine',
      reason: row.reason_code,
      document,
      message: row.detail,
      ...nothing,
      cells: [quarantinedCell(row)],
      more: 0,
    };
  });
  const failing = failed.map(({ check_id, rule, message, left, right, difference, tolerance }): ReviewItem => {
    const sides = [...(sidesByCheck.get(check_id) ?? [])].sort(bySideAndPlace);
    const cells = sides.map(({ line, side }) => lineCell(line, side));
    const shown = cells.slice(0, MOST_CELLS);
    return {
      what: 'check',
      reason: rule,
      document,
      message,
      left,
      right,
      difference,
      tolerance,
      cells: shown,
      more: cells.length - shown.length,
    };
  });
  return [...held, ...failing];
}

type Sided = { line: PublishedRow<'lines'>; side: 'left' | 'right' };

/** The left side first, then as printed. */
function bySideAndPlace(a: Sided, b: Sided): number {
  const [first, second] = [lineAddress(a.line.line_id), lineAddress(b.line.line_id)];
  return Number(a.side === 'right') - Number(b.side === 'right') || first.table - second.table || first.r - second.r || first.c - second.c;
}

function quarantinedCell(row: PublishedRow<'quarantine'>): EvidenceCell {
  const table = row.table_id === null ? undefined : /-t(\d+)$/.exec(row.table_id)?.[1];
  const { id, printed, r, c, page, box } = row;
  const unknown = { amount: null, proof: null, side: null, row: '', column: '' };
  return { target: id, printed, ...unknown, table: table === undefined ? null : Number(table), r, c, page, box };
}

function lineCell(line: PublishedRow<'lines'>, side: 'left' | 'right'): EvidenceCell {
  const { line_id, printed, amount, proof, row_path, column_path, r, c, page, box } = line;
  const { table } = lineAddress(line_id);
  return {
    target: line_id,
    printed,
    amount,
    proof,
    side,
    row: row_path.join(' / '),
    column: column_path.join(' / '),
    table,
    r,
    c,
    page,
    box,
  };
}

/** The pages of a document that a reviewer must see: those with an item of the queue, or with an amount that a check contradicts. */
export function pagesToReview({ lines }: DocumentLinks, items: readonly ReviewItem[]): Set<number> {
  const pages = new Set(items.flatMap(({ cells }) => cells.flatMap(({ page }) => page ?? [])));
  for (const { proof, page } of lines) if (page !== null && (proof === 'contradicted' || proof === 'disputed')) pages.add(page);
  return pages;
}

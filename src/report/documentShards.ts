import type { PublishedRow } from '../model/index.js';
import { type DocumentLinks, isMoney } from './documentLinks.js';
import type { CheckEntry, DocumentShard, LineEntry, PageSize, ReviewItem, TableEntry, TableShard, TablesShard } from './shards.js';

/** Characters after which a shard of tables is full. */
const FULL = 300_000;

/** The shards of one document: the document, and its tables in shards of bounded size. */
export function documentShards(
  links: DocumentLinks,
  items: readonly ReviewItem[],
  images: ReadonlyMap<number, PageSize>,
): { document: DocumentShard; tables: TablesShard[] } {
  const { document, tables, diagnostics, captures } = links;
  const shards: TablesShard[] = [];
  let size = FULL;
  const entries = tables.map((table): TableEntry => {
    const shard = tableShard(table, links);
    const length = JSON.stringify(shard).length;
    if (size > 0 && size + length > FULL) {
      shards.push({});
      size = 0;
    }
    size += length;
    shards.at(-1)![table.index] = shard;
    return tableEntry(table, links, items, shards.length - 1);
  });
  const pages = [...new Set([...tables.flatMap((table) => table.pages), ...images.keys()])].sort((a, b) => a - b);
  return {
    document: {
      mediaType: document.media_type,
      bytes: document.bytes,
      sources: captures.map(({ url, fetched_at }) => ({ url, fetchedAt: fetched_at })),
      pages: pages.map((page) => ({ page, image: images.get(page) ?? null })),
      tables: entries,
      diagnostics: diagnostics.map(({ document_id, url, ...rest }) => rest),
    },
    tables: shards,
  };
}

function tableEntry(table: PublishedRow<'tables'>, links: DocumentLinks, items: readonly ReviewItem[], shard: number): TableEntry {
  const { index, title, label, kind, pages, unit, empty, note, evidence, status } = table;
  const proofs: TableEntry['proofs'] = {};
  for (const line of links.linesByTable.get(table.table_id) ?? []) if (isMoney(line)) proofs[line.proof] = (proofs[line.proof] ?? 0) + 1;
  const review = items.filter(({ cells }) => cells.some((cell) => cell.table === index)).length;
  return { index, title, label, kind, pages, unit, empty, note, evidence, status, shard, proofs, review };
}

function tableShard(table: PublishedRow<'tables'>, links: DocumentLinks): TableShard {
  const checks: CheckEntry[] = [];
  const known = new Map<string, number>();
  const indexOf = (check: PublishedRow<'checks'>): number => {
    const found = known.get(check.check_id);
    if (found !== undefined) return found;
    const { rule, outcome, message, difference } = check;
    known.set(check.check_id, checks.length);
    return checks.push({ rule, outcome, message, difference }) - 1;
  };
  const cells = links.cellsByTable.get(table.table_id) ?? [];
  return {
    cells: cells.map(({ r, c, rs, cs, text, role, page, box }) => [r, c, rs, cs, text, role, page, box]),
    lines: (links.linesByTable.get(table.table_id) ?? []).map((line) => lineEntry(line, links, indexOf)),
    checks,
    quarantine: links.quarantine
      .filter(({ table_id }) => table_id === table.table_id)
      .map(({ id, r, c, printed, reason_code, detail, decision }) => ({ id, r, c, printed, reason_code, detail, decision })),
  };
}

function lineEntry(line: PublishedRow<'lines'>, links: DocumentLinks, indexOf: (check: PublishedRow<'checks'>) => number): LineEntry {
  const { r, c, amount, proof, year, phase, quantity, comparison, value_unit: unit, unit_place: unitPlace } = line;
  return {
    ...{ r, c, amount, proof, year, phase, quantity, comparison, unit, unitPlace },
    row: line.row_path.join(' / '),
    column: line.column_path.join(' / '),
    codes: (links.codesByLine.get(line.line_id) ?? []).map(({ classification, code, official_name, agreement }) => [
      classification,
      code,
      official_name,
      agreement,
    ]),
    checks: (links.checksByLine.get(line.line_id) ?? []).filter(({ outcome }) => outcome !== 'not_applicable').map(indexOf),
  };
}

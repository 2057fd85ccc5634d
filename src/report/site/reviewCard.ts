import type { DocumentEntry, DocumentShard, EvidenceCell, ReviewItem } from '../shards.js';
import { decisionForm } from './decisionForm.js';
import { type Child, facts, h } from './dom.js';
import { proofLabel, proofSign } from './labels.js';
import { table } from './listPages.js';
import { exactly } from './money.js';
import { pageImage } from './pageView.js';
import { shard } from './shardLoader.js';
import { links, type Site } from './site.js';
import { t } from './words.js';

type Boxed = EvidenceCell & { box: NonNullable<EvidenceCell['box']> };
/** Points around the cells that a cut-out shows. */
const MARGIN = 24;
/** Cells of an item that are listed at once. */
const SHOWN = 8;
/** Characters of a message that are shown at once. */
const LONG = 220;

/** An item of the review queue: what is wrong, the printed cells, a cut-out of the page, and the decision. */
export async function reviewCard(item: ReviewItem, { data, decisions }: Site): Promise<HTMLElement> {
  const entry = data.documents[item.document];
  const organization = entry?.organization == null ? undefined : data.organizations[entry.organization];
  const yuan = (amount: string | null) => (amount === null ? null : `${exactly(amount)} ${t('yuan')}`);
  const targets = item.cells.map(({ target, printed, row, column }) => ({
    target,
    printed,
    label: [printed, row, column].filter((part) => part !== '').join(' · '),
  }));
  return h(
    'article',
    { class: 'card' },
    h('h2', {}, h('span', { class: `tag ${item.what}` }, t(`what_${item.what}`)), ' ', h('code', {}, item.reason)),
    message(item.message),
    h(
      'p',
      { class: 'over' },
      organization === undefined ? null : [h('a', { href: links.organization(organization.id) }, organization.name), ' · '],
      entry === undefined ? null : h('a', { href: links.document(entry) }, entry.title),
    ),
    facts([
      [t('left'), yuan(item.left)],
      [t('right'), yuan(item.right)],
      [t('difference'), yuan(item.difference)],
      [t('tolerance'), yuan(item.tolerance)],
    ]),
    entry === undefined ? null : await cutOuts(entry, item.cells),
    entry === undefined || item.cells.length === 0 ? null : evidence(entry, item),
    targets.length === 0 ? null : h('details', {}, h('summary', {}, t('decide')), decisionForm(targets, decisions)),
  );
}

/** A message; a long one is opened when it is wanted. */
function message(text: string): HTMLElement {
  if (text.length <= LONG) return h('p', {}, text);
  return h('details', { class: 'message' }, h('summary', {}, `${text.slice(0, LONG)}…`), h('p', {}, text));
}

function evidence(entry: DocumentEntry, { cells, more }: ReviewItem): Child {
  const header = [t('side'), t('printed'), t('inYuan'), t('row'), t('column'), t('proof'), t('source')];
  const rows = cells.map(({ side, printed, amount, row, column, proof, table: at, r, c, page }) => [
    side === null ? '' : t(`side_${side}`),
    h('span', { class: 'printed' }, printed),
    amount === null ? '' : exactly(amount),
    row,
    column,
    proof === null ? '' : h('span', { class: `proof ${proof}` }, `${proofSign(proof)} ${proofLabel(proof)}`),
    source(entry, at, r, c, page),
  ]);
  const rest =
    rows.length <= SHOWN
      ? null
      : h('details', {}, h('summary', {}, t('moreCells', String(rows.length - SHOWN))), table(header, rows.slice(SHOWN), [1, 2]));
  return [table(header, rows.slice(0, SHOWN), [1, 2]), rest, more === 0 ? null : h('p', {}, t('moreCells', String(more)))];
}

function source(entry: DocumentEntry, at: number | null, r: number | null, c: number | null, page: number | null): Child {
  const text = [page === null ? '' : t('page', String(page)), at === null ? '' : `${t('table')} ${at + 1}`]
    .filter((part) => part !== '')
    .join(' · ');
  if (at === null) return text;
  return h('a', { href: r === null || c === null ? links.table(entry, at) : links.cell(entry, at, r, c) }, text);
}

/** The part of each page that the cells are on, with the cells marked; nothing where there is no picture. */
async function cutOuts(entry: DocumentEntry, cells: readonly EvidenceCell[]): Promise<Child> {
  const boxed = cells.filter((cell): cell is Boxed => cell.box !== null && cell.page !== null);
  if (boxed.length === 0) return null;
  const { pages } = await shard<DocumentShard>(`documents/${entry.id.slice(0, 16)}`);
  return pages.flatMap(({ page, image }) => {
    const own = boxed.filter((cell) => cell.page === page);
    if (own.length === 0 || image === null) return [];
    const top = Math.max(0, Math.min(...own.map(({ box }) => box[1])) - MARGIN);
    const bottom = Math.min(image.height, Math.max(...own.map(({ box }) => box[3])) + MARGIN);
    const sheet = h('div', { class: 'sheet' }, pageImage(entry, page, image));
    for (const {
      box: [x0, y0, x1, y1],
    } of own) {
      const mark = h('div', { class: 'box evidence', 'aria-hidden': 'true' });
      Object.assign(mark.style, {
        left: `${(x0 / image.width) * 100}%`,
        top: `${(y0 / image.height) * 100}%`,
        width: `${((x1 - x0) / image.width) * 100}%`,
        height: `${((y1 - y0) / image.height) * 100}%`,
      });
      sheet.append(mark);
    }
    // Margins in hundredths are of the width, as the height of the picture is.
    sheet.style.marginTop = `${(-top / image.width) * 100}%`;
    const frame = h('div', { class: 'cut-out' }, sheet);
    frame.style.aspectRatio = `${image.width} / ${Math.max(bottom - top, MARGIN)}`;
    return [h('figure', { class: 'page' }, h('figcaption', {}, t('pageImage', String(page))), frame)];
  });
}

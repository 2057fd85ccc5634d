import type { Cell, DocumentEntry, DocumentShard, PageSize, TableEntry, TableShard } from '../shards.js';
import type { CellChoice } from './cellChoice.js';
import { cellProofs } from './cellProof.js';
import { h } from './dom.js';
import type { ProofLike } from './labels.js';
import { t } from './words.js';

type Placed = Cell & { 6: number; 7: NonNullable<Cell[7]> };

/** The pages that a table is printed on, with a box over each cell. A box that is pointed at or pressed is its cell in the grid, and the other way round. */
export function pageView(
  entry: DocumentEntry,
  document: DocumentShard,
  about: TableEntry,
  data: TableShard,
  choice: CellChoice,
): HTMLElement | null {
  if (document.pages.length === 0) return h('p', { class: 'help' }, t('noPages'));
  const proofs = cellProofs(data);
  const placed = data.cells.filter((cell): cell is Placed => cell[6] !== null && cell[7] !== null);
  const boxes = new Map<string, HTMLElement>();
  const pages = document.pages.filter(({ page }) => about.pages.includes(page));
  const figures = pages.map(({ page, image }) => {
    const caption = h('figcaption', {}, t('pageImage', String(page)));
    if (image === null) return h('figure', { class: 'page' }, caption, h('p', { class: 'help' }, t('noImage')));
    const picture = pageImage(entry, page, image);
    const sheet = h('div', { class: 'sheet' }, picture);
    for (const cell of placed.filter((one) => one[6] === page)) {
      const box = cellBox(cell, image, proofs.get(`${cell[0]} ${cell[1]}`));
      boxes.set(`${cell[0]} ${cell[1]}`, box);
      sheet.append(box);
    }
    return h('figure', { class: 'page' }, caption, sheet);
  });
  const view = h('div', { class: 'pages', tabindex: '0', role: 'group', 'aria-label': t('source') }, figures);
  const at = (event: Event): readonly [number, number] | null => {
    const box = event.target instanceof Element ? event.target.closest('.box') : null;
    return box === null ? null : [Number(box.getAttribute('data-r')), Number(box.getAttribute('data-c'))];
  };
  view.addEventListener('pointerover', (event) => choice.point(at(event)));
  view.addEventListener('pointerleave', () => choice.point(null));
  view.addEventListener('click', (event) => {
    const cell = at(event);
    if (cell !== null) choice.choose(cell[0], cell[1]);
  });
  choice.onPoint((r, c, on) => boxes.get(`${r} ${c}`)?.classList.toggle('pointed', on));
  choice.onChoose((r, c, on) => {
    const box = boxes.get(`${r} ${c}`);
    box?.classList.toggle('chosen', on);
    if (on && box !== undefined) scrollWithin(view, box);
  });
  return view;
}

/** The picture of a page. */
export function pageImage({ id }: DocumentEntry, page: number, { width, height }: PageSize): HTMLImageElement {
  return h('img', {
    src: `pages/${id.slice(0, 16)}/${page}.png`,
    alt: t('pageImage', String(page)),
    width: Math.round(width),
    height: Math.round(height),
    loading: 'lazy',
  });
}

/** A box in hundredths of the page. It is for the pointer only: the cell in the grid is for the keyboard. */
function cellBox([r, c, , , text, , , box]: Placed, { width, height }: PageSize, proof: ProofLike | undefined): HTMLElement {
  const [x0, y0, x1, y1] = box;
  const element = h('div', {
    class: `box${proof === undefined ? '' : ` ${proof}`}`,
    'aria-hidden': 'true',
    title: text,
    'data-r': r,
    'data-c': c,
  });
  element.style.left = `${(x0 / width) * 100}%`;
  element.style.top = `${(y0 / height) * 100}%`;
  element.style.width = `${((x1 - x0) / width) * 100}%`;
  element.style.height = `${((y1 - y0) / height) * 100}%`;
  return element;
}

/** Scrolls a frame, and nothing around it, until an element in it is seen. */
function scrollWithin(frame: HTMLElement, element: HTMLElement): void {
  const outer = frame.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  if (inner.top < outer.top || inner.bottom > outer.bottom) frame.scrollTop += inner.top - outer.top - outer.height / 3;
  if (inner.left < outer.left || inner.right > outer.right) frame.scrollLeft += inner.left - outer.left - outer.width / 3;
}

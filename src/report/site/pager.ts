import { type Child, fill, h } from './dom.js';
import { t } from './words.js';

/** A list shown a page at a time, so that a thousand entries cost no more than fifty. `show` draws the entries of a page, at once or later. */
export function paged<T>(
  items: readonly T[],
  perPage: number,
  show: (items: readonly T[], start: number) => Child | Promise<Child>,
): HTMLElement {
  const body = h('div', { class: 'paged' });
  const bar = h('nav', { class: 'pager', 'aria-label': t('pages') });
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  let turn = 0;
  const go = async (page: number, byHand: boolean): Promise<void> => {
    turn += 1;
    const own = turn;
    const content = await show(items.slice(page * perPage, (page + 1) * perPage), page * perPage);
    if (own !== turn) return;
    fill(body, content);
    if (pages > 1) fill(bar, ...controls(page));
    if (byHand) body.scrollIntoView({ block: 'nearest' });
  };
  const button = (label: string, target: number, off: boolean) =>
    h('button', { type: 'button', disabled: off, click: () => void go(target, true) }, label);
  const controls = (page: number) => [
    button(`‹ ${t('previous')}`, page - 1, page === 0),
    h('span', { role: 'status' }, t('pageOf', String(page + 1), String(pages), items.length.toLocaleString('en-US'))),
    button(`${t('next')} ›`, page + 1, page === pages - 1),
  ];
  void go(0, false);
  return h('div', {}, body, pages > 1 ? bar : null);
}

import type { Cell, TableEntry, TableShard } from '../shards.js';
import type { CellChoice } from './cellChoice.js';
import { cellProofs } from './cellProof.js';
import { h, spoken } from './dom.js';
import { type ProofLike, proofLabel, proofSign } from './labels.js';
import { t } from './words.js';

/** Rows drawn at first: a longer table would hold up the page. */
const FIRST_ROWS = 400;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The printed grid of a table. Cells with an amount are buttons; arrow keys go from one to the next. */
export function gridView(
  about: TableEntry,
  data: TableShard,
  choice: CellChoice,
  isDecided: (r: number, c: number) => boolean,
): HTMLElement {
  const proofs = cellProofs(data);
  const buttons = new Map<string, HTMLButtonElement>();
  const places = new Map<string, HTMLTableCellElement>();
  const body = h('tbody');
  const rows = byRow(data.cells);
  const addRows = (from: number, to: number) => {
    for (const row of rows.slice(from, to)) {
      const cells = row.map((cell) => {
        const [element, button] = cellElement(cell, proofs.get(`${cell[0]} ${cell[1]}`), isDecided(cell[0], cell[1]));
        places.set(`${cell[0]} ${cell[1]}`, element);
        if (button !== null) buttons.set(`${cell[0]} ${cell[1]}`, button);
        return element;
      });
      body.append(h('tr', {}, cells));
    }
  };
  addRows(0, FIRST_ROWS);
  const first = buttons.values().next().value;
  if (first !== undefined) first.tabIndex = 0;
  const more = h(
    'button',
    {
      type: 'button',
      click: () => {
        addRows(FIRST_ROWS, rows.length);
        more.remove();
      },
    },
    t('gridTooLarge', String(rows.length)),
  );
  const table = h('table', { class: 'grid', 'aria-label': about.title ?? t('table') }, body);
  const at = (event: Event) => (event.target instanceof Element ? addressOf(event.target.closest('td')) : null);
  table.addEventListener('pointerover', (event) => choice.point(at(event)));
  table.addEventListener('pointerleave', () => choice.point(null));
  table.addEventListener('focusin', (event) => choose(at(event)));
  table.addEventListener('keydown', (event) => {
    const arrow = ARROWS[event.key];
    const from = at(event);
    if (arrow === undefined || from === null) return;
    const target = neighbour([...buttons.keys()], from, arrow);
    event.preventDefault();
    if (target !== null) buttons.get(target)?.focus();
  });
  const choose = (cell: readonly [number, number] | null) => {
    if (cell !== null) choice.choose(cell[0], cell[1]);
  };
  choice.onPoint((r, c, on) => places.get(`${r} ${c}`)?.classList.toggle('pointed', on));
  choice.onChoose((r, c, on) => {
    if (on && !places.has(`${r} ${c}`) && more.isConnected) more.click();
    const button = buttons.get(`${r} ${c}`);
    places.get(`${r} ${c}`)?.classList.toggle('chosen', on);
    if (!on || button === undefined) return;
    for (const one of buttons.values()) one.tabIndex = -1;
    button.tabIndex = 0;
    button.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  const long = rows.length > FIRST_ROWS;
  return h('div', { class: 'scroll grid-frame' }, table, long ? more : null);
}

/** Cells by row, from left to right. */
function byRow(cells: readonly Cell[]): Cell[][] {
  const rows: Cell[][] = [];
  for (const cell of cells) {
    const [r] = cell;
    while (rows.length <= r) rows.push([]);
    rows[r]?.push(cell);
  }
  return rows.map((row) => row.sort((a, b) => a[1] - b[1]));
}

function cellElement(
  [r, c, rs, cs, text, role]: Cell,
  proof: ProofLike | undefined,
  decided: boolean,
): [HTMLTableCellElement, HTMLButtonElement | null] {
  const header = role === 'header' || role === 'column_number' || role === 'meta';
  const number = proof !== undefined || role === 'amount' || role === 'quantity' || role === 'percent';
  const classes = [header ? 'header' : role, number ? 'number' : '', proof === undefined ? '' : `mark ${proof}`]
    .filter((name) => name !== '')
    .join(' ');
  const attributes = { class: classes, rowspan: rs > 1 ? rs : null, colspan: cs > 1 ? cs : null, 'data-r': r, 'data-c': c };
  if (proof === undefined) return [h('td', attributes, text), null];
  const sign = h('span', { class: 'sign', 'aria-hidden': 'true' }, proofSign(proof));
  const hand = decided ? h('span', { class: 'corrected', title: t('publishedDecision') }, '✎') : null;
  const button = h('button', { type: 'button', tabindex: '-1' }, sign, hand, text, spoken(` ${proofLabel(proof)}`));
  return [h('td', attributes, button), button];
}

function addressOf(cell: Element | null): readonly [number, number] | null {
  const r = cell?.getAttribute('data-r');
  const c = cell?.getAttribute('data-c');
  return r == null || c == null ? null : [Number(r), Number(c)];
}

/** The nearest cell in a direction: first along it, then beside it. */
function neighbour(keys: readonly string[], [r, c]: readonly [number, number], [down, right]: readonly [number, number]): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const key of keys) {
    const [row = 0, column = 0] = key.split(' ').map(Number);
    const along = (row - r) * down + (column - c) * right;
    const beside = Math.abs((row - r) * right) + Math.abs((column - c) * down);
    const distance = along + beside * 50;
    if (along <= 0 || distance >= least) continue;
    least = distance;
    best = key;
  }
  return best;
}

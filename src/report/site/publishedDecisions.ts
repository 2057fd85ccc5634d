import type { SiteShard } from '../shards.js';
import { h } from './dom.js';
import { table } from './listPages.js';
import { money } from './moneyText.js';
import { t } from './words.js';

/** Reviewers’ decisions that the dataset has applied or could not apply, beside what was printed. */
export function correctionsTable(corrections: SiteShard['corrections']): HTMLElement {
  const header = [t('printed'), t('amountRead'), t('decision'), t('rightAmount'), t('why'), t('author'), t('date'), t('status')];
  const rows = corrections.map(({ printed, amount_read, decision, amount, reason, author, date, status }) => [
    h('span', { class: 'printed' }, printed),
    amount_read === null ? '' : money(amount_read),
    t(`decision_${decision}`),
    amount === null ? '' : money(amount),
    reason,
    author,
    date,
    status,
  ]);
  return table(header, rows, [1, 3]);
}

import { h } from './dom.js';
import { exactly, shown } from './money.js';
import { settings } from './settings.js';
import { t } from './words.js';

/** An amount in the unit of the reader; exact yuan when pointed at. */
export function money(yuan: string): HTMLElement {
  return h('span', { class: 'money', title: `${exactly(yuan)} ${t('yuan')}` }, shown(yuan, settings.unit));
}

/** The unit of the amounts of a page, to be stated beside them. */
export function unitNote(): string {
  return `${t('unit')}: ${t(settings.unit)}`;
}

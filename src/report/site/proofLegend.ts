import { h } from './dom.js';
import { PROOF_ORDER, proofLabel, proofSign } from './labels.js';
import { t } from './words.js';

/** What the signs and colours of cells mean. */
export function legend(): HTMLElement {
  return h(
    'ul',
    { class: 'legend', 'aria-label': t('legend') },
    PROOF_ORDER.map((proof) => h('li', { class: `mark ${proof}` }, `${proofSign(proof)} ${proofLabel(proof)}`)),
  );
}

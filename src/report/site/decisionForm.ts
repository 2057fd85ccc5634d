import type { Correction } from '../../model/published/corrections.js';
import type { Decisions } from './decisions.js';
import { fill, h } from './dom.js';
import { exactly, plainDecimal } from './money.js';
import { t } from './words.js';

const DECISIONS = ['accept', 'correct', 'reject'] as const satisfies readonly Correction['decision'][];

/** A day as ISO 8601, where the reviewer is. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What a reviewer says of a printed cell: kept in the browser until it is exported. Of several cells one is chosen. */
export function decisionForm(targets: readonly { target: string; printed: string; label?: string }[], decisions: Decisions): HTMLElement {
  const which = h(
    'select',
    { required: true },
    targets.map(({ target, printed, label }) => h('option', { value: target }, label ?? printed)),
  );
  const what = h(
    'select',
    { required: true },
    DECISIONS.map((decision) => h('option', { value: decision }, t(`decision_${decision}`))),
  );
  const amount = h('input', { inputmode: 'decimal', autocomplete: 'off', class: 'number' });
  const reason = h('input', { required: true, autocomplete: 'off' });
  const author = h('input', { required: true, autocomplete: 'name' });
  author.value = decisions.author();
  const problem = h('p', { class: 'problem', role: 'alert' });
  const standing = h('p', { role: 'status' });
  const amountField = field(t('rightAmount'), amount);
  const chosen = () => targets.find(({ target }) => target === which.value) ?? targets[0];
  const draw = () => {
    amountField.hidden = what.value !== 'correct';
    const target = chosen();
    const known = target === undefined ? undefined : decisions.of(target.target);
    fill(
      standing,
      known === undefined || target === undefined
        ? null
        : [stated(known, decisions.isDraft(target.target)), decisions.isDraft(target.target) ? remove(target.target) : null],
    );
  };
  const remove = (target: string) =>
    h(
      'button',
      {
        type: 'button',
        click: () => {
          decisions.remove(target);
          changed();
        },
      },
      t('remove'),
    );
  const changed = () => {
    draw();
    document.dispatchEvent(new Event('fiscus-decisions'));
  };
  const save = (event: Event) => {
    event.preventDefault();
    const target = chosen();
    const decision = DECISIONS.find((one) => one === what.value);
    if (target === undefined || decision === undefined) return;
    const right = decision === 'correct' ? plainDecimal(amount.value) : null;
    const missing =
      decision === 'correct' && right === null
        ? t('needAmount')
        : reason.value.trim() === '' || author.value.trim() === ''
          ? t('needText')
          : '';
    fill(problem, missing);
    if (missing !== '') return;
    const { target: target_id, printed } = target;
    const kept = decisions.put({
      target_id,
      printed,
      decision,
      amount: right,
      reason: reason.value.trim(),
      author: author.value.trim(),
      date: today(),
    });
    changed();
    if (!kept) fill(problem, t('notKept'));
  };
  which.addEventListener('change', draw);
  what.addEventListener('change', draw);
  draw();
  return h(
    'form',
    { class: 'decision', novalidate: true, submit: save },
    targets.length > 1 ? field(t('whichCell'), which) : null,
    field(t('decision'), what),
    amountField,
    field(t('why'), reason),
    field(t('author'), author),
    h('button', { type: 'submit' }, t('save')),
    problem,
    standing,
  );
}

function field(label: string, input: HTMLElement): HTMLElement {
  return h('label', {}, h('span', {}, label), input);
}

/** A decision in words. */
export function stated({ decision, amount, reason, author, date }: Correction, draft: boolean): string {
  const right = amount === null ? '' : ` ${exactly(amount)} ${t('yuan')}`;
  return `${t(draft ? 'savedDraft' : 'publishedDecision')}: ${t(`decision_${decision}`)}${right} — ${reason} (${author}, ${date}) `;
}

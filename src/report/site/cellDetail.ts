import type { CheckEntry, DocumentEntry, LineEntry, TableEntry, TableShard } from '../shards.js';
import type { CellChoice } from './cellChoice.js';
import { decisionForm, stated } from './decisionForm.js';
import type { Decisions } from './decisions.js';
import { type Child, facts, fill, h } from './dom.js';
import { classificationLabel, periodLabel, proofLabel, proofSign } from './labels.js';
import { exactly } from './money.js';
import { t } from './words.js';

/** What the chosen cell means, what proves it, and what a reviewer says of it. */
export function cellDetail(
  entry: DocumentEntry,
  about: TableEntry,
  data: TableShard,
  choice: CellChoice,
  decisions: Decisions,
): HTMLElement {
  const panel = h(
    'section',
    { class: 'detail', 'aria-live': 'polite', 'aria-label': t('evidence') },
    h('p', { class: 'help' }, t('selectCell')),
  );
  choice.onChoose((r, c, on) => {
    if (!on) return;
    const line = data.lines.find((one) => one.r === r && one.c === c);
    const held = data.quarantine.find((one) => one.r === r && one.c === c);
    const text = data.cells.find((cell) => cell[0] === r && cell[1] === c)?.[4] ?? '';
    const target = held?.id ?? (line === undefined ? null : `${entry.id.slice(0, 16)}-t${about.index}-r${r}-c${c}`);
    const printed = held?.printed ?? text;
    const decision = target === null ? undefined : decisions.of(target);
    fill(
      panel,
      h('h3', {}, h('span', { class: 'printed' }, printed === '' ? '—' : printed)),
      decision === undefined || target === null ? null : h('p', { class: 'standing' }, stated(decision, decisions.isDraft(target))),
      line === undefined ? null : lineFacts(line),
      held === undefined
        ? null
        : facts([
            [t('inQuarantine'), held.reason_code],
            [t('reason'), held.detail],
            [t('decision'), held.decision],
          ]),
      line === undefined ? null : checkList(line.checks.flatMap((index) => data.checks[index] ?? [])),
      target === null ? null : h('details', {}, h('summary', {}, t('decide')), decisionForm([{ target, printed }], decisions)),
    );
  });
  return panel;
}

function lineFacts(line: LineEntry): HTMLElement {
  const codes = line.codes.map(([classification, code, name, agreement]) =>
    h('div', {}, `${classificationLabel(`${classification}_code`)}: `, h('code', {}, code ?? '—'), ` ${name ?? ''} (${agreement})`),
  );
  const period = line.year === null || line.phase === null ? null : periodLabel({ year: line.year, phase: line.phase });
  return facts([
    [t('inYuan'), line.amount === null ? null : exactly(line.amount)],
    [t('proof'), h('span', { class: `proof ${line.proof}` }, `${proofSign(line.proof)} ${proofLabel(line.proof)}`)],
    [t('year'), period],
    [t('unit'), line.unit === null ? null : `${line.unit}${line.unitPlace === null ? '' : ` (${line.unitPlace})`}`],
    [t('row'), line.row],
    [t('column'), line.column],
    [t('codes'), codes.length === 0 ? null : codes],
  ]);
}

const OUTCOME_SIGN: Readonly<Record<CheckEntry['outcome'], string>> = { holds: '✓', within_rounding: '✓', fails: '✗', not_applicable: '·' };

function checkList(checks: readonly CheckEntry[]): Child {
  if (checks.length === 0) return null;
  const sorted = [...checks].sort((a, b) => Number(b.outcome === 'fails') - Number(a.outcome === 'fails'));
  const items = sorted.map(({ rule, outcome, message, difference }) =>
    h(
      'li',
      { class: outcome === 'fails' ? 'fails' : null },
      h('span', { class: `proof ${outcome === 'fails' ? 'contradicted' : 'proved'}` }, `${OUTCOME_SIGN[outcome]} ${outcome}`),
      ` ${message} `,
      difference === null || difference === '0' ? null : `(${t('difference')} ${exactly(difference)} ${t('yuan')}) `,
      h('code', {}, rule),
    ),
  );
  return [h('h4', {}, `${t('checks')} (${checks.length})`), h('ul', { class: 'checks' }, items)];
}

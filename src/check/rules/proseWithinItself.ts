import type { Statement } from '../../model/index.js';
import { type Cell, evaluate, type Identity } from '../identity.js';
import { amountCell, changeCell, type StatementTree, statementAnchor, statementPlace, statementTree } from '../prose.js';
import type { Rule } from '../rule.js';

/** Parts that together are always the whole of what they are part of; other lists (其中 ...) may name only some parts. */
const COMPLETE: readonly (readonly string[])[] = [
  ['basic_expenditure', 'project_expenditure'],
  ['personnel', 'public_operating'],
  ['abroad', 'vehicles', 'reception'],
  ['vehicle_purchase', 'vehicle_operation'],
];

/** Subjects that state revenue and expenditure in one amount: each side that is named is the same amount, not a part. */
const BOTH_SIDES: ReadonlySet<string> = new Set(['total_revenue_and_expenditure', 'appropriation_total']);
const ONE_SIDE: ReadonlySet<string> = new Set(['total_revenue', 'total_expenditure', 'appropriation_revenue', 'appropriation_expenditure']);

/** The parts of an amount sum to it, and the changes of the parts to its change. */
export const proseWithinItself: Rule = {
  id: 'prose_within_itself',
  title: 'The parts that a sentence lists sum to what it says they are part of',
  scope: 'document',
  *find(index) {
    for (const disclosure of index.disclosures) {
      const tree = statementTree(disclosure);
      for (const [ordinal, listed] of tree.partsOf) {
        const whole = tree.byOrdinal.get(ordinal);
        if (!whole) continue;
        const both = whole.subject_code !== null && BOTH_SIDES.has(whole.subject_code);
        const same = both ? listed.filter((part) => part.subject_code !== null && ONE_SIDE.has(part.subject_code)) : [];
        for (const part of same) {
          for (const equal of sides(tree, this.id, whole, [part], amountCell, 'amount')) {
            yield { ...equal, anchor: `${equal.anchor}-s${part.ordinal}` };
          }
        }
        // Of a part stated as budget and as account, the phase of the whole counts.
        const parts = listed.filter(
          (part) => !same.includes(part) && (part.phase === null || whole.phase === null || part.phase === whole.phase),
        );
        yield* sides(tree, this.id, whole, parts, amountCell, 'amount');
        yield* sides(tree, this.id, whole, parts, changeCell, 'change');
      }
    }
  },
};

/**
 * The identities of a whole and its parts, in amounts or in changes; `at_most` where the list may be incomplete. Changes of some parts need not add up. Where a sentence
 * lists parts and the items below it list them again another way, the items alone may be the whole.
 */
function sides(
  tree: StatementTree,
  rule: string,
  whole: Statement,
  parts: readonly Statement[],
  cellOf: (statement: Statement) => Cell | null,
  what: 'amount' | 'change',
): Identity[] {
  const left = cellOf(whole);
  const stated = parts.filter((part) => cellOf(part) !== null);
  const right = stated.flatMap((part) => cellOf(part) ?? []);
  if (!left || right.length === 0) return [];
  const codes = new Set(stated.map((part) => part.subject_code));
  const complete = COMPLETE.some((group) => group.every((code) => codes.has(code)) && stated.length === group.length);
  const identity: Identity = {
    rule,
    anchor: what === 'amount' ? statementAnchor(whole) : `${statementAnchor(whole)}-change`,
    disclosureId: tree.disclosure.facts.disclosure_id,
    documentId: whole.document_id,
    place: statementPlace(whole),
    left: [left],
    right,
    relation: 'equal',
    message: messageOf(left, right),
  };
  if (complete) return [identity];
  // Nothing is made of something: such parts belong to another sentence.
  if (left.amount.isZero() && right.some((cell) => !cell.amount.isZero())) return [];
  const { outcome, difference } = evaluate(identity);
  if (outcome !== 'fails') return [identity];
  const runs = runsOf(identity);
  if (runs.length > 0 || what === 'change') return runs;
  const items = stated.flatMap((part) => (part.block === whole.block ? [] : (cellOf(part) ?? [])));
  const listed: Identity = { ...identity, right: items, message: messageOf(left, items) };
  if (items.length > 1 && items.length < right.length && evaluate(listed).outcome !== 'fails') return [listed];
  if (difference.isNegative()) return [identity];
  return [
    {
      ...identity,
      left: right,
      right: [left],
      relation: 'at_most',
      message: `${right.map((cell) => cell.label).join(' + ')} ≤ ${left.label}`,
    },
  ];
}

/** A whole and its parts in words. */
function messageOf(whole: Cell | undefined, parts: readonly Cell[]): string {
  return `${whole?.label} = ${parts.map((part) => part.label).join(' + ')}`;
}

/**
 * The parts cut into runs that each add up to the whole: a text may split an amount by what pays for it and then by class, or say it for revenue and then for expenditure, and
 * go on with what is no part. A run of one part that is not zero counts only where all parts are used up by such runs. None where the parts do not add up anywhere.
 */
function runsOf(identity: Identity): Identity[] {
  const { runs, rest } = cutIntoRuns(identity, 1);
  const isUsedUp = rest.every((cell) => cell.amount.isZero());
  const cells = isUsedUp && runs.length > 1 ? runs : cutIntoRuns(identity, 2).runs;
  return cells.map((run, i) => ({
    ...identity,
    anchor: i === 0 ? identity.anchor : `${identity.anchor}-${i}`,
    right: run,
    message: messageOf(identity.left[0], run),
  }));
}

/** The parts in order, cut wherever those since the last cut add up to the whole and at least so many of them are not zero. */
function cutIntoRuns(identity: Identity, least: number): { runs: Cell[][]; rest: Cell[] } {
  const runs: Cell[][] = [];
  let rest: Cell[] = [];
  for (const cell of identity.right) {
    rest.push(cell);
    const isEnough = rest.filter((part) => !part.amount.isZero()).length >= least;
    if (!isEnough || evaluate({ ...identity, right: rest }).outcome === 'fails') continue;
    runs.push(rest);
    rest = [];
  }
  return { runs, rest };
}

import type { Codebook } from '../codebook/index.js';
import {
  type CheckResult,
  type CheckRow,
  type Diagnostic,
  type Disclosure,
  hashId,
  type LineCheck,
  toDecimalText,
} from '../model/index.js';
import { indexDisclosures } from './disclosureIndex.js';
import { checkRow, type Evaluated, evaluate, type Identity } from './identity.js';
import { incompleteLists } from './incompleteLists.js';
import { proofsOf } from './proof.js';
import { describeRepair, proposeRepairs } from './repair.js';
import type { Assertion, Rule } from './rule.js';

/** Runs rules over documents: what they found, evaluated once each, with the lines they cover and a diagnostic for each that fails. */
export function runRules(rules: readonly Rule[], disclosures: readonly Disclosure[], codebook: Codebook): CheckResult {
  const index = indexDisclosures(disclosures, codebook);
  const identities = distinct(rules.flatMap((rule) => [...rule.find(index)]));
  const evaluated = identities.map(evaluate);
  const repairs = proposeRepairs(evaluated);
  const ids = new CheckIds();
  const checks: CheckRow[] = [];
  const lineChecks: LineCheck[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const check of evaluated) {
    const id = ids.next(`${check.rule}:${check.anchor}`);
    checks.push(checkRow(check, id));
    lineChecks.push(...lineChecksOf(check, id));
    const repair = repairs.get(check);
    if (check.outcome === 'fails') diagnostics.push(failure(check, repair ? describeRepair(index, repair) : null));
  }
  diagnostics.push(...incompleteLists(index, evaluated));
  for (const assertion of rules.flatMap((rule) => [...(rule.assertions?.(index) ?? [])])) {
    checks.push(assertionRow(assertion, ids.next(`${assertion.rule}:${assertion.anchor}`)));
    if (!assertion.holds) diagnostics.push(warning(assertion, assertion.message));
  }
  return { checks, line_checks: lineChecks, proofs: proofsOf(evaluated, index.lineById.keys()), diagnostics };
}

/** Identities without those that relate the same cells as an earlier one. */
function distinct(identities: readonly Identity[]): Identity[] {
  const seen = new Set<string>();
  return identities.filter((identity) => {
    const sides = [identity.left, identity.right].map((side) =>
      side.map((cell) => `${cell.negative ? '-' : '+'}${cell.line?.line_id ?? `${identity.anchor}:${cell.label}`}`).sort(),
    );
    const key = hashId(identity.relation, ...sides.map((side) => side.join(' ')).sort());
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Gives each check a stable id; a rule that relates one line several times numbers them. */
class CheckIds {
  private readonly used = new Map<string, number>();
  next(base: string): string {
    const count = (this.used.get(base) ?? 0) + 1;
    this.used.set(base, count);
    return count === 1 ? base : `${base}~${count}`;
  }
}

function lineChecksOf(check: Evaluated, checkId: string): LineCheck[] {
  const rows = new Map<string, LineCheck>();
  for (const role of ['left', 'right'] as const) {
    for (const cell of check[role]) {
      if (cell.line) rows.set(`${cell.line.line_id}|${role}`, { line_id: cell.line.line_id, check_id: checkId, role });
    }
  }
  return [...rows.values()];
}

function assertionRow(assertion: Assertion, checkId: string): CheckRow {
  return {
    check_id: checkId,
    rule: assertion.rule,
    disclosure_id: assertion.disclosureId,
    document_id: assertion.documentId,
    outcome: assertion.holds ? 'holds' : 'fails',
    left: null,
    right: null,
    difference: null,
    tolerance: null,
    cells: assertion.cells,
    message: assertion.message,
  };
}

/** Characters of a message at most; what a person should do comes before the long lists. */
const MESSAGE = 2000;
/** Characters of the sum itself, which may name hundreds of rows. */
const SUM = 500;
const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** The diagnostic of an identity that fails: `<rule>_fails`, with the one other reading that mends it where there is one. */
function failure(check: Evaluated, repair: string | null): Diagnostic {
  const side = (cells: Evaluated['left']) => cells.map((cell) => `${cell.negative ? '− ' : ''}${cell.label}`).join('; ');
  const advice = repair ?? 'Compare both with the document; it may contradict itself.';
  const found = `${cut(check.message, SUM)}: ${toDecimalText(check.leftSum)} against ${toDecimalText(check.rightSum)} yuan, ${toDecimalText(check.difference)} apart, more than rounding explains (${toDecimalText(check.tolerance)}).`;
  return warning(check, cut(`${found} ${advice} Left: ${side(check.left)}. Right: ${side(check.right)}.`, MESSAGE));
}

function warning(of: { rule: string; place: Diagnostic['place'] }, message: string): Diagnostic {
  return { stage: 'check', code: `${of.rule}_fails`, severity: 'warning', place: of.place, message };
}

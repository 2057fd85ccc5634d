import type { Disclosure, Line } from '../model/index.js';
import { membershipOf, namesOf, unitNamesOf } from './departments.js';

/** Tables whose total row is all money of who publishes them. */
const WHOLE: ReadonlySet<Line['kind']> = new Set(['revenue_expenditure_summary', 'revenue_summary', 'expenditure_summary']);

/** Whether a column holds the whole money of a row: of several with the same facets (总计, 本年收入 小计) the total is meant. */
function isWholeColumn(line: Line): boolean {
  const single = line.funding !== 'all' || line.part !== 'all';
  return single
    ? line.column_role === 'leaf' || line.column_role === 'total'
    : line.kind === 'revenue_expenditure_summary' || line.column_role === 'total';
}

/** Whether a line states money that a department and its units print alike: no change, no code, no part of a row. */
function isPlain(line: Line): boolean {
  if (line.comparison !== 'none' || line.quantity !== 'money' || line.year === null || line.phase === null) return false;
  return line.row_role !== 'of_which' && line.row_role !== 'balance';
}

/** The amount of money that a line states, whoever's it is; null where it is no total. */
function statedBy(line: Line): string | null {
  const when = `${line.year}|${line.phase}|${line.funding}`;
  if (line.kind === 'three_public_expenses') return line.three_public_item && `${when}|${line.three_public_item}`;
  if (!WHOLE.has(line.kind) || line.flow === null || line.flow === 'both' || !isWholeColumn(line)) return null;
  const source = line.funding_source === line.funding ? null : line.funding_source;
  return `${when}|${line.flow}|${line.part}|${source ?? ''}`;
}

/** Adds lines by what they state, keeping the first of each. */
function firstByStatement(lines: readonly Line[]): Map<string, Line> {
  const found = new Map<string, Line>();
  for (const line of lines) {
    const key = isPlain(line) ? statedBy(line) : null;
    if (key !== null && !found.has(key)) found.set(key, line);
  }
  return found;
}

/** The totals that documents print of the organization that publishes them (their rows name no unit, or the publisher itself), by what they state. */
export function ownTotals(disclosures: readonly Disclosure[]): Map<string, Line> {
  const totals = disclosures.flatMap(({ facts, lines }) => {
    const mine = lines.filter(({ scope }) => scope === 'department_total' || scope === facts.scope);
    return mine.filter((line) => line.row_role === 'total' || line.kind === 'three_public_expenses');
  });
  return firstByStatement(totals);
}

/** The rows of units in a department's documents: for each unit its names and totals, by what they state. */
export function unitTotals(disclosures: readonly Disclosure[]): { names: readonly string[]; totals: Map<string, Line> }[] {
  const rows = new Map<string, Line[]>();
  for (const { facts, lines } of disclosures) {
    if (facts.scope !== 'department_total') continue;
    for (const line of lines) {
      if (line.breakdown !== 'unit' || !isPlain(line)) continue;
      const key = unitNamesOf(line).at(-1);
      if (key !== undefined) rows.set(key, [...(rows.get(key) ?? []), line]);
    }
  }
  return [...rows.values()].map((lines) => ({ names: [...new Set(lines.flatMap(unitNamesOf))], totals: firstByStatement(lines) }));
}

/** Disclosures by who publishes them, with what says which belong together. */
export function byOrganization(disclosures: readonly Disclosure[]): Map<string, Disclosure[]> {
  const found = new Map<string, Disclosure[]>();
  for (const one of disclosures) found.set(one.facts.organization_id, [...(found.get(one.facts.organization_id) ?? []), one]);
  return found;
}

/** Every name of an organization over its documents. */
export const namesOfAll = (disclosures: readonly Disclosure[]) => new Set(disclosures.flatMap(({ facts }) => namesOf(facts)));
export const membershipsOf = (disclosures: readonly Disclosure[]) => disclosures.map(membershipOf);

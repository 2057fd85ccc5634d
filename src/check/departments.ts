import type { Disclosure, DocumentFacts, Line } from '../model/index.js';

/** What says that organizations belong together: what a publisher is called, and the units whose money it lists. */
export interface Membership {
  organization_id: string;
  names: readonly string[];
  units: readonly string[];
}

/** A department (部门) and the budget units (单位) that publish for themselves, as organization ids. */
export interface Department {
  department: string;
  units: readonly string[];
}

/** Units of one document that are kept at most; no department has more. */
const MOST_UNITS = 500;
/** A department's own money, apart from its units': 某局（本级）, 某局机关. */
const OWN = /\((?:本级|机关|本部|机关本级)\)$/;

/** A name of an organization as it is compared: without blanks, brackets in one form. */
function plainName(name: string): string {
  return name
    .replace(/\s+/g, '')
    .replace(/[（〔【]/g, '(')
    .replace(/[）〕】]/g, ')');
}

/** The code of a unit with the division it is a code of: unit codes are only unique within one division's finance department. */
function codeName(code: string, division: string | null): string {
  return `${division ?? ''}-${code}`;
}

/** What an organization is called: its name and its code, in the form in which units are named. */
export function namesOf(facts: DocumentFacts): string[] {
  const names = facts.organization === null ? [] : [plainName(facts.organization)];
  return facts.organization_code === null ? names : [...names, codeName(facts.organization_code, facts.division_code)];
}

/** The unit that a line is about, in every form in which that unit may call itself; a department's own row is 某局(本级). */
export function unitNamesOf(line: Line): string[] {
  if (line.scope === 'department_total') return [];
  const names = line.unit_code === null ? [] : [codeName(line.unit_code, line.division_code)];
  if (line.unit_name === null) return names;
  const name = plainName(line.unit_name);
  return line.scope === 'own' && !OWN.test(name) ? [...names, `${name}(本级)`] : [...names, name];
}

/** What one document says about who publishes it and whose money it lists. */
export function membershipOf({ facts, lines }: Disclosure): Membership {
  const listed = facts.scope === 'department_total' ? lines.flatMap(unitNamesOf) : [];
  return {
    organization_id: facts.organization_id,
    names: namesOf(facts),
    units: [...new Set(listed)].sort().slice(0, MOST_UNITS),
  };
}

/**
 * The departments of which units publish for themselves: a unit is an organization that the department's tables list by name or code, or that is called as
 * the department with （本级） behind. In the order of ids, each unit once.
 */
export function departmentsOf(members: readonly Membership[]): Department[] {
  const byName = new Map<string, Set<string>>();
  for (const { organization_id, names } of members) {
    for (const name of names) byName.set(name, (byName.get(name) ?? new Set()).add(organization_id));
  }
  const units = new Map<string, Set<string>>();
  for (const member of members) {
    const own = member.names.map((name) => `${name}(本级)`);
    for (const id of [...member.units, ...own].flatMap((name) => [...(byName.get(name) ?? [])])) {
      if (id !== member.organization_id) units.set(member.organization_id, (units.get(member.organization_id) ?? new Set()).add(id));
    }
  }
  return [...units].sort(([a], [b]) => (a < b ? -1 : 1)).map(([department, of]) => ({ department, units: [...of].sort() }));
}

import type { Membership } from '../check/index.js';
import { type CheckResult, type Disclosure, hashId } from '../model/index.js';

type Named = Pick<Membership, 'organization_id' | 'names'>;

/** Whether an organization goes by its printed code: its code is one of its names. */
const isCoded = ({ organization_id, names }: Named) => names.includes(organization_id);

/**
 * The ids under which organizations go that some of their documents print without a code: id by name -> id by code. An 附件1 of prose prints the name, the tables
 * of 附件2 its code too; both are one publication. Only a name that goes with one code in the source is joined to it.
 */
export function joinedIds(members: readonly Named[]): Map<string, string> {
  const codes = new Map<string, Set<string>>();
  for (const { organization_id, names } of members.filter(isCoded))
    for (const name of names) if (name !== organization_id) codes.set(name, (codes.get(name) ?? new Set()).add(organization_id));
  const joined = new Map<string, string>();
  for (const member of members) {
    if (isCoded(member)) continue;
    const [only, ...others] = new Set(member.names.flatMap((name) => [...(codes.get(name) ?? [])]));
    if (only !== undefined && others.length === 0) joined.set(member.organization_id, only);
  }
  return joined;
}

/** A disclosure under another id of its organization; the id of its publication follows. The disclosure itself where `id` is undefined. */
export function underOrganization(disclosure: Disclosure, id: string | undefined): Disclosure {
  const { facts } = disclosure;
  if (id === undefined || id === facts.organization_id) return disclosure;
  const identity = { organization_id: id, disclosure_id: hashId(id, facts.year, facts.phase, facts.scope) };
  return { ...disclosure, facts: { ...facts, ...identity }, lines: disclosure.lines.map((line) => ({ ...line, ...identity })) };
}

/** Disclosures and their checks with every organization under the id that `ids` joins it to. */
export function joinOrganizations(
  disclosures: readonly Disclosure[],
  checks: readonly CheckResult[],
  ids: ReadonlyMap<string, string>,
): { disclosures: Disclosure[]; checks: CheckResult[] } {
  const joined = disclosures.map((disclosure) => underOrganization(disclosure, ids.get(disclosure.facts.organization_id)));
  const publications = new Map(disclosures.map(({ facts }, at) => [facts.disclosure_id, joined[at]?.facts.disclosure_id ?? '']));
  const renamed = checks.map((check) => ({
    ...check,
    checks: check.checks.map((row) => ({ ...row, disclosure_id: publications.get(row.disclosure_id) ?? row.disclosure_id })),
  }));
  return { disclosures: joined, checks: renamed };
}

import { z } from 'zod';
import { readDataFile } from './dataFiles.js';
import { type CodeEntry, inForce, optionalYear } from './entry.js';
import { nameKey } from './names.js';

/**
 * What a person decided about a printed pair: `confirm` it is a name known (a version known from memory becomes `observed`); `alias` another spelling of
 * the name in force; `version` a name or code that the lists did not have, from `valid_from` (blank: the first year seen) to `valid_to` (blank: still);
 * `refuse` an error of the documents, or no name of a code.
 */
export const zDecision = z.enum(['confirm', 'alias', 'version', 'refuse']);
export type Decision = z.infer<typeof zDecision>;

/** A code and a name that documents print together, by how many independent documents and in which years, with a person's decision. */
export const zObservedRow = z.object({
  classification: z.enum(['functional', 'economic_department', 'economic_government', 'revenue', 'procurement']),
  code: z.string().min(1),
  name: z.string().min(1),
  documents: z.coerce.number().int().positive(),
  first_year: optionalYear,
  last_year: optionalYear,
  decision: z.union([zDecision, z.literal('')]),
  valid_from: optionalYear,
  valid_to: optionalYear,
});
export type ObservedRow = z.infer<typeof zObservedRow>;

/** The pairs that were accepted or refused, of all lists. */
export function readObserved(): ObservedRow[] {
  return readDataFile('observed.csv', zObservedRow);
}

/** What a row says of the documents that print it. */
const seenIn = (row: ObservedRow) => ({ documents: row.documents, seen_from: row.first_year, seen_to: row.last_year });

/** Level and parent of a code: pairs of digits below a class of three. Catalogues of procurement number otherwise, and their old edition is a sample. */
function positionOf({ classification, code }: ObservedRow): Pick<CodeEntry, 'level' | 'parent'> {
  if (classification === 'procurement') return { level: null, parent: null };
  return { level: Math.floor(code.length / 2), parent: code.length > 3 ? code.slice(0, -2) : null };
}

/** Adds a name of a code; the version that was in force until then ends. */
function addVersion(versions: CodeEntry[], row: ObservedRow): void {
  const from = row.valid_from ?? row.first_year;
  if (from === null) throw new Error(`codebook/data/observed.csv: ${row.code} ${row.name} needs valid_from`);
  for (const entry of versions)
    if (entry.valid_from < from && (entry.valid_to === null || entry.valid_to >= from)) entry.valid_to = from - 1;
  versions.push({
    classification: row.classification,
    code: row.code,
    name: row.name,
    ...positionOf(row),
    valid_from: from,
    valid_to: row.valid_to,
    successor: [],
    aliases: [],
    budget: versions.at(-1)?.budget ?? null,
    provenance: 'observed',
    confidence: 'high',
    ...seenIn(row),
  });
  versions.sort((a, b) => a.valid_from - b.valid_from);
}

/** Adds a decided pair to the versions of its code, which are in order of time. */
function apply(versions: CodeEntry[], row: ObservedRow): void {
  if (row.decision === 'version') addVersion(versions, row);
  if (row.decision === 'alias') {
    const current = versions.findLast((entry) => inForce(entry, row.last_year));
    if (!current)
      throw new Error(`codebook/data/observed.csv: ${row.code} has no name in ${row.last_year} that ${row.name} could be an alias of`);
    current.aliases = [...current.aliases, row.name];
  }
  if (row.decision !== 'confirm') return;
  const same = versions.filter((entry) => nameKey(entry.name) === nameKey(row.name));
  const seen = same.find((entry) => inForce(entry, row.last_year)) ?? same.at(-1);
  if (!seen) throw new Error(`codebook/data/observed.csv: ${row.code} is not named ${row.name} in any year; it cannot be confirmed`);
  if (seen.provenance === 'memory') Object.assign(seen, { provenance: 'observed', confidence: 'high' });
  Object.assign(seen, seenIn(row));
}

/** A list with what documents were seen to print: confirmed versions, further spellings, new names and codes. Throws where a decision cannot be carried out. */
export function withObserved(entries: readonly CodeEntry[], rows: readonly ObservedRow[]): CodeEntry[] {
  const byCode = new Map<string, CodeEntry[]>();
  for (const entry of entries) byCode.set(entry.code, [...(byCode.get(entry.code) ?? []), { ...entry }]);
  // Versions first: a spelling belongs to the version in force when it was printed.
  const versionsFirst = [...rows].sort((a, b) => Number(isVersion(b)) - Number(isVersion(a)));
  for (const row of versionsFirst) {
    const versions = byCode.get(row.code) ?? [];
    byCode.set(row.code, versions);
    apply(versions, row);
  }
  return [...byCode].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, versions]) => versions);
}

const isVersion = (row: ObservedRow) => row.decision === 'version';

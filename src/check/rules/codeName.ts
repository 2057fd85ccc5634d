import type { LineCode } from '../../model/index.js';
import type { DisclosureIndex } from '../disclosureIndex.js';
import type { Assertion, Rule } from '../rule.js';

/** Each printed code carries the name that the codebook of its year gives it; a conflict is one failing check a code and name. */
export const codeName: Rule = {
  id: 'code_name',
  title: 'Printed codes carry their official names',
  scope: 'document',
  *find() {},
  *assertions(index): Iterable<Assertion> {
    for (const disclosure of index.disclosures) {
      const seen = new Set<string>();
      const unnamed = listsWithoutNames(index, disclosure.line_codes);
      for (const code of disclosure.line_codes) {
        if (code.origin !== 'printed' || code.code === null || code.name_printed === null) continue;
        if (!['agrees', 'other_year', 'conflict'].includes(code.agreement)) continue;
        const line = index.lineById.get(code.line_id);
        if (line && unnamed.has(`${line.table_id}|${code.classification}`)) continue;
        const key = `${code.classification}|${code.code}|${code.name_printed}`;
        if (!line || seen.has(key)) continue;
        seen.add(key);
        const holds = code.agreement !== 'conflict';
        yield {
          rule: this.id,
          anchor: `${line.line_id}-${code.classification}`,
          disclosureId: line.disclosure_id,
          documentId: line.document_id,
          place: index.place(line),
          holds,
          cells: 1,
          message: holds
            ? `${code.classification} ${code.code} is printed as ${code.name_printed}${code.agreement === 'other_year' ? ' (its name of another year)' : ''}`
            : `${code.classification} ${code.code} is printed as ${code.name_printed} but the codebook has ${code.official_name ?? 'no such code'}; look which of the two is meant`,
        };
      }
    }
  },
};

/** The lists of tables that print one code beside several names that are not its own: rows of projects or units, whose labels are no names of codes. */
function listsWithoutNames(index: DisclosureIndex, codes: readonly LineCode[]): Set<string> {
  const names = new Map<string, Set<string>>();
  for (const code of codes) {
    const table = index.lineById.get(code.line_id)?.table_id;
    if (table === undefined || code.agreement !== 'conflict' || code.name_printed === null) continue;
    const key = `${table}|${code.classification}|${code.code}`;
    names.set(key, (names.get(key) ?? new Set()).add(code.name_printed));
  }
  return new Set([...names].filter(([, printed]) => printed.size > 1).map(([key]) => key.split('|').slice(0, 2).join('|')));
}

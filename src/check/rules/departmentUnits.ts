import type { Disclosure, Line } from '../../model/index.js';
import { departmentsOf } from '../departments.js';
import { byOrganization, membershipsOf, namesOfAll, ownTotals, unitTotals } from '../departmentTotals.js';
import { type DisclosureIndex, labelOf, whereIs } from '../disclosureIndex.js';
import type { Identity } from '../identity.js';
import { lineIdentity, type Rule } from '../rule.js';

/** A department's documents, and for each of its units that publish the documents of that unit. */
interface Family {
  department: readonly Disclosure[];
  units: readonly (readonly Disclosure[])[];
}

/** Places that a message names at most; `line_checks` has all. */
const PLACES = 4;

/** Where a line stands among several documents, in words: `document 0123456789abcdef, table 2, row 5, column 1`. */
const inDocument = (index: DisclosureIndex, line: Line) => `document ${line.document_id.slice(0, 16)}, ${whereIs(index, line)}`;

/** Where the lines of units stand, in words. */
function placesOf(index: DisclosureIndex, parts: readonly Line[]): string {
  const places = parts.slice(0, PLACES).map((part) => inDocument(index, part));
  return [...places, ...(parts.length > PLACES ? [`${parts.length - PLACES} more`] : [])].join('; ');
}

function familiesOf(index: DisclosureIndex): Family[] {
  const organizations = byOrganization(index.disclosures);
  const documents = (id: string) => organizations.get(id) ?? [];
  return departmentsOf(membershipsOf(index.disclosures)).map(({ department, units }) => ({
    department: documents(department),
    units: units.map(documents),
  }));
}

/** What a unit publishes of itself is what its row in the department's tables says. */
export const unitInDepartment: Rule = {
  id: 'unit_in_department',
  title: 'The totals that a unit (单位) publishes are those of its row in the tables of its department (部门)',
  scope: 'department',
  *find(index): Iterable<Identity> {
    for (const { department, units } of familiesOf(index)) {
      const rows = unitTotals(department);
      for (const unit of units) {
        const names = namesOfAll(unit);
        const row = rows.find((one) => one.names.some((name) => names.has(name)));
        if (row === undefined) continue;
        for (const [stated, own] of ownTotals(unit)) {
          const listed = row.totals.get(stated);
          if (listed)
            yield lineIdentity(
              index,
              this.id,
              own,
              [index.cell(listed)],
              `${labelOf(own)} = ${labelOf(listed)} of the department (${inDocument(index, listed)})`,
            );
        }
      }
    }
  },
};

/** Money of the budget itself, which no unit passes on to another: units sum up to the department exactly. Other money may be counted in two units (上级补助收入). */
const BUDGET: ReadonlySet<Line['funding']> = new Set(['appropriation', 'general', 'fund', 'state_capital']);

/** Where every unit of a department publishes, the units together are the department. */
export const unitsMakeDepartment: Rule = {
  id: 'units_make_department',
  title:
    'The totals and “三公” expenses of all units (单位), the department’s own money (本级) among them, make up those of the department (部门)',
  scope: 'department',
  *find(index): Iterable<Identity> {
    for (const { department, units } of familiesOf(index)) {
      const rows = unitTotals(department).filter(({ totals }) => totals.size > 0);
      const published = units.map((unit) => ({ names: namesOfAll(unit), totals: ownTotals(unit) }));
      const listed = rows.map((row) => published.find(({ names }) => row.names.some((name) => names.has(name))));
      if (listed.length < 2 || listed.includes(undefined) || new Set(listed).size < listed.length) continue;
      for (const [stated, whole] of ownTotals(department)) {
        const parts = listed.flatMap((unit) => unit?.totals.get(stated) ?? []);
        if (parts.length < listed.length) continue;
        const exact = whole.three_public_item !== null || BUDGET.has(whole.funding);
        yield lineIdentity(
          index,
          this.id,
          whole,
          parts.map((part) => index.cell(part)),
          `${labelOf(whole)} ${exact ? '=' : '≤'} sum of ${parts.length} units that publish (${placesOf(index, parts)})`,
          exact ? 'equal' : 'at_most',
        );
      }
    }
  },
};

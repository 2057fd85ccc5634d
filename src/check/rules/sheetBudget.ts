import type { Disclosure, Project } from '../../model/index.js';
import type { DisclosureIndex } from '../disclosureIndex.js';
import type { Assertion, Rule } from '../rule.js';

/** Sheets with a budget from which one without is remarkable. */
const USUAL = 3;

/** The project sheets of a document, one a project. */
const sheetsOf = ({ projects }: Disclosure): Project[] => projects.filter((project) => project.sheet === 'project');

/** The tables of a document that are sheets with labels beside their amounts. */
function formTables({ tables, grids }: Disclosure): Set<string> {
  return new Set(tables.flatMap(({ table_id }, i) => (grids[i]?.form ? [table_id] : [])));
}

/** What every sheet states: which project states it, of which it is asked, and whether only in forms; lists print it in columns, or not at all. */
const STATED: readonly {
  what: string;
  isIn: (project: Project) => boolean;
  isAsked: (project: Project) => boolean;
  isForm: boolean;
}[] = [
  { what: 'budget', isIn: ({ budget }) => budget !== null, isAsked: () => true, isForm: false },
  {
    what: 'source of the budget',
    isIn: ({ fiscal_funds, other_funds }) => fiscal_funds !== null || other_funds !== null,
    isAsked: ({ budget }) => budget !== null && budget !== '0',
    isForm: true,
  },
];

/** Every project sheet says what the project costs, and from which money, where the others do: an amount that is missing was not read. */
export const sheetBudget: Rule = {
  id: 'sheet_budget',
  title: 'Every project sheet states a budget and its source, where nearly all sheets of the document do',
  scope: 'document',
  *find() {},
  *assertions(index: DisclosureIndex): Iterable<Assertion> {
    for (const disclosure of index.disclosures) {
      for (const { what, isIn, isAsked, isForm } of STATED) {
        const forms = formTables(disclosure);
        const sheets = sheetsOf(disclosure).filter((project) => isAsked(project) && (!isForm || forms.has(project.table_id)));
        const without = sheets.filter((project) => !isIn(project));
        const stated = sheets.length - without.length;
        if (stated < USUAL || without.length * USUAL > stated) continue;
        const [first] = without;
        const page = first?.page ?? null;
        yield {
          rule: 'sheet_budget',
          anchor: disclosure.facts.document_id.slice(0, 16),
          disclosureId: disclosure.facts.disclosure_id,
          documentId: disclosure.facts.document_id,
          place: { document: disclosure.facts.document_id, ...(page === null ? {} : { page }) },
          holds: without.length === 0,
          cells: sheets.length,
          message:
            without.length === 0
              ? `${stated} project sheets state a ${what}`
              : `no ${what} was found in the sheets of ${without.map(({ name }) => name).join(', ')}; look at them`,
        };
      }
    }
  },
};

import type { Disclosure, Project } from '../../model/index.js';
import type { DisclosureIndex } from '../disclosureIndex.js';
import type { Assertion, Rule } from '../rule.js';

/** Sheets with a budget from which one without is remarkable. */
const USUAL = 3;

/** The project sheets of a document, one a project. */
const sheetsOf = ({ projects }: Disclosure): Project[] => projects.filter((project) => project.sheet === 'project');

/** Every project sheet says what the project costs where the others do: an amount that is missing was not read. */
export const sheetBudget: Rule = {
  id: 'sheet_budget',
  title: 'Every project sheet states a budget, where nearly all sheets of the document do',
  scope: 'document',
  *find() {},
  *assertions(index: DisclosureIndex): Iterable<Assertion> {
    for (const disclosure of index.disclosures) {
      const sheets = sheetsOf(disclosure);
      const without = sheets.filter((project) => project.budget === null);
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
            ? `${stated} project sheets state a budget`
            : `no budget was found in the sheets of ${without.map(({ name }) => name).join(', ')}; look at them`,
      };
    }
  },
};

import { nameKey } from '../../codebook/index.js';
import type { Line } from '../../model/index.js';
import { groupLines, labelOf } from '../disclosureIndex.js';
import { lineIdentity, type Rule } from '../rule.js';

/** The budget of a project's sheet is its amount in the list of projects of the same document, found by the project's name. */
export const projectInList: Rule = {
  id: 'project_in_list',
  title: 'The budget of a project sheet is the amount of the project in the list of projects',
  scope: 'document',
  *find(index) {
    for (const disclosure of index.disclosures) {
      const listed = groupLines(disclosure.lines.filter(isListed), (line) => nameKey(line.row_path.at(-1) ?? '') || null);
      const byName = new Map(listed.map((lines) => [nameKey(lines[0]?.row_path.at(-1) ?? ''), lines]));
      const sheets = disclosure.projects.filter((project) => project.sheet === 'project');
      const named = new Map<string, number>();
      for (const { name } of sheets) named.set(nameKey(name), (named.get(nameKey(name)) ?? 0) + 1);
      for (const project of sheets) {
        const key = nameKey(project.name);
        const budget = project.budget_line_id === null ? undefined : index.lineById.get(project.budget_line_id);
        const lines = byName.get(key) ?? [];
        const [line] = lines;
        // Several rows of one name, or several sheets, are several projects that the name cannot tell apart.
        const isUnclear = lines.length > 1 || (named.get(key) ?? 0) > 1;
        if (!budget || !line || isUnclear || budget.table_id === line.table_id || budget.year !== line.year) continue;
        if (/实施期|项目总额/.test(labelOf(budget))) continue;
        yield lineIdentity(index, this.id, budget, [index.cell(line)], `${project.name}: ${labelOf(budget)} = ${labelOf(line)}`);
      }
    }
  },
};

/** The total of a row in a list of projects. */
function isListed(line: Line): boolean {
  return (
    line.kind === 'project_expenditure' &&
    line.row_role === 'leaf' &&
    line.comparison === 'none' &&
    line.quantity === 'money' &&
    line.amount !== null &&
    line.funding === 'all' &&
    line.part === 'project' &&
    line.column_role !== 'of_which'
  );
}

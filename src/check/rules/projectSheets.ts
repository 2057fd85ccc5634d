import type { Line } from '../../model/index.js';
import { labelOf } from '../disclosureIndex.js';
import { lineIdentity, type Rule } from '../rule.js';

/**
 * The budgets of the project sheets sum to 项目支出. Where fewer projects have a sheet than there is money, the sheets can only be held to be no more than
 * it; a sheet also says what its budget is made of (财政资金 + 其他资金).
 */
export const projectSheets: Rule = {
  id: 'project_sheets',
  title: 'The budgets of the project sheets make up the project expenditure',
  scope: 'document',
  *find(index) {
    for (const disclosure of index.disclosures) {
      const lines = (ids: readonly (string | null)[]) => ids.flatMap((id) => (id === null ? [] : (index.lineById.get(id) ?? [])));
      const sheetTables = new Set(disclosure.tables.filter((table) => table.kind === 'project_performance').map((table) => table.table_id));
      const projects = disclosure.projects.filter((project) => project.sheet === 'project' && sheetTables.has(project.table_id));
      for (const project of projects) {
        const [budget] = lines([project.budget_line_id]);
        const parts = lines([project.fiscal_funds_line_id, project.other_funds_line_id]);
        if (!budget || parts.length === 0) continue;
        const cells = parts.map((part) => index.cell(part));
        yield lineIdentity(index, this.id, budget, cells, `${labelOf(budget)} = ${parts.map(labelOf).join(' + ')} (${project.name})`);
      }
      const budgets = lines(projects.map((project) => project.budget_line_id));
      const total = projectTotal(disclosure.lines.filter((line) => line.year === budgets[0]?.year));
      if (!total || budgets.length === 0 || !budgets.every(isOfTheYear)) continue;
      const sheets = budgets.map((budget) => index.cell(budget));
      const sum = sheets.reduce((left, cell) => left.plus(cell.amount), sheets[0]!.amount.times(0));
      const whole = index.cell(total);
      const tolerance = [whole, ...sheets].reduce((left, cell) => left.plus(cell.resolution.div(2)), whole.amount.times(0));
      yield {
        ...lineIdentity(index, this.id, total, [whole], `${budgets.length} project sheets make up ${labelOf(total)}`),
        left: sheets,
        relation: sum.lt(whole.amount.minus(tolerance)) ? 'at_most' : 'equal',
      };
    }
  },
};

/** Whether a sheet states the budget of the year (预算数, 年度资金总额) and not what the project costs over its whole life (项目总额, 实施期资金总额). */
function isOfTheYear(line: Line): boolean {
  const label = [...line.row_path, ...line.column_path].join(' ');
  return /预算数|年度/.test(label) && !/实施期|项目总额/.test(label);
}

/** The total row of all project expenditure, of all money, in a table by function, else of projects. */
function projectTotal(lines: readonly Line[]): Line | undefined {
  const totals = lines.filter(
    (line) =>
      line.row_role === 'total' &&
      line.part === 'project' &&
      line.funding === 'all' &&
      line.flow === 'expenditure' &&
      line.comparison === 'none' &&
      line.quantity === 'money',
  );
  return totals.find((line) => line.breakdown === 'functional') ?? totals[0];
}

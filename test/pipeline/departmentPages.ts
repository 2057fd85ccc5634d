import { page, tableElement } from '../builders/html.js';

/** What one organization prints in its budget: amounts in 万元 with two decimals. */
export interface BudgetFigures {
  total: string;
  reception: string;
  /** Its units with the total of each; none where it lists only itself. */
  units?: readonly (readonly [name: string, total: string])[];
}

/** A table in 万元 under its title; each row is a list of texts. */
function table(title: string, rows: readonly (readonly string[])[]): string {
  const cells = rows.flatMap((texts, r) => texts.map((text, c) => ({ r, c, text })));
  return `<p>${title}</p><p>单位：万元</p>${tableElement(rows.length, rows[0]?.length ?? 0, cells)}`;
}

/** The revenue table: the total, and a row for each unit. */
function revenueTable(name: string, { total, units = [[name, total]] }: BudgetFigures): string {
  const rows = units.map(([unit, amount]) => [unit, amount, amount]);
  return table('表一 收入总表', [['单位名称', '合计', '一般公共预算'], ['合计', total, total], ...rows]);
}

/** A budget of 2024 as a page: its revenue by units and its “三公” expenses. `level` is 部门 or 单位. */
export function organizationBudget(name: string, level: '部门' | '单位', figures: BudgetFigures): string {
  const title = `${name}2024年${level}预算`;
  const expenses = table('表二 一般公共预算“三公”经费支出表', [
    ['项目', '预算数'],
    ['因公出国（境）费用', '0.00'],
    ['公务接待费', figures.reception],
    ['公务用车购置及运行费', '0.00'],
    ['合计', figures.reception],
  ]);
  return page(`<h1>${title}</h1>${revenueTable(name, figures)}${expenses}`, `<meta charset="utf-8"><title>${title}</title>`);
}

/** A further attachment of a department's budget, which prints its revenue once more. */
export function revenueAttachment(name: string, figures: BudgetFigures): string {
  const title = `${name}2024年部门预算`;
  return page(`<h1>${title}</h1><p>附件2</p>${revenueTable(name, figures)}`, `<meta charset="utf-8"><title>${title}</title>`);
}

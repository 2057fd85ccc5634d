import type { DocumentModel, Flow, Statement } from '../../model/index.js';

/** A table as far as its notes need it: the blocks it is printed in and the side of the budget it is about. */
export interface NotedTable {
  blocks: readonly number[];
  flow: Flow | null;
}

const NOTE = /^\s*[（(]?(?:注|备注|说明|附注)\s*\d{0,2}\s*[:：]/;
/** Of subjects that name a budget without its side, the expenditure of that budget. */
const EXPENDITURE_OF: Readonly<Record<string, string>> = {
  fund_revenue: 'fund_expenditure',
  state_capital_revenue: 'state_capital_expenditure',
  general_revenue: 'general_expenditure',
  appropriation_revenue: 'appropriation_expenditure',
};
const NAMES_REVENUE = /收入|收支/;

/** The blocks that are notes right behind a table about expenditure. */
export function notesOfExpenditure(model: DocumentModel, tables: readonly NotedTable[]): Set<number> {
  const notes = new Set<number>();
  for (const { blocks, flow } of tables) {
    if (flow !== 'expenditure') continue;
    for (let at = Math.max(-1, ...blocks) + 1; at > 0 && at < model.blocks.length; at += 1) {
      const block = model.blocks[at];
      if (block?.type === 'furniture') continue;
      if (block?.type !== 'paragraph' || !NOTE.test(block.text)) break;
      notes.add(at);
    }
  }
  return notes;
}

/** Lets what a note under a table about expenditure says of a budget (无政府性基金预算) be about its expenditure. */
export function readAsExpenditure(statements: readonly Statement[], notes: ReadonlySet<number>): void {
  for (const statement of statements) {
    if (!notes.has(statement.block) || NAMES_REVENUE.test(statement.subject)) continue;
    statement.subject_code = EXPENDITURE_OF[statement.subject_code ?? ''] ?? statement.subject_code;
  }
}

import { groupLines, isTopBalance, labelOf } from '../disclosureIndex.js';
import { lineIdentity, type Rule } from '../rule.js';

/** 本年收入合计 + 上年结转 = 收入总计; 本年支出合计 + 结转下年 = 支出总计. */
const CURRENT_YEAR = /本年|当年|本期/;

export const totalComposition: Rule = {
  id: 'total_composition',
  title: 'This year’s total and the balances make the grand total',
  scope: 'document',
  *find(index) {
    for (const table of index.tables) {
      for (const column of groupLines(table, (line) => (line.comparison === 'none' ? `${line.block}|${line.c}` : null))) {
        const totals = column.filter((line) => line.row_role === 'total');
        const current = column.filter((line) => line.row_role === 'subtotal' && CURRENT_YEAR.test(line.row_path.at(-1) ?? ''));
        const balances = column.filter((line) => isTopBalance(line, index));
        const [total] = totals;
        const [subtotal] = current;
        if (!total || totals.length > 1 || !subtotal || current.length > 1) continue;
        const parts = [subtotal, ...balances];
        yield lineIdentity(
          index,
          this.id,
          total,
          parts.map((part) => index.cell(part)),
          `${labelOf(total)} = ${parts.map((part) => part.row_path.at(-1) ?? '').join(' + ')}`,
        );
      }
    }
  },
};

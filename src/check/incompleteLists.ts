import { type Diagnostic, type Line, toDecimalText } from '../model/index.js';
import { type DisclosureIndex, labelOf } from './disclosureIndex.js';
import { type Evaluated, proves } from './identity.js';

/** The rules that relate a row of totals to the rows of its column. */
const DOWN: ReadonlySet<string> = new Set(['hierarchy_sum', 'leaf_total']);

/** The total row's line of a sum of its column that comes out too small; null for other checks. */
function shortTotal(check: Evaluated): Line | null {
  const line = check.left[0]?.line ?? null;
  const isShort = check.outcome === 'fails' && DOWN.has(check.rule) && check.difference.gt(0);
  return isShort && line?.row_role === 'total' ? line : null;
}

/** The lines that sums of another kind than those down their column prove. */
function provedBeside(checks: readonly Evaluated[]): Set<string> {
  const beside = checks.filter((check) => !DOWN.has(check.rule) && proves(check));
  return new Set(beside.flatMap(({ left, right }) => [...left, ...right]).flatMap(({ line }) => line?.line_id ?? []));
}

/**
 * One diagnostic `list_incomplete` (warning) a table whose rows sum to less than its printed total in every column that does not come out, while other sums prove the total:
 * rows are not published, or were not read. It says the total, the sum and the difference of each column, in yuan.
 */
export function incompleteLists(index: DisclosureIndex, checks: readonly Evaluated[]): Diagnostic[] {
  const proved = provedBeside(checks);
  const tables = new Map<string, Map<string, Evaluated>>();
  const exceeded = new Set<string>();
  for (const check of checks) {
    const total = shortTotal(check);
    const line = check.left[0]?.line;
    if (line && !total && check.outcome === 'fails' && DOWN.has(check.rule)) exceeded.add(line.table_id);
    if (!total) continue;
    const columns = tables.get(total.table_id) ?? new Map<string, Evaluated>();
    if (!columns.has(total.line_id)) columns.set(total.line_id, check);
    tables.set(total.table_id, columns);
  }
  return [...tables].flatMap(([table, columns]) => {
    const [first] = columns.values();
    const line = first?.left[0]?.line;
    if (!line || exceeded.has(table) || ![...columns.keys()].some((id) => proved.has(id))) return [];
    return [
      { stage: 'check', code: 'list_incomplete', severity: 'warning', place: index.place(line), message: messageOf([...columns.values()]) },
    ];
  });
}

/** What is missing of each column. */
function messageOf(checks: readonly Evaluated[]): string {
  const columns = checks.map(({ left, leftSum, rightSum, difference }) => {
    const line = left[0]?.line;
    return `${line ? labelOf(line) : ''} ${line?.printed ?? ''}: ${toDecimalText(leftSum)} yuan, its rows ${toDecimalText(rightSum)}, ${toDecimalText(difference)} less`;
  });
  return `The rows of the table sum to less than its printed total, which other sums prove; rows are not published, or were not read. ${columns.join('; ')}.`;
}

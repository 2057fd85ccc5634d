import type { Disclosure, Line, TableRow } from '../../../src/model/index.js';

/** Values that most lines have and that are left out of their text. */
const USUAL = new Set(['none', 'money', 'all', 'leaf', 'department_total']);

const unusual = (values: readonly (string | number | null)[]) =>
  values.filter((value) => value !== null && !USUAL.has(String(value))).join(' ');

/** What one line states, in a row a person can check against the printed table; what the table says of all its lines is left out. */
function stated(line: Line, table: TableRow): string {
  const codes = [
    line.functional_code,
    line.economic_department_code,
    line.economic_government_code,
    line.revenue_code,
    line.funding_source,
    line.three_public_item,
    line.project_code,
  ];
  return [
    `${line.r},${line.c}`,
    `${line.block === null ? '' : `${line.block}: `}${'· '.repeat(line.level)}${line.row_path.at(-1) ?? ''}`,
    line.column_path.join(' / '),
    `${line.printed}${line.amount === null ? '' : ` = ${line.amount}`}`,
    `${line.year} ${line.phase} ${line.flow}`,
    line.funding === table.funding ? '' : `funding ${line.funding}`,
    line.part === table.part ? '' : `part ${line.part}`,
    unusual([line.comparison, line.quantity]),
    line.row_role === 'leaf' && line.column_role === 'leaf' ? '' : `${line.row_role} × ${line.column_role}`,
    unusual(codes),
    unusual([line.scope, line.unit_code, line.unit_name]),
  ]
    .filter((text) => text !== '')
    .join(' | ');
}

/** What a disclosure states, table by table, as text for review. */
export function statedLines({ facts, tables, lines }: Disclosure): string {
  const head = `${facts.kind} ${facts.year} ${facts.organization}`;
  const parts = tables.map((table) => {
    const facets = [table.kind, table.flow, table.funding, table.part, table.breakdown].join(' ');
    const own = lines.filter((line) => line.table_id === table.table_id);
    return [`# ${table.label} ${table.title} | ${facets} | ${table.unit}`, ...own.map((line) => stated(line, table))].join('\n');
  });
  return `${[head, ...parts].join('\n\n')}\n`;
}

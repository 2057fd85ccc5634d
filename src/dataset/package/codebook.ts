import { stringify } from 'csv-stringify/sync';
import { PUBLISHED_TABLE_NAMES } from '../../model/index.js';
import { type DescribedColumn, describedColumns } from '../describedColumns.js';
import { markdownCell } from '../markdownCell.js';
import { ONE_ROW_IS } from '../tableSummaries.js';
import { VALUE_MEANINGS } from '../valueMeanings.js';
import { chineseName, TABLE_NAMES_ZH } from './chineseNames.js';

const FORMAT = { header: true, record_delimiter: '\r\n' } as const;

/** The type of a column in one word, as in the Table Schema. */
function typeName(column: DescribedColumn): string {
  const scalar = column.decimal ? 'decimal' : column.type;
  return column.separator === null ? scalar : `list of ${scalar}`;
}

/** `codebook/columns.csv`: every column of every table, in English and Chinese. */
export function columnsCsv(): string {
  const rows = PUBLISHED_TABLE_NAMES.flatMap((table) =>
    describedColumns(table).map((column) => ({
      table,
      column: column.name,
      type: typeName(column),
      unit: column.unit,
      blank: column.nullable ? 'possible' : 'never',
      references: column.references,
      name_zh: chineseName(table, column.name),
      description: column.description,
    })),
  );
  return stringify(rows, FORMAT);
}

/** `codebook/values.csv`: every value of every closed list, in English and Chinese. */
export function valuesCsv(): string {
  const rows = VALUE_MEANINGS.flatMap(({ columns, meanings }) =>
    Object.entries(meanings).map(([value, { en, zh }]) => ({ columns: columns.join(' '), value, meaning: en, meaning_zh: zh })),
  );
  return stringify(rows, FORMAT);
}

/** `codebook.md`: the same for reading. */
export function codebookPage(title: string): string {
  const tables = PUBLISHED_TABLE_NAMES.flatMap((name) => [
    `## ${name} · ${TABLE_NAMES_ZH[name]}`,
    '',
    ONE_ROW_IS[name],
    '',
    '| column | 列 | type | meaning |',
    '| --- | --- | --- | --- |',
    ...describedColumns(name).map(
      (column) =>
        `| \`${column.name}\` | ${chineseName(name, column.name)} | ${typeName(column)}${column.unit === null ? '' : `, ${column.unit}`} | ${markdownCell(column.description)} |`,
    ),
    '',
  ]);
  const values = VALUE_MEANINGS.flatMap(({ columns, meanings }) => [
    `### ${columns.map((column) => `\`${column}\``).join(', ')}`,
    '',
    '| value | meaning | 含义 |',
    '| --- | --- | --- |',
    ...Object.entries(meanings).map(([value, { en, zh }]) => `| \`${value}\` | ${markdownCell(en)} | ${markdownCell(zh)} |`),
    '',
  ]);
  return [
    `# Codebook · 数据说明: ${title}`,
    '',
    'Money is in yuan, exactly. A blank cell is nothing printed, not applicable or not known. 金额单位为元；空白表示原文未印、不适用或不详。',
    '',
    'The same as data: `codebook/columns.csv`, `codebook/values.csv`; the official codes that lines carry: `codes.csv`.',
    '',
    ...tables,
    '## Values · 取值',
    '',
    ...values,
  ].join('\n');
}

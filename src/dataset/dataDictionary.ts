import { PUBLISHED_TABLE_NAMES, PUBLISHED_TABLES, type PublishedTableName } from '../model/index.js';
import { type DescribedColumn, describedColumns } from './describedColumns.js';
import { markdownCell } from './markdownCell.js';
import { ONE_ROW_IS } from './tableSummaries.js';
import { VALUE_MEANINGS } from './valueMeanings.js';

const INTRODUCTION = `# Data

Generated from the schemas in src/model/published by \`npm run docs:data\`: change them, not this file.

A dataset is a folder, \`output/<pipeline>/\` by default:

| file | what |
| --- | --- |
| \`<table>.csv\` | the rows of a table |
| \`json/<table>.jsonl\` | the same rows, one JSON object a line |
| \`documents/<sha256>.json\` | all rows about one document: its row of \`documents\` under \`document\`, and a list for each other table that has some |

- Money is in yuan, as an exact decimal: digits with a point, no exponent, no thousands separators, no trailing zeros. Read it as a decimal, not as a
  floating-point number, if the last digit counts.
- **CSV** is RFC 4180: UTF-8 without byte order mark, comma, records end with CR LF. A blank cell is null, or an empty list; \`""\` is an empty text. The items of
  a list are joined by the separator of its column; a backslash stands before a separator or a backslash that belongs to an item. Booleans are \`true\` and \`false\`.
- **JSON**: lists are arrays, blanks are null, decimals are strings.
- **Key** names the columns by which rows are ordered.
- A column is never blank unless its type says *or blank*. A list can be empty.
- **→** names the column that a value points to.
`;

/** How separators are written where they cannot be seen. */
const SEPARATOR_NAMES: Readonly<Record<string, string>> = { ' ': 'a space', '\n': 'a line break' };

/** The document that describes every published table and column, as Markdown. Throws where a column has no description: a fault of the release. */
export function dataDictionary(): string {
  return [INTRODUCTION, ...PUBLISHED_TABLE_NAMES.map(tableSection), valuesSection()].join('\n');
}

function tableSection(name: PublishedTableName): string {
  return [
    `## ${name}`,
    '',
    ONE_ROW_IS[name],
    '',
    `Key: ${PUBLISHED_TABLES[name].key.map((column) => `\`${column}\``).join(', ')}.`,
    '',
    '| column | type | meaning |',
    '| --- | --- | --- |',
    ...describedColumns(name).map(columnRow),
    '',
  ].join('\n');
}

/** What the values of closed lists mean. */
function valuesSection(): string {
  const lists = VALUE_MEANINGS.map(({ columns, meanings }) => {
    const rows = Object.entries(meanings).map(([value, meaning]) => `| \`${value}\` | ${markdownCell(meaning.en)} |`);
    const names = columns.map((column) => `\`${column}\``).join(', ');
    return [`### ${names}`, '', '| value | means |', '| --- | --- |', ...rows, ''].join('\n');
  });
  return ['## Values', '', ...lists].join('\n');
}

function columnRow(column: DescribedColumn): string {
  const meaning = [
    column.description,
    column.values.length > 0 ? `One of ${column.values.map((value) => `\`${value}\``).join(', ')}` : '',
    column.references === null ? '' : `→ \`${column.references}\``,
  ];
  return `| \`${column.name}\` | ${typeOf(column)} | ${markdownCell(meaning.filter((part) => part !== '').join('. '))} |`;
}

/** The type in words: `list of text (joined by a space)`, `decimal, yuan, or blank`. */
function typeOf(column: DescribedColumn): string {
  const scalar = column.decimal ? 'decimal' : column.type;
  const { separator } = column;
  const many = separator === null ? scalar : `list of ${scalar} (joined by ${SEPARATOR_NAMES[separator] ?? `\`${separator}\``})`;
  return [many, column.unit ?? '', column.nullable ? 'or blank' : ''].filter((part) => part !== '').join(', ');
}

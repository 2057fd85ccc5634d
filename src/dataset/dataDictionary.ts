import { z } from 'zod';
import { PUBLISHED_TABLES, type PublishedTableName, zDecimalText } from '../model/index.js';
import { type Column, columnsOf } from './columns.js';
import { VALUE_MEANINGS } from './valueMeanings.js';

/** What one row of each published table is. */
const ONE_ROW_IS: Readonly<Record<PublishedTableName, string>> = {
  documents: 'A file, once for all the places it was fetched from.',
  captures: 'A file as fetched from one URL (or read from a folder) at one time, or what came back instead of it.',
  disclosures: 'A publication: the documents of one organization, year, phase and scope.',
  organizations: 'Who publishes.',
  tables: 'A printed table, joined over page breaks.',
  cells: 'A cell of the printed grid of a table.',
  lines: 'A printed amount, quantity or percentage with its row and column. Many lines can print the same money: sum `figures`, not lines.',
  line_codes: 'A code of a line in one classification, or a name that should have one.',
  line_checks: 'A line on one side of a check.',
  figures: 'An amount of money once, however often it is printed: what may be summed.',
  projects: 'A performance sheet (项目绩效目标表): a project, or the whole department.',
  project_schedule: 'A point of the spending schedule of a project.',
  indicators: 'A performance indicator of a project.',
  institutions: 'An institution in the table of institutions (机构设置).',
  assets: 'A line of the table of assets (国有资产占用).',
  procurement: 'An item to be procured (政府采购预算).',
  sections: 'A section of the prose.',
  statements: 'An amount stated in a sentence.',
  terms: 'A term with its definition (名词解释).',
  checks: 'An identity that should hold, and whether it does. docs/diagnostics.md lists the rules.',
  quarantine: 'Something printed that is not published as a line because it could not be trusted, with the reason.',
  revisions: 'A figure that reads differently in a newer version of a document.',
  coverage: 'A kind of table that an organization should have published for a year, and what became of it.',
  diagnostics: 'What a document, page or source does wrong. docs/diagnostics.md lists the codes.',
};

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

/** What the JSON schema of a column says of its values; `enum` and `pattern` of a nullable column or a list stand deeper. */
const zBranch = z.object({ enum: z.array(z.string()).optional(), pattern: z.string().optional() });
const zColumnSchema = zBranch.extend({
  description: z.string().min(1),
  unit: z.string().optional(),
  references: z.string().optional(),
  anyOf: z.array(zBranch).default([]),
});
type ColumnSchema = z.infer<typeof zColumnSchema>;

const DECIMAL_PATTERN = z.toJSONSchema(zDecimalText).pattern;

/** How separators are written where they cannot be seen. */
const SEPARATOR_NAMES: Readonly<Record<string, string>> = { ' ': 'a space', '\n': 'a line break' };

/** The document that describes every published table and column, as Markdown. Throws where a column has no description: a fault of the release. */
export function dataDictionary(): string {
  const tables = Object.entries(PUBLISHED_TABLES).map(([name, { schema, key }]) => tableSection(name, ONE_ROW_IS, schema, key));
  return [INTRODUCTION, ...tables, valuesSection()].join('\n');
}

function tableSection(name: string, summaries: Readonly<Record<string, string>>, schema: z.ZodObject, key: readonly string[]): string {
  const described = z.record(z.string(), zColumnSchema).parse(z.toJSONSchema(schema).properties);
  const rows = columnsOf(schema).map((column) => columnRow(column, described[column.name]!));
  return [
    `## ${name}`,
    '',
    summaries[name] ?? '',
    '',
    `Key: ${key.map((column) => `\`${column}\``).join(', ')}.`,
    '',
    '| column | type | meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** What the values of closed lists mean. */
function valuesSection(): string {
  const lists = VALUE_MEANINGS.map(({ columns, meanings }) => {
    const rows = Object.entries(meanings).map(([value, meaning]) => `| \`${value}\` | ${escapeCell(meaning)} |`);
    const names = columns.map((column) => `\`${column}\``).join(', ');
    return [`### ${names}`, '', '| value | means |', '| --- | --- |', ...rows, ''].join('\n');
  });
  return ['## Values', '', ...lists].join('\n');
}

function columnRow(column: Column, schema: ColumnSchema): string {
  const values = [schema, ...schema.anyOf].flatMap((branch) => branch.enum ?? []);
  const meaning = [
    schema.description,
    values.length > 0 ? `One of ${values.map((value) => `\`${value}\``).join(', ')}` : '',
    schema.references === undefined ? '' : `→ \`${schema.references}\``,
  ];
  return `| \`${column.name}\` | ${typeOf(column, schema)} | ${escapeCell(meaning.filter((part) => part !== '').join('. '))} |`;
}

/** The type in words: `list of text (joined by a space)`, `decimal, yuan, or blank`. */
function typeOf(column: Column, schema: ColumnSchema): string {
  const exact = [schema, ...schema.anyOf].some(({ pattern }) => pattern === DECIMAL_PATTERN);
  const scalar = exact ? 'decimal' : column.type;
  const { separator } = column;
  const many = separator === null ? scalar : `list of ${scalar} (joined by ${SEPARATOR_NAMES[separator] ?? `\`${separator}\``})`;
  return [many, schema.unit ?? '', column.nullable ? 'or blank' : ''].filter((part) => part !== '').join(', ');
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

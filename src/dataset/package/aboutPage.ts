import type { PublishedRows } from '../../model/index.js';
import type { PackageInfo, PackageOptions } from './packageInfo.js';

/** The README of a dataset: what it holds, which file is what, how far to trust it, where it comes from. */
export function aboutPage(info: PackageInfo, rows: PublishedRows, options: PackageOptions): string {
  const amounts = rows.lines.filter((line) => line.amount !== null && line.amount !== '0');
  const proved = amounts.filter((line) => line.proof === 'proved').length;
  const share = amounts.length === 0 ? '' : ` (${((proved / amounts.length) * 100).toFixed(1)} % of those that are not zero)`;
  return [
    `# ${info.title}`,
    '',
    ...info.forced.map((reason) => `> **Published by force:** ${reason}`),
    ...(info.forced.length > 0 ? [''] : []),
    `Version ${info.version}. Government budgets and final accounts as published, read line by line, coded and checked. Money is in yuan, exactly.`,
    '',
    `${rows.documents.length} documents · ${rows.organizations.length} organizations · ${rows.tables.length} tables · ${rows.lines.length} lines · ${rows.figures.length} figures · ${proved} amounts proved by the documents’ own sums${share} · ${rows.quarantine.length} printed numbers held back`,
    '',
    '| file | what |',
    '| --- | --- |',
    ...FILES.filter(([name]) => options.spreadsheet || !name.startsWith('spreadsheet/')).map(([name, what]) => `| \`${name}\` | ${what} |`),
    '',
    '## Licence and sources',
    '',
    `Publisher: ${info.publisher?.name ?? 'see the sources'}. Licence: ${info.licence ?? 'the source states none; ask the publisher before you pass the documents’ text on'}.`,
    '',
    ...info.sources.map(
      ({ title, path, first_fetched_at, last_fetched_at, documents }) =>
        `- ${title}${path === null ? '' : ` <${path}>`}: ${documents} documents${first_fetched_at === null ? '' : `, fetched ${first_fetched_at} to ${last_fetched_at}`}`,
    ),
    '',
  ].join('\n');
}

const FILES: readonly (readonly [string, string])[] = [
  ['figures.csv', 'each amount of money once: what may be summed'],
  ['lines.csv', 'every printed amount with its place, row, column, codes and proof; several lines can print the same money'],
  ['<table>.csv', 'the other tables; RFC 4180, UTF-8'],
  ['json/<table>.jsonl', 'the same rows as JSON lines'],
  ['documents/<sha256>.json', 'all that is known of one document'],
  ['parquet/<table>.parquet', 'the same rows as Parquet: decimals exact, lists as lists'],
  ['spreadsheet/<table>.csv', 'the same rows for spreadsheets: byte order mark, texts that look like formulas after an apostrophe'],
  ['raw/<sha256>/<index>.csv', 'every table as printed, uninterpreted'],
  ['datapackage.json', 'Data Package v2 with a Table Schema a table'],
  ['csv-metadata.json', 'the same for CSV on the Web'],
  ['codebook.md, codebook/', 'every column and value in English and Chinese'],
  ['coverage_matrix.csv', 'organizations × years: which kinds of table are there'],
  ['KNOWN_ISSUES.md', 'what was not read, held back, or does not add up'],
  ['CHANGELOG.md, CITATION.cff', 'versions; how to cite'],
];

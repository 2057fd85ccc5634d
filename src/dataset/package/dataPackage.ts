import { PUBLISHED_TABLE_NAMES, type PublishedTableName } from '../../model/index.js';
import { ONE_ROW_IS } from '../tableSummaries.js';
import { TABLE_NAMES_ZH } from './chineseNames.js';
import type { PackageInfo } from './packageInfo.js';
import { tableSchema } from './tableSchema.js';

/** A file of the dataset: its size and hash. Paths are relative to the dataset's folder, with `/`. */
export interface PackageFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** How the CSV files are written (Table Dialect of Data Package v2). */
const DIALECT = {
  $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
  delimiter: ',',
  lineTerminator: '\r\n',
  quoteChar: '"',
  doubleQuote: true,
  header: true,
};

/**
 * The descriptor of a dataset (Data Package v2, https://datapackage.org/standard/data-package/): a resource a table, with its schema, size and hash.
 * `files` are those of the dataset; a table whose CSV is not among them is a fault of the release and throws.
 */
export function dataPackage(info: PackageInfo, files: readonly PackageFile[]): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: info.name.replaceAll('_', '-'),
    title: info.title,
    description:
      'Government budgets and final accounts as published, row by row, with the place of every figure in its source. Money is in yuan.',
    version: info.version,
    ...(info.created === null ? {} : { created: info.created }),
    ...licences(info.licence),
    ...(info.sources.length === 0
      ? {}
      : { sources: info.sources.map(({ title, path }) => ({ title, ...(path === null ? {} : { path }) })) }),
    ...(info.publisher === null
      ? {}
      : {
          contributors: [
            {
              title: info.publisher.name,
              ...(info.publisher.url === undefined ? {} : { path: info.publisher.url }),
              roles: ['publisher of the documents'],
            },
          ],
        }),
    keywords: ['government budget', 'final account', 'fiscal', '部门预算', '部门决算'],
    ...(info.forced.length === 0 ? {} : { forced: info.forced }),
    resources: PUBLISHED_TABLE_NAMES.map((name) => resource(name, files)),
  };
}

function resource(name: PublishedTableName, files: readonly PackageFile[]): object {
  const path = `${name}.csv`;
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`${path} is not among the files of the dataset`);
  return {
    name: name.replaceAll('_', '-'),
    type: 'table',
    path,
    title: TABLE_NAMES_ZH[name],
    description: ONE_ROW_IS[name],
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    dialect: DIALECT,
    schema: tableSchema(name),
  };
}

/** A licence is a URL, or an Open Definition or SPDX name without spaces; words go into the title of a licence without either. */
function licences(licence: string | null): object {
  if (licence === null) return {};
  if (URL.canParse(licence)) return { licenses: [{ path: licence }] };
  if (/^[-A-Za-z0-9._]+$/.test(licence)) return { licenses: [{ name: licence }] };
  return { licenses: [{ name: 'other-closed', title: licence }] };
}

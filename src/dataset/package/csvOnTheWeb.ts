import { PUBLISHED_TABLE_NAMES, type PublishedTableName } from '../../model/index.js';
import { type DescribedColumn, describedColumns } from '../describedColumns.js';
import { ONE_ROW_IS } from '../tableSummaries.js';
import { chineseName, TABLE_NAMES_ZH } from './chineseNames.js';
import type { PackageInfo } from './packageInfo.js';
import { tableSchema } from './tableSchema.js';

/** The XML Schema datatype of a column's values. Decimals are exact: `decimal`, never `double`. */
function datatype(column: DescribedColumn): unknown {
  if (column.decimal) return 'decimal';
  if (column.type === 'boolean') return { base: 'boolean', format: 'true|false' };
  return { text: 'string', integer: 'integer', number: 'double' }[column.type];
}

/** The metadata of all CSV files of a dataset as a table group (CSV on the Web, https://www.w3.org/TR/tabular-metadata/). */
export function csvOnTheWeb(info: PackageInfo): object {
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    'dc:title': { '@value': info.title, '@language': 'zh' },
    'dc:identifier': `${info.name} ${info.version}`,
    ...(info.created === null ? {} : { 'dc:date': info.created }),
    ...(info.licence === null ? {} : { 'dc:rights': info.licence }),
    dialect: { delimiter: ',', doubleQuote: true, encoding: 'utf-8', header: true, lineTerminators: ['\r\n'], quoteChar: '"' },
    tables: PUBLISHED_TABLE_NAMES.map(tableOf),
  };
}

function tableOf(name: PublishedTableName): object {
  const { primaryKey, foreignKeys = [] } = tableSchema(name);
  return {
    url: `${name}.csv`,
    'dc:title': { '@value': TABLE_NAMES_ZH[name], '@language': 'zh' },
    'dc:description': { '@value': ONE_ROW_IS[name], '@language': 'en' },
    tableSchema: {
      columns: describedColumns(name).map((column) => ({
        name: column.name,
        titles: { en: [column.name], zh: [chineseName(name, column.name)] },
        'dc:description': column.description,
        datatype: datatype(column),
        ...(column.separator === null ? {} : { separator: column.separator, ordered: true }),
        ...(column.unit === null ? {} : { 'schema:unitText': column.unit }),
        null: [''],
        ...(column.nullable || column.separator !== null || column.type === 'text' ? {} : { required: true }),
      })),
      ...(primaryKey === undefined ? {} : { primaryKey }),
      foreignKeys: foreignKeys.map(({ fields, reference }) => ({
        columnReference: fields,
        reference: { resource: `${reference.resource}.csv`, columnReference: reference.fields },
      })),
    },
  };
}

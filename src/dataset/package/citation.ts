import { stringify } from 'yaml';
import type { PackageInfo } from './packageInfo.js';

/** How a dataset is cited (Citation File Format 1.2.0). Its authors are the publisher of the documents, whose figures they are. */
export function citation(info: PackageInfo): string {
  const spdx = info.licence !== null && /^[-A-Za-z0-9.+]+$/.test(info.licence);
  return stringify({
    'cff-version': '1.2.0',
    message: 'If you use this dataset, please cite it as below, with the version and, for a single figure, its line_id.',
    type: 'dataset',
    title: info.title,
    version: info.version,
    ...(info.created === null ? {} : { 'date-released': info.created.slice(0, 10) }),
    authors: [{ name: info.publisher?.name ?? 'Publishers of the documents (see datapackage.json, sources)' }],
    ...(info.publisher?.url === undefined ? {} : { url: info.publisher.url }),
    ...(spdx ? { license: info.licence } : {}),
    abstract: 'Published government budgets and final accounts, read, coded and checked line by line by Fiscus.',
    keywords: ['government budget', 'final account', '部门预算', '部门决算'],
  });
}

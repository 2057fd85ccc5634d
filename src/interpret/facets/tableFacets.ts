import type { Breakdown, GridTable, Kind } from '../../model/index.js';
import { columnProfile, leadingDigit } from '../columns/columnProfile.js';
import { TITLE_BREAKDOWN, TITLE_FLOW, TITLE_FUNDING, TITLE_PART } from '../lexicon/titleWords.js';
import { lookUp } from '../lexicon/word.js';
import type { TableFacets } from '../reading.js';
import { fold } from '../text/fold.js';
import { kindOf } from './kind.js';

const BY_DIGIT: Readonly<Record<string, Breakdown>> = { '2': 'functional', '3': 'economic_department', '5': 'economic_government' };

/** Columns from the left that may hold labels. */
const LABEL_COLUMNS = 3;

/** Header words of a table, folded, one text. */
function headerText(table: GridTable): string {
  return fold([...new Set(table.columns.flat())].join(' / '));
}

/** What the rows list, as header and codes say it: the code column with the most specific list, else units, else nothing. */
function breakdownByColumns(table: GridTable): Breakdown | null {
  const digits = new Set<string>();
  table.columns.forEach((path, index) => {
    const header = fold(path.join('/'));
    if (!/编码|代码|类|款|项|科目/.test(header) || /单位|部门(代码|编码|名称)/.test(header)) return;
    const digit = leadingDigit(columnProfile(table, index));
    if (digit !== null) digits.add(digit);
  });
  const found = ['2', '3', '5'].find((digit) => digits.has(digit));
  if (found) return BY_DIGIT[found] ?? null;
  const first = table.columns.slice(0, LABEL_COLUMNS).map((path) => fold(path.join('/')));
  const has = (pattern: RegExp) => first.some((header) => pattern.test(header));
  if (has(/功能/)) return 'functional';
  if (has(/部门(预算)?(支出)?经济/)) return 'economic_department';
  if (has(/政府(预算)?(支出)?经济/)) return 'economic_government';
  if (has(/经济/)) return 'economic_department';
  if (has(/科目(编码|代码)/)) return 'functional';
  if (has(/单位|部门/)) return 'unit';
  return null;
}

/**
 * Facets and kind of a table from its title, its header and its codes together. What none of them says stays null (flow, funding and part
 * of a table that is no budget table); a budget table whose title names no funding or part is about all of it.
 */
export function tableFacets(table: GridTable): TableFacets {
  const title = fold(table.title ?? '');
  const header = headerText(table);
  const evidence: string[] = [];
  const kind: Kind = kindOf(title, header, table, evidence);
  if (RECORDS.has(kind)) return { flow: null, funding: null, part: null, breakdown: 'none', kind, evidence };
  const funding = lookUp(TITLE_FUNDING, title) ?? fundingByHeader(header);
  const part = lookUp(TITLE_PART, title) ?? partByHeader(header);
  const named = lookUp(TITLE_BREAKDOWN, title);
  const breakdown = named ?? breakdownByColumns(table) ?? 'none';
  const flow = lookUp(TITLE_FLOW, title) ?? flowByHeader(header) ?? (SPENT_BY.has(breakdown) ? 'expenditure' : null);
  evidence.push(`flow ${flow ?? '?'}, funding ${funding ?? 'all'}, part ${part ?? 'all'}, breakdown ${breakdown}`);
  if (kind === 'unknown')
    return { flow, funding: lookUp(TITLE_FUNDING, title), part: lookUp(TITLE_PART, title), breakdown, kind, evidence };
  return { flow, funding: funding ?? 'all', part: part ?? 'all', breakdown, kind, evidence };
}

/** Lists that only expenditure is broken down by. */
const SPENT_BY: ReadonlySet<Breakdown> = new Set<Breakdown>(['functional', 'economic_department', 'economic_government']);
/** Kinds whose tables list records: they have no flow. */
const RECORDS: ReadonlySet<Kind> = new Set(['institutions', 'assets', 'form_list', 'project_performance', 'overall_performance']);

/** Flow that the header names where the title does not. */
function flowByHeader(header: string): TableFacets['flow'] {
  const revenue = /收入/.test(header);
  const expenditure = /支出/.test(header);
  if (revenue && expenditure) return 'both';
  return revenue ? 'revenue' : expenditure ? 'expenditure' : null;
}

/** Funding that the header names over all its amounts where the title does not (一般公共预算支出 / 合计 ...). */
function fundingByHeader(header: string): TableFacets['funding'] {
  const named = [/一般公共预算/, /政府性基金/, /国有资本/].filter((word) => word.test(header)).length;
  return named === 1 && /(一般公共预算|政府性基金预算|国有资本经营预算)(财政拨款)?(基本)?支出/.test(header)
    ? lookUp(TITLE_FUNDING, header)
    : null;
}

/** Part that the header names over all its amounts where the title does not. */
function partByHeader(header: string): TableFacets['part'] {
  return /基本支出\/(合计|小计|人员经费|公用经费)/.test(header) && !/项目支出/.test(header) ? 'basic' : null;
}

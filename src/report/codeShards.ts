import { groupBy } from '../dataset/index.js';
import type { PublishedRow } from '../model/index.js';
import type { CodeColumn, CodeFigure, CodeList, CodeShard } from './shards.js';
import type { SiteIndex } from './siteIndex.js';

const CODE_COLUMNS: readonly CodeColumn[] = ['functional_code', 'economic_department_code', 'economic_government_code', 'revenue_code'];
/** Figures after which a shard is full: some 200 KB. */
const FULL = 2500;

/** Every code that figures carry, and their figures in shards of bounded size. */
export function codeShards(figures: readonly PublishedRow<'figures'>[], index: SiteIndex): { lists: CodeList[]; shards: CodeShard[] } {
  const shards: CodeShard[] = [];
  let held = FULL;
  const lists = CODE_COLUMNS.map((column): CodeList => {
    const coded = figures.filter((figure) => figure[column] !== null);
    const groups = [...groupBy(coded, (figure) => figure[column] ?? '')].sort(([a], [b]) => (a < b ? -1 : 1));
    const codes = groups.map(([code, group]): [string, string, number] => {
      if (held + group.length > FULL && held > 0) {
        shards.push({});
        held = 0;
      }
      held += group.length;
      const shard = shards.at(-1)!;
      shard[column] = { ...shard[column], [code]: group.map((figure) => codeFigure(figure, index)).sort(byWho) };
      const newest = Math.max(...group.map(({ year }) => year ?? 0));
      return [code, index.codeName(column, code, newest) ?? '', shards.length - 1];
    });
    return { classification: column, codes };
  });
  return { lists, shards };
}

/** Organizations in their order, each as a whole before its units, the latest year first. */
function byWho(a: CodeFigure, b: CodeFigure): number {
  const unit = (figure: CodeFigure) => figure[1] ?? '';
  return a[0] - b[0] || (unit(a) < unit(b) ? -1 : Number(unit(a) > unit(b))) || (b[2] ?? 0) - (a[2] ?? 0);
}

function codeFigure(figure: PublishedRow<'figures'>, index: SiteIndex): CodeFigure {
  const { organization_id, unit_name, year, phase, flow, funding, part, amount, proof } = figure;
  const { document, table, r, c } = index.address(figure.line_id);
  return [index.organization(organization_id) ?? -1, unit_name, year, phase, flow, funding, part, amount, proof, document, table, r, c];
}

import { type Disclosure, type Figure, figureLines, type Line, type Proof, toDecimal } from '../model/index.js';

/** Which proof makes a line the better source. */
const TRUST: Record<Proof, number> = { proved: 3, unchecked: 2, disputed: 1, contradicted: 0 };

/** Whether two lines print the same amount, given how far each is rounded. */
function agree(a: Line, b: Line): boolean {
  const tolerance = toDecimal(a.resolution ?? '0')
    .plus(b.resolution ?? '0')
    .div(2);
  return toDecimal(a.amount ?? '0')
    .minus(b.amount ?? '0')
    .abs()
    .lte(tolerance);
}

/** The best source of a figure: proved before unproved, then what most lines print, then the finest digit, then the first in the order of ids. */
function best(lines: readonly Line[]): Line | undefined {
  const votes = (line: Line) => lines.filter((other) => agree(line, other)).length;
  const ranked = lines.map((line) => ({
    line,
    trust: TRUST[line.proof],
    votes: votes(line),
    resolution: toDecimal(line.resolution ?? '0'),
  }));
  ranked.sort(
    (a, b) => b.trust - a.trust || b.votes - a.votes || a.resolution.cmp(b.resolution) || (a.line.line_id < b.line.line_id ? -1 : 1),
  );
  return ranked[0]?.line;
}

/**
 * One row an amount of money (yuan), over all documents given: its best line, the lines that agree with it within rounding and those that do not.
 * Lines must carry their proof, and `corrected` names those whose amount a reviewer gave. Documents that were replaced at their source are to be left out by the caller.
 */
export function buildFigures(disclosures: readonly Pick<Disclosure, 'lines'>[], corrected: ReadonlySet<string> = new Set()): Figure[] {
  const groups = new Map<string, Line[]>();
  for (const { lines } of disclosures) {
    for (const [id, found] of figureLines(lines)) {
      const group = groups.get(id);
      if (group) group.push(...found);
      else groups.set(id, [...found]);
    }
  }
  const figures: Figure[] = [];
  for (const [figure_id, lines] of groups) {
    const source = best(lines.filter((line) => corrected.has(line.line_id))) ?? best(lines);
    if (!source || source.amount === null) continue;
    const others = lines.filter((line) => line !== source);
    const ids = (agreeing: boolean) =>
      others
        .filter((line) => agree(source, line) === agreeing)
        .map((line) => line.line_id)
        .sort();
    figures.push({
      figure_id,
      organization_id: source.organization_id,
      scope: source.scope,
      unit_name: source.unit_name,
      year: source.year,
      phase: source.phase,
      flow: source.flow,
      funding: source.funding,
      part: source.part,
      functional_code: source.functional_code,
      economic_department_code: source.economic_department_code,
      economic_government_code: source.economic_government_code,
      revenue_code: source.revenue_code,
      funding_source: source.funding_source,
      three_public_item: source.three_public_item,
      project_code: source.project_code,
      amount: source.amount,
      corrected: corrected.has(source.line_id),
      line_id: source.line_id,
      agreeing_line_ids: ids(true),
      disagreeing_line_ids: ids(false),
      proof: source.proof,
    });
  }
  return figures;
}

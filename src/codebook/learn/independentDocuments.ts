import type { Disclosure } from '../../model/index.js';

/** What learning needs of a disclosure. */
export type Disclosed = Pick<Disclosure, 'facts' | 'grids' | 'tables' | 'lines' | 'line_codes'>;

/** Share of printed amounts two documents must have in common to be drafts or copies of one. */
const SAME_CONTENT = 0.8;
/** Fewer amounts than this say nothing about sameness. */
const FEWEST_AMOUNTS = 20;

/** What a document prints as amounts, each with its row label: two texts of one budget share them, two years of one department do not. */
function content(disclosure: Disclosed): ReadonlySet<string> {
  return new Set(
    disclosure.lines
      .filter((line) => line.quantity === 'money' && line.amount !== null && line.amount !== '0')
      .map((line) => `${line.row_path.at(-1) ?? ''} ${line.amount}`),
  );
}

/** Whether the smaller content lies in the larger one to a great part. */
function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size < FEWEST_AMOUNTS) return false;
  let shared = 0;
  for (const item of small) if (large.has(item)) shared += 1;
  return shared >= SAME_CONTENT * small.size;
}

/** Who publishes what: the same for all documents of one organization, year and phase. */
function publication({ facts }: Disclosed): string {
  return [facts.organization_id, facts.year, facts.phase].join('|');
}

/**
 * Groups documents that do not testify independently: of one organization, year and phase (prose and tables, department and own budget), or of one year
 * with mostly the same amounts (drafts, copies under another name). Returns a group number for every disclosure, in their order.
 */
export function independentDocuments(disclosures: readonly Disclosed[]): number[] {
  const contents = disclosures.map(content);
  const groups: number[] = [];
  disclosures.forEach((disclosure, i) => {
    const twin = disclosures.findIndex(
      (other, k) =>
        k < i &&
        other.facts.year === disclosure.facts.year &&
        (publication(other) === publication(disclosure) || isSame(contents[k] ?? new Set(), contents[i] ?? new Set())),
    );
    groups.push(twin < 0 ? i : (groups[twin] ?? twin));
  });
  return groups;
}

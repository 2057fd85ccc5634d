import { type Classification, inForce, loadCodebook } from '../../src/codebook/index.js';

const LISTS: readonly Classification[] = ['functional', 'economic_department', 'economic_government', 'revenue', 'procurement', 'division'];
const PROVENANCES = ['official', 'template', 'observed', 'memory'] as const;
/** The year whose edition is counted as in force. */
const YEAR = 2024;

/** A table of the code lists: codes, versions of codes, versions in force in 2024, and versions by provenance. */
export function codebookCounts(): string {
  const codebook = loadCodebook();
  const rows = LISTS.map((name) => {
    const all = codebook.list(name);
    const codes = new Set(all.map((entry) => entry.code)).size;
    const now = all.filter((entry) => inForce(entry, YEAR)).length;
    const known = PROVENANCES.map((provenance) => all.filter((entry) => entry.provenance === provenance).length);
    return `| \`${name}\` | ${[codes, all.length, now, ...known].join(' | ')} |`;
  });
  const header = `| list | codes | versions | in force in ${YEAR} | ${PROVENANCES.join(' | ')} |`;
  return `${header}\n|${' --- |'.repeat(4 + PROVENANCES.length)}\n${rows.join('\n')}\n`;
}

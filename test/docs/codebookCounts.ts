import { type Classification, inForce, loadCodebook, openCodebook, readObserved } from '../../src/codebook/index.js';

const LISTS: readonly Classification[] = ['functional', 'economic_department', 'economic_government', 'revenue', 'procurement', 'division'];
const PROVENANCES = ['official', 'template', 'observed', 'memory'] as const;
/** The year whose edition is counted as in force. */
const YEAR = 2024;

/** A table of the code lists: codes, versions of codes, versions in force in 2024, versions by provenance, and versions that documents were seen to print. */
export function codebookCounts(): string {
  const codebook = loadCodebook();
  const rows = LISTS.map((name) => {
    const all = codebook.list(name);
    const codes = new Set(all.map((entry) => entry.code)).size;
    const now = all.filter((entry) => inForce(entry, YEAR)).length;
    const known = PROVENANCES.map((provenance) => all.filter((entry) => entry.provenance === provenance).length);
    const seen = all.filter((entry) => entry.documents > 0).length;
    return `| \`${name}\` | ${[codes, all.length, now, ...known, seen].join(' | ')} |`;
  });
  const header = `| list | codes | versions | in force in ${YEAR} | ${PROVENANCES.join(' | ')} | seen in documents |`;
  return `${header}\n|${' --- |'.repeat(5 + PROVENANCES.length)}\n${rows.join('\n')}\n`;
}

const DECISIONS = [
  ['confirm', 'names that documents print as the lists have them'],
  ['alias', 'other spellings'],
  ['version', 'names and codes that the lists did not have'],
  ['refuse', 'errors of documents'],
] as const;

/** A table of the decisions about pairs of code and name that documents print: pairs, and what they did to versions known from memory. */
export function learnedCounts(): string {
  const observed = readObserved();
  const lists = openCodebook([]);
  const fromMemory = LISTS.flatMap((name) => lists.list(name)).filter((entry) => entry.provenance === 'memory').length;
  const left = LISTS.flatMap((name) => loadCodebook().list(name)).filter((entry) => entry.provenance === 'memory').length;
  const rows = DECISIONS.map(([decision, meaning]) => {
    const mine = observed.filter((row) => row.decision === decision);
    const several = mine.filter(({ documents }) => documents > 1).length;
    return `| \`${decision}\` | ${meaning} | ${mine.length} | ${several} |`;
  });
  const table = `| decision | what | pairs | in more than one document |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  return `${table}\nOf ${fromMemory} versions that the lists know from memory, documents confirm ${fromMemory - left}.\n`;
}

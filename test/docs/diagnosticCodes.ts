import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { project } from './documents.js';

const CODE = "'([a-z][a-z0-9_]*)'";

/** The forms in which the source states a diagnostic code as a literal; the first group is the code. */
const FORMS: readonly RegExp[] = [
  // note('paging_unresolved', 'warning', ...), add(...), diagnose(...): a code before its severity, which may depend on a condition.
  new RegExp(`${CODE},\\s*(?:[^,'\\n]*\\?\\s*)?'(?:error|warning|info)'`, 'g'),
  // { code: 'soft_404', ... }
  new RegExp(`\\bcode: ${CODE}`, 'g'),
  // new FetchProblem('bad_url', ...)
  new RegExp(`new (?:UnreadableDocument|FetchProblem)\\(\\s*${CODE}`, 'g'),
];

/** Statements that choose a code or a reason among literals: every snake_case literal with an underscore in them is one. */
const CHOICES: readonly RegExp[] = [
  /const (?:code|\[code\b[^\]]*\]) = [^;]*;/g,
  /type TaskFailureCode = [^;]*;/g,
  /\bquarantineCell\([^;]*;/g,
];

/** What looks like a code and is none: weighted signs of a link, a cell role, and the list of severities itself. */
const OTHER_CODES: readonly string[] = ['src/discover/lexicon.ts', 'src/interpret/lines/cellRows.ts', 'src/model/diagnostic.ts'];

/** Every code of diagnostics and every reason of quarantine that the source states, those of the rules of checks apart. `http_NNN` stands for all HTTP statuses. */
export function codesOfSource(): Set<string> {
  const codes = new Set<string>();
  for (const entry of readdirSync(path.join(project, 'src'), { recursive: true, encoding: 'utf8' })) {
    const file = `src/${entry.split(path.sep).join('/')}`;
    if (!file.endsWith('.ts') || OTHER_CODES.includes(file)) continue;
    const text = readFileSync(path.join(project, file), 'utf8');
    for (const form of FORMS) for (const match of text.matchAll(form)) codes.add(match[1] ?? '');
    for (const form of CHOICES)
      for (const [statement] of text.matchAll(form))
        for (const match of statement.matchAll(/'([a-z]+(?:_[a-z0-9]+)+)'/g)) codes.add(match[1] ?? '');
    if (text.includes('http_$' + '{status}')) codes.add('http_NNN');
  }
  return codes;
}

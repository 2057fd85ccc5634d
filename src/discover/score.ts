import { SIGNS } from './lexicon.js';

export interface ScoreEvidence {
  /** Link text and file name. */
  own: string;
  /** Heading, list or article title around the link; empty where the link does not belong to it. */
  context: string;
  /** Whether the URL is that of a file. */
  document: boolean;
}

export interface Score {
  score: number;
  /** `code weight: matched text`, as data for the report. */
  reasons: string[];
}

/** How much speaks for a link to lead to a published departmental budget or final account, with every sign that counted. */
export function scoreLink(evidence: ScoreEvidence): Score {
  const reasons: string[] = [];
  const used = new Set<string>();
  let score = 0;
  const add = (code: string, weight: number, matched: string): void => {
    score += weight;
    reasons.push(`${code} ${weight > 0 ? '+' : ''}${weight}${matched === '' ? '' : `: ${matched}`}`);
  };
  for (const sign of SIGNS) {
    if (sign.group !== undefined && used.has(sign.group)) continue;
    const text = sign.where === 'own' ? evidence.own : sign.where === 'context' ? evidence.context : `${evidence.own} ${evidence.context}`;
    const matched = sign.pattern.exec(text)?.[0];
    if (matched === undefined || sign.unless?.test(text)) continue;
    if (sign.group !== undefined) used.add(sign.group);
    add(sign.code, sign.weight, matched);
  }
  if (evidence.document) add('document_url', 1, '');
  return { score, reasons };
}

/** The year a text states for a budget: the one before 年 or 预算/决算, else the only one; null where it is not clear. */
export function statedYear(text: string): number | null {
  const named = /((?:19|20)\d\d)\s*(?:年|(?:部门|单位)?[预决]算)/.exec(text)?.[1];
  if (named !== undefined) return Number(named);
  const all = new Set([...text.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/g)].map((match) => match[1]));
  const [only] = all;
  return all.size === 1 && only !== undefined ? Number(only) : null;
}

import type { Codebook } from '../../codebook/index.js';
import type { LineCode } from '../../model/index.js';
import type { CodeReading } from '../reading.js';

type Listed = 'functional' | 'economic_department' | 'economic_government' | 'revenue' | 'procurement';
const LISTED: ReadonlySet<string> = new Set(['functional', 'economic_department', 'economic_government', 'revenue', 'procurement']);

/** Whether the codebook keeps the list. */
function isListed(classification: string): classification is Listed {
  return LISTED.has(classification);
}

/** The `line_codes` row of one code of a line. Units are no official list and have none. */
export function lineCode(lineId: string, reading: CodeReading, codebook: Codebook, year: number | null): LineCode | null {
  const { classification } = reading;
  if (classification === 'unit') return null;
  const listed = isListed(classification);
  return {
    line_id: lineId,
    classification,
    code: reading.code,
    code_printed: reading.printed,
    name_printed: reading.name,
    official_name: listed ? (codebook.entry(classification, reading.code, year)?.name ?? null) : null,
    origin: reading.origin,
    agreement: listed ? codebook.agreement(classification, reading.code, reading.name, year) : 'none',
    score: reading.score === null ? null : plain(reading.score),
    runner_up: reading.runnerUp,
  };
}

/** The `line_codes` row of a name that may mean several codes: no code, and the best guess as runner-up. Units are no official list and have none. */
export function unsureLineCodes(lineId: string, { classification, name, score, code }: CodeReading): LineCode[] {
  if (classification === 'unit') return [];
  return [
    {
      line_id: lineId,
      classification,
      code: null,
      code_printed: null,
      name_printed: name,
      official_name: null,
      origin: 'named',
      agreement: 'none',
      score: score === null ? null : plain(score),
      runner_up: code,
    },
  ];
}

/** The `line_codes` row of a funding source or “三公” item, which are found by name only. */
export function namedLineCode(
  lineId: string,
  classification: 'funding_source' | 'three_public',
  code: string,
  name: string,
  official: string | null,
): LineCode {
  return {
    line_id: lineId,
    classification,
    code,
    code_printed: null,
    name_printed: name === '' ? null : name,
    official_name: official,
    origin: 'named',
    agreement: 'none',
    score: null,
    runner_up: null,
  };
}

/** A score between 0 and 1 with at most three decimals, written plainly. */
function plain(score: number): string {
  return String(Number(score.toFixed(3)));
}

import type { Disclosure, Kind, Line, Proof } from '../model/index.js';

/** How many money lines of one kind of table in one document are proved; printed zeros and dashes, which prove nothing, are counted apart. */
export interface ProofCounts {
  document_id: string;
  division_code: string | null;
  kind: Kind;
  proved: number;
  disputed: number;
  contradicted: number;
  unchecked: number;
  zeros: number;
  /** Of the lines that are not zero those in tables that print a total row or column, and of those the proved ones. */
  totalled: number;
  totalled_proved: number;
}

const isMoney = (line: Line) => line.quantity === 'money';
const isZero = (line: Line) => line.amount === null || line.amount === '0';
const isTotal = (line: Line) => line.row_role === 'total' || line.column_role === 'total';

/** What the checks of a document prove, by kind of table in the order of the document. `proofs` is that of its CheckResult. */
export function proofReport(disclosure: Pick<Disclosure, 'facts' | 'lines'>, proofs: Readonly<Record<string, Proof>>): ProofCounts[] {
  const { document_id, division_code } = disclosure.facts;
  const money = disclosure.lines.filter(isMoney);
  const totalled = new Set(money.filter(isTotal).map((line) => line.table_id));
  const byKind = new Map<Kind, ProofCounts>();
  for (const line of money) {
    const { kind } = line;
    const counts = byKind.get(kind) ?? { document_id, division_code, kind, ...NOTHING };
    byKind.set(kind, counts);
    if (isZero(line)) {
      counts.zeros += 1;
      continue;
    }
    const proof = proofs[line.line_id] ?? line.proof;
    counts[proof] += 1;
    if (!totalled.has(line.table_id)) continue;
    counts.totalled += 1;
    if (proof === 'proved') counts.totalled_proved += 1;
  }
  return [...byKind.values()];
}

const NOTHING = { proved: 0, disputed: 0, contradicted: 0, unchecked: 0, zeros: 0, totalled: 0, totalled_proved: 0 };
type Count = keyof typeof NOTHING;
const COUNTS = Object.keys(NOTHING) as Count[];

/** The sums of several counts under each key, in order of first appearance: by place, by document, by kind. */
export function sumProofs(counts: readonly ProofCounts[], keyOf: (counts: ProofCounts) => string): Map<string, typeof NOTHING> {
  const sums = new Map<string, typeof NOTHING>();
  for (const one of counts) {
    const sum = sums.get(keyOf(one)) ?? { ...NOTHING };
    for (const name of COUNTS) sum[name] += one[name];
    sums.set(keyOf(one), sum);
  }
  return sums;
}

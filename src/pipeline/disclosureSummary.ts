import type { z } from 'zod';
import { membershipOf } from '../check/index.js';
import type { Disclosure } from '../model/index.js';
import { errorCodes, type zDisclosureSummary } from './summaries.js';

const MOST_CODES = 50;

/** The little of a disclosure that planning, status and reports need. */
export function disclosureSummary(disclosure: Disclosure): z.infer<typeof zDisclosureSummary> {
  const { facts, tables, lines, line_codes, quarantine, diagnostics } = disclosure;
  const { disclosure_id, year } = facts;
  const { organization_id, names, units } = membershipOf(disclosure);
  const counts = { tables: tables.length, lines: lines.length, quarantined: quarantine.length };
  const unknown = line_codes
    .filter(({ agreement }) => agreement === 'unknown')
    .map(({ classification, code }) => `${classification} ${code ?? ''}`);
  const unknown_codes = [...new Set(unknown)].sort().slice(0, MOST_CODES);
  return {
    organization_id,
    names: [...names],
    units: [...units],
    disclosure_id,
    year,
    ...counts,
    unknown_codes,
    errors: errorCodes(diagnostics),
  };
}

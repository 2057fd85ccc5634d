import type { Codebook } from '../codebook/index.js';
import type { CheckResult, Disclosure } from '../model/index.js';
import { RULES } from './rules/index.js';
import { runRules } from './run.js';

export { type Department, departmentsOf, type Membership, membershipOf } from './departments.js';
export { type ProofCounts, proofReport, sumProofs } from './proofReport.js';
export { RULES } from './rules/index.js';

/** Checks one document against itself: every identity its tables and sentences allow, and the proof of each of its money lines. Never throws for what a document says. */
export function checkDisclosure(disclosure: Disclosure, codebook: Codebook): CheckResult {
  return runRules(
    RULES.filter((rule) => rule.scope === 'document'),
    [disclosure],
    codebook,
  );
}

/** Checks the documents of one organization against each other; proofs are of these checks alone. */
export function checkOrganization(disclosures: readonly Disclosure[], codebook: Codebook): CheckResult {
  return runRules(
    RULES.filter((rule) => rule.scope === 'organization'),
    disclosures,
    codebook,
  );
}

/** Checks the documents of a department (部门) against those of its units (单位); proofs are of these checks alone. */
export function checkDepartment(disclosures: readonly Disclosure[], codebook: Codebook): CheckResult {
  return runRules(
    RULES.filter((rule) => rule.scope === 'department'),
    disclosures,
    codebook,
  );
}

import type { LineCode } from '../../model/index.js';
import type { Codebook } from '../index.js';
import { nameKey } from '../names.js';
import type { Decision, ObservedRow } from '../observed.js';
import type { Disclosed } from './independentDocuments.js';
import { type PrintedPair, printedPairs } from './printedPairs.js';

/** How a printed pair stands to the codebook; the worst of all years in which it is printed. */
export type PairAgreement = LineCode['agreement'];

/** A printed pair with what the codebook says of it, and the decision of a person where there is one (`confirm` is proposed where the names are the same). */
export interface Proposal extends ObservedRow {
  agreement: PairAgreement;
  official_name: string;
}

const WORST_FIRST: readonly PairAgreement[] = ['conflict', 'unknown', 'local', 'other_year', 'none', 'agrees'];

/** The worst agreement of a pair over its years (over any year where none is known). */
function agreementOf(codebook: Codebook, { classification, code, name, years }: PrintedPair): PairAgreement {
  const found = (years.length === 0 ? [null] : years).map((year) => codebook.agreement(classification, code, name, year));
  return WORST_FIRST.find((agreement) => found.includes(agreement)) ?? 'none';
}

/**
 * What documents print, held against the codebook, for a person to decide: names as the codebook has them are proposed as `confirm`, for others the
 * decision is left open unless `decided` has one already. Pure.
 */
export function proposals(disclosures: readonly Disclosed[], codebook: Codebook, decided: readonly ObservedRow[]): Proposal[] {
  const keyOf = (row: { classification: string; code: string; name: string }) => `${row.classification}|${row.code}|${nameKey(row.name)}`;
  const known = new Map(decided.map((row) => [keyOf(row), row]));
  return printedPairs(disclosures).map((pair) => {
    const agreement = agreementOf(codebook, pair);
    const before = known.get(keyOf(pair));
    const last = pair.years.at(-1) ?? null;
    const official = codebook.entry(pair.classification, pair.code, last)?.name ?? '';
    const decision: Decision | '' =
      before?.decision ?? (agreement === 'agrees' && nameKey(official) === nameKey(pair.name) ? 'confirm' : '');
    return {
      classification: pair.classification,
      code: pair.code,
      name: pair.name,
      documents: pair.documents,
      first_year: pair.years[0] ?? null,
      last_year: last,
      decision,
      valid_from: before?.valid_from ?? null,
      valid_to: before?.valid_to ?? null,
      agreement,
      official_name: official,
    };
  });
}

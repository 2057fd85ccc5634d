import type { Codebook } from '../../codebook/index.js';
import type { Line } from '../../model/index.js';

type InternationalCodes = Pick<Line, 'cofog_code' | 'cofog_confidence' | 'cofog_source' | 'gfsm_code' | 'gfsm_confidence' | 'gfsm_source'>;

/** Of a line that has neither code. */
export const NO_INTERNATIONAL_CODES: InternationalCodes = {
  cofog_code: null,
  cofog_confidence: null,
  cofog_source: null,
  gfsm_code: null,
  gfsm_confidence: null,
  gfsm_source: null,
};

/** COFOG of a functional code and GFSM of a department economic code, each with how sure the mapping is and where it comes from; null where there is none. */
export function internationalCodes(functional: string | null, economic: string | null, codebook: Codebook): InternationalCodes {
  const cofog = functional === null ? null : codebook.cofog(functional);
  const gfsm = economic === null ? null : codebook.gfsm(economic);
  return {
    cofog_code: cofog?.code ?? null,
    cofog_confidence: cofog?.confidence ?? null,
    cofog_source: cofog?.provenance ?? null,
    gfsm_code: gfsm?.code ?? null,
    gfsm_confidence: gfsm?.confidence ?? null,
    gfsm_source: gfsm?.provenance ?? null,
  };
}

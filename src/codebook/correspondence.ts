import { z } from 'zod';
import { zConfidence, zProvenance } from '../model/index.js';
import { readDataFile } from './dataFiles.js';

const zPair = z.object({
  government_code: z.string().min(1),
  department_code: z.string().transform((code) => (code === '' ? null : code)),
  unit_type: z.string(),
  provenance: zProvenance,
  confidence: zConfidence,
});

/**
 * A department economic 款 and a government economic one that the same money can have, for offices or for institutions (`unit_type`, as printed). Codes of the
 * government alone (transfers, reserves) have no department code.
 */
export type EconomicPair = z.infer<typeof zPair>;

/** The official correspondence of the two economic classifications (政府预算和部门预算支出经济分类科目对照表). */
export function loadCorrespondence(): readonly EconomicPair[] {
  return readDataFile('economic_mapping.csv', zPair);
}

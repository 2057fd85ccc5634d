import { z } from 'zod';
import { zDiagnostic } from './diagnostic.js';
import { zPhase, zScope } from './facets.js';
import { zGridTable } from './gridTable.js';
import { zLine, zLineCheck, zLineCode } from './published/lines.js';
import { zAsset, zIndicator, zInstitution, zProcurement, zProject, zProjectSchedule, zStatement, zTerm } from './published/records.js';
import { zCellRow, zCheckRow, zQuarantineRow, zSectionRow, zTableRow } from './published/sources.js';

/** What a document says it is. `evidence` names what each fact was read from; what the file name says instead is a diagnostic. */
export const zDocumentFacts = z.object({
  document_id: z.string(),
  kind: z.string().nullable(),
  year: z.number().int().nullable(),
  phase: zPhase.nullable(),
  scope: zScope,
  organization: z.string().nullable(),
  organization_code: z.string().nullable(),
  organization_id: z.string(),
  division_code: z.string().nullable(),
  disclosure_id: z.string(),
  title: z.string().nullable(),
  evidence: z.array(z.string()),
});
export type DocumentFacts = z.infer<typeof zDocumentFacts>;

/**
 * What one document discloses: the rows it adds to every published table, before checks (`proof` is `unchecked`). `grids[i]` is the
 * printed table of `tables[i]`. The documents that share a `disclosure_id` are one publication.
 */
export const zDisclosure = z.object({
  facts: zDocumentFacts,
  grids: z.array(zGridTable),
  tables: z.array(zTableRow),
  cells: z.array(zCellRow),
  lines: z.array(zLine),
  line_codes: z.array(zLineCode),
  projects: z.array(zProject),
  project_schedule: z.array(zProjectSchedule),
  indicators: z.array(zIndicator),
  institutions: z.array(zInstitution),
  assets: z.array(zAsset),
  procurement: z.array(zProcurement),
  sections: z.array(zSectionRow),
  statements: z.array(zStatement),
  terms: z.array(zTerm),
  quarantine: z.array(zQuarantineRow),
  diagnostics: z.array(zDiagnostic),
});
export type Disclosure = z.infer<typeof zDisclosure>;

/** What `check` says of one disclosure (or of one organization's disclosures): rows, and the proof of each line by line_id. */
export const zCheckResult = z.object({
  checks: z.array(zCheckRow),
  line_checks: z.array(zLineCheck),
  proofs: z.record(z.string(), zLine.shape.proof),
  diagnostics: z.array(zDiagnostic),
});
export type CheckResult = z.infer<typeof zCheckResult>;

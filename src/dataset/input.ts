import type { z } from 'zod';
import {
  type CaptureRow,
  type CheckResult,
  type CodeRow,
  type Correction,
  type Diagnostic,
  type Disclosure,
  type DocumentFacts,
  zDocumentRow,
} from '../model/index.js';

/** What is known of a document's file, whether or not it could be read. */
export const zDocumentInfo = zDocumentRow.pick({
  document_id: true,
  file_name: true,
  media_type: true,
  bytes: true,
  pages: true,
  status: true,
  reasons: true,
});
export type DocumentInfo = z.infer<typeof zDocumentInfo> & {
  /** Of a document that could not be read: whose it is, of which year and kind, as its source says. */
  said?: SaidOfDocument | null | undefined;
};
export type SaidOfDocument = Pick<DocumentFacts, 'organization' | 'organization_id' | 'division_code' | 'year' | 'kind'>;

/** A diagnostic of a stage that knows no disclosure (discover, fetch, extract): about a document or, where there is none, about a URL. */
export interface SourceDiagnostic {
  document_id: string | null;
  url: string | null;
  diagnostic: Diagnostic;
}

/** Everything that a dataset is built from. Order does not matter: the rows are sorted. */
export interface DatasetInput {
  documents: readonly DocumentInfo[];
  captures: readonly CaptureRow[];
  /** One a document that could be read. */
  disclosures: readonly Disclosure[];
  /** The results of `checkDisclosure` and `checkOrganization`. */
  checks: readonly CheckResult[];
  /** The official codes that lines carry, and those above them. */
  codes: readonly CodeRow[];
  /** Reviewers' decisions, in the order of their file. */
  corrections: readonly Correction[];
  /** What the stages before `interpret` found; diagnostics of disclosures and checks are added from them. */
  diagnostics: readonly SourceDiagnostic[];
}

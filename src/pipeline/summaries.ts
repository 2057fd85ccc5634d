import { z } from 'zod';
import type { CheckResult, Diagnostic, Discovery, DocumentModel } from '../model/index.js';
import { contentOf } from './contentOf.js';

const zErrors = z.array(z.string()).describe('codes of the error diagnostics, sorted, each once');

/** The little of each result that planning, status and reports need without opening it. */
export const zDiscoverySummary = z.object({ candidates: z.number().int(), pages: z.number().int(), errors: zErrors });
export const zModelSummary = z.object({
  media_type: z.string(),
  pages: z.number().int(),
  status: z.enum(['read', 'unpacked', 'failed', 'unsupported']),
  /** Stands for what the document says: two documents with one content differ in their bytes only. */
  content: z.string(),
  errors: zErrors,
});
export const zDisclosureSummary = z.object({
  organization_id: z.string(),
  /** What the publisher is called, and the units whose money its tables list: who belongs to which department. */
  names: z.array(z.string()),
  units: z.array(z.string()),
  disclosure_id: z.string(),
  year: z.number().int().nullable(),
  tables: z.number().int(),
  lines: z.number().int(),
  quarantined: z.number().int(),
  /** Codes that the codebook does not have, sorted, each once. */
  unknown_codes: z.array(z.string()),
  errors: zErrors,
});
export const zCheckSummary = z.object({ checks: z.number().int(), fails: z.number().int(), errors: zErrors });

/** The codes of the errors among diagnostics, sorted, each once. */
export function errorCodes(diagnostics: readonly Diagnostic[]): string[] {
  return [...new Set(diagnostics.filter((one) => one.severity === 'error').map((one) => one.code))].sort();
}

/** The members of an archive: counts, and the codes of errors. */
export const zUnpackSummary = z.object({ members: z.number().int(), errors: zErrors });

/** The media type of archives whose members are documents of their own. */
export const ARCHIVE_TYPE = 'application/zip';

/**
 * A document of which nothing could be read has failed; one that no reader exists for is unsupported; an archive is unpacked, its members are documents.
 */
export function modelSummary(model: DocumentModel): z.infer<typeof zModelSummary> {
  const errors = errorCodes(model.diagnostics);
  const hasText = model.blocks.some((block) => (block.type === 'table' ? block.grid.cells.length > 0 : block.type !== 'figure'));
  const unread = !hasText && errors.length > 0;
  const unreadStatus = errors.includes('unsupported_format') ? 'unsupported' : 'failed';
  const status = model.mediaType === ARCHIVE_TYPE ? 'unpacked' : unread ? unreadStatus : 'read';
  return { media_type: model.mediaType, pages: model.pages.length, status, content: contentOf(model), errors };
}

export function discoverySummary({ candidates, pages, diagnostics }: Discovery): z.infer<typeof zDiscoverySummary> {
  return { candidates: candidates.length, pages: pages.length, errors: errorCodes(diagnostics) };
}

export function checkSummary({ checks, diagnostics }: CheckResult): z.infer<typeof zCheckSummary> {
  const fails = checks.filter((check) => check.outcome === 'fails').length;
  return { checks: checks.length, fails, errors: errorCodes(diagnostics) };
}

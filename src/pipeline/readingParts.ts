import { z } from 'zod';
import { type CheckResult, type Disclosure, type DocumentModel, zCheckResult, zDiagnostic, zDisclosure } from '../model/index.js';

/** What a reading tells of the model itself; its blocks stay in the child that read them. */
const zModelFacts = z.object({
  sha256: z.string(),
  mediaType: z.string(),
  pages: z.number().int(),
  /** Whether anything of the document could be read. */
  hasBlocks: z.boolean(),
  diagnostics: z.array(zDiagnostic),
});

const reading = <D extends z.ZodObject, C extends z.ZodObject>(disclosure: D, check: C) =>
  z.object({ file: z.string(), model: zModelFacts, disclosure, check });

/** The parts of a reading by what they are wanted for: whole readings of large documents have tens of megabytes, of which each use needs little. */
const READING_PARTS = {
  /** The printed tables. */
  tables: reading(
    zDisclosure.pick({ facts: true, grids: true, tables: true, diagnostics: true }),
    zCheckResult.pick({ diagnostics: true }),
  ),
  /** Every amount and its proof. */
  lines: reading(zDisclosure.pick({ lines: true }), zCheckResult.pick({ proofs: true })),
  /** What arithmetic says of the amounts. */
  checks: reading(zDisclosure.pick({ facts: true, lines: true }), zCheckResult.pick({ checks: true, proofs: true, diagnostics: true })),
  /** Why tables and columns mean what they mean. */
  meanings: reading(zDisclosure.pick({ facts: true, tables: true, lines: true, diagnostics: true }), z.object({})),
  /** The pairs of code and name that are printed. */
  codes: reading(zDisclosure.pick({ facts: true, grids: true, tables: true, lines: true, line_codes: true }), z.object({})),
} as const;

export const zReadingPart = z.enum(['tables', 'lines', 'checks', 'meanings', 'codes']);
export type ReadingPart = z.infer<typeof zReadingPart>;

/** What the stages up to the check say of one file, as far as `P` needs it. */
export type DocumentReading<P extends ReadingPart> = z.infer<(typeof READING_PARTS)[P]>;

/** The schema of a part. */
export function readingSchema<P extends ReadingPart>(part: P): z.ZodType<DocumentReading<P>> {
  const schemas: { readonly [K in ReadingPart]: z.ZodType<DocumentReading<K>> } = READING_PARTS;
  return schemas[part];
}

/** The part of a whole reading. */
export function partOf(part: ReadingPart, whole: { file: string; model: DocumentModel; disclosure: Disclosure; check: CheckResult }) {
  const { disclosure, check } = READING_PARTS[part].shape;
  const { sha256, mediaType, pages, blocks, diagnostics } = whole.model;
  return {
    file: whole.file,
    model: { sha256, mediaType, pages: pages.length, hasBlocks: blocks.length > 0, diagnostics },
    disclosure: withKeys(whole.disclosure, disclosure.shape),
    check: withKeys(whole.check, check.shape),
  };
}

/** The entries of an object whose keys `shape` has too. */
function withKeys(object: object, shape: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key in shape));
}

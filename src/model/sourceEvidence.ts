import { z } from 'zod';

/** What a source says of a document beside its bytes. It counts only for what the document does not print. */
export const zSourceEvidence = z.object({
  /** Words around the link, nearest first: its text, the article or heading over it, the archive or folder that the file was in. */
  texts: z.array(z.string()),
  /** The organization that the source names as the publisher of the document. */
  department: z.string().nullable(),
});
export type SourceEvidence = z.infer<typeof zSourceEvidence>;

/** What a person knows of the documents of a source and the documents do not print. */
export const zMappingHints = z.strictObject({
  unit: z
    .enum(['元', '百元', '千元', '万元', '百万元', '亿元'])
    .optional()
    .describe('unit of money of tables that print none; each such table has a diagnostic'),
  codes_of: z
    .number()
    .int()
    .min(2007)
    .max(2100)
    .optional()
    .describe('the year whose classifications are meant by documents that state no year; the newest by default'),
});
export type MappingHints = z.infer<typeof zMappingHints>;

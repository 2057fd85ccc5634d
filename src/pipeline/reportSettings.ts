import { z } from 'zod';

/** Which pages of documents get a picture in the report. */
export const zReportPages = z.enum(['review', 'all', 'none']);
export type ReportPages = z.infer<typeof zReportPages>;

/** The pages to look at that a run builds beside its dataset. */
export const zReportSettings = z.strictObject({
  build: z.boolean().default(true).describe('whether a run builds the pages to look at ([report](report.md)) beside its dataset'),
  pages: zReportPages
    .default('review')
    .describe('which pages of PDFs get a picture: those that a person must look at, all with a table, or none'),
});

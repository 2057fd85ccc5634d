import { z } from 'zod';

const share = (fallback: number) => z.number().min(0).max(1).default(fallback);

/** What a pipeline asks of its published versions. Shares go from 0 to 1. */
export const zReleaseSettings = z.strictObject({
  spreadsheet: z.boolean().default(false).describe('whether an edition for spreadsheets is written as well'),
  rows: share(0.9).describe('least share of the rows of each printed table that a new version must keep of the last'),
  documents: share(1).describe('least share of the documents that a new version must keep of the last'),
  proved: share(0).describe('least share of the lines with an amount that must be proved'),
  proved_loss: share(0.05).describe('by how much that share may fall from one version to the next'),
});
export type ReleaseSettings = z.infer<typeof zReleaseSettings>;

import { z } from 'zod';

/** Where the documents of a dataset come from, for its description. */
const zPackageSource = z.object({
  title: z.string(),
  /** A URL; blank for a folder. */
  path: z.string().nullable(),
  /** Of the captures from it: UTC, ISO 8601; blank where files are read in place. */
  first_fetched_at: z.string().nullable(),
  last_fetched_at: z.string().nullable(),
  documents: z.number().int(),
});

/** What describes a dataset as a whole and cannot be told from its rows. */
export const zPackageInfo = z.object({
  /** The pipeline's name: lower-case letters, digits, `-` and `_`. */
  name: z.string(),
  title: z.string(),
  publisher: z.object({ name: z.string(), url: z.string().optional(), division_code: z.string().optional() }).nullable(),
  /** As the source states it: an SPDX id, a URL or words. Null where the source states none. */
  licence: z.string().nullable(),
  sources: z.array(zPackageSource),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** The time of the newest capture: the only date of a dataset. Null where nothing was fetched over the network. */
  created: z.string().nullable(),
  /** Assertions that failed, where the dataset was published all the same. */
  forced: z.array(z.string()),
});
export type PackageInfo = z.infer<typeof zPackageInfo>;

/** Editions beside the canonical ones. */
export interface PackageOptions {
  /** `spreadsheet/<table>.csv`: with byte order mark, and no text that a spreadsheet takes for a formula. */
  spreadsheet: boolean;
}

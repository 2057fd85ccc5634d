import { z } from 'zod';
import { zDiagnostic } from './diagnostic.js';

/** A link or file that may be a document, with the evidence around it. `url` is absolute (http, https) or a path inside a folder source. */
export const zCandidate = z.object({
  url: z.string(),
  file_name: z.string(),
  link_text: z.string().nullable(),
  heading: z.string().nullable(),
  listed_date: z.string().nullable(),
  /** The department that the page names for the link (a column, a group heading, a suffix of the title). */
  department: z.string().nullable().optional(),
  parent_url: z.string().nullable(),
  score: z.number(),
  score_reasons: z.array(z.string()),
});
export type Candidate = z.infer<typeof zCandidate>;

/** A page that leads to documents: a list, its next page, an article. */
export const zPageLink = z.object({
  url: z.string(),
  role: z.enum(['list', 'article']),
  /** A further page of the same list: does not count towards the depth of links. */
  paging: z.boolean().optional(),
  link_text: z.string().nullable(),
  listed_date: z.string().nullable(),
});
export type PageLink = z.infer<typeof zPageLink>;

/** What one page (or folder) gives: documents, further pages, diagnostics. */
export const zDiscovery = z.object({ candidates: z.array(zCandidate), pages: z.array(zPageLink), diagnostics: z.array(zDiagnostic) });
export type Discovery = z.infer<typeof zDiscovery>;

import { z } from 'zod';

/** Who publishes what a source holds, and under which terms: copied into the dataset's description. */
const zPublisher = z.strictObject({
  name: z.string().min(1).describe('who publishes, as it calls itself: 保定市徐水区人民政府办公室'),
  url: z.url().optional().describe('its home page'),
  licence: z.string().optional().describe('SPDX id, URL or words'),
  division_code: z
    .string()
    .regex(/^\d{6}(\d{6})?$/, 'expected 6 or 12 digits of GB/T 2260, in quotes, such as "130609"')
    .optional()
    .describe('administrative division (GB/T 2260)'),
});

/** A glob over `/`-separated paths: `*` and `?` stay inside a folder, `**` crosses folders, `{a,b}` is either. */
const zGlobs = z.array(z.string().min(1));

/** Documents expected per year, by the year that they print. */
const zExpected = z.record(z.string().regex(/^(19|20)\d\d$/, 'expected a year such as "2024"'), z.number().int().nonnegative());

const common = {
  publisher: zPublisher.optional().describe('who publishes what the source holds'),
  expected: zExpected.optional().describe('documents expected per year: fewer is an alarm, none a failure'),
};

/** A folder of files that are there already. `path` is relative to the pipeline file until `readPipeline` has resolved it. */
export const zFolderSource = z.strictObject({
  type: z.literal('folder').describe('a folder of files that are there already'),
  path: z.string().min(1).describe('the folder, relative to the pipeline file'),
  include: zGlobs.default(['**/*']).describe('files that are read, relative to the folder'),
  exclude: zGlobs.default([]).describe('files and folders that are not'),
  max_files: z.number().int().positive().default(100_000).describe('files beyond are reported, not read'),
  max_depth: z.number().int().positive().default(12).describe('folders deeper than this are reported, not read'),
  max_bytes: z
    .number()
    .int()
    .positive()
    .default(100 * 1024 * 1024)
    .describe('larger files are reported, not read'),
  ...common,
});
export type FolderSource = z.infer<typeof zFolderSource>;

const zWebUrl = z.url({ protocol: /^https?$/, error: 'expected an absolute http or https URL' });

export const zStartPage = z.strictObject({
  url: zWebUrl.describe('where to begin'),
  role: z
    .enum(['list', 'article'])
    .default('list')
    .describe('list: a page that links to articles; article: one with attachments or a text'),
});

const zRate = z.strictObject({
  requests_per_second: z.number().positive().max(1000).default(1).describe('per host'),
  concurrency: z.number().int().positive().max(64).default(2).describe('requests in flight per host'),
  max_crawl_delay_seconds: z
    .number()
    .nonnegative()
    .default(30)
    .describe('where robots.txt asks for a longer Crawl-delay, nothing is asked for, and that is an error'),
});

const zRobots = z
  .strictObject({
    obey: z.boolean().default(true).describe('whether robots.txt decides what may be asked for'),
    reason: z.string().min(10).optional().describe('why robots.txt is not obeyed: required when obey is false'),
  })
  .refine((robots) => robots.obey || robots.reason !== undefined, {
    path: ['reason'],
    error: 'expected a reason (10 characters or more) because obey is false',
  });

const zLimits = z.strictObject({
  max_bytes: z
    .number()
    .int()
    .positive()
    .default(100 * 1024 * 1024)
    .describe('of a body, after decompression'),
  timeout_seconds: z.number().positive().default(60).describe('for a whole response'),
  redirects: z.number().int().nonnegative().max(20).default(8).describe('from one URL to the next'),
});

/** A site harvested over HTTP. Nothing has to be selected by hand: `discover` finds lists, articles and documents by their features. */
export const zWebSource = z.strictObject({
  type: z.literal('web').describe('a site'),
  start: z.array(zStartPage).min(1).describe('pages to begin with'),
  hosts: z
    .array(z.string().min(1))
    .default([])
    .describe('further hosts that may be fetched; those under the registrable domains of the start pages always may'),
  include_urls: zGlobs.default([]).describe('if given, only list and article pages that match are followed'),
  exclude_urls: zGlobs.default([]).describe('pages and documents that are never fetched'),
  years: z
    .array(z.number().int().min(1990).max(2100))
    .default([])
    .describe('if given, candidates known to be of another year are left out'),
  threshold: z.number().default(3).describe('candidates with a lower score are reported, not fetched'),
  max_depth: z
    .number()
    .int()
    .positive()
    .default(6)
    .describe('links between a start page and a document; following pages of a list do not count'),
  max_list_pages: z.number().int().positive().default(200).describe('following pages of one list'),
  max_pages: z.number().int().positive().default(20_000).describe('pages of the whole source'),
  rate: zRate.prefault({}),
  robots: zRobots.prefault({}),
  limits: zLimits.prefault({}),
  allow_private: z.boolean().default(false).describe('whether loopback, private and link-local addresses may be asked'),
  certificates_sha256: z
    .array(z.string().regex(/^[0-9A-Fa-f]{2}(:?[0-9A-Fa-f]{2}){31}$/, 'expected the SHA-256 fingerprint of a certificate: 32 hex pairs'))
    .default([])
    .describe('certificates accepted though they do not verify: a pinned exception of this source'),
  contact: z.string().min(3).optional().describe('URL or e-mail address put into the User-Agent'),
  ...common,
});
export type WebSource = z.infer<typeof zWebSource>;

/** A publisher's site or folder, described in pipelines/*.yaml. */
export const zSource = z.discriminatedUnion('type', [zFolderSource, zWebSource]);
export type Source = z.infer<typeof zSource>;

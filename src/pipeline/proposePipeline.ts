import { stringify } from 'yaml';
import { loadCodebook } from '../codebook/index.js';
import { describePage, discoverPage, type FetchedPage } from '../discover/index.js';
import { type Discovery, zWebSource } from '../model/index.js';

/** A pipeline file proposed from a page: for a person to read and correct before it is used. */
export interface PipelineProposal {
  name: string;
  yaml: string;
  discovery: Discovery;
}

const YEAR = /(?<!\d)((?:19|20)\d\d)(?=\s*年|\s*(?:部门|单位)?[预决]算)/g;

/** Proposes a pipeline from one page of a site: its start, publisher, division and hosts, and what is found there. Throws RangeError where `url` is no http URL. */
export function proposeWebPipeline(page: FetchedPage, contact: string | null): PipelineProposal {
  const url = new URL(page.url);
  if (!/^https?:$/.test(url.protocol)) throw new RangeError(`${page.url} is no http or https URL`);
  const described = describePage(page);
  const role = described.isArticle ? 'article' : 'list';
  const source = zWebSource.parse({ type: 'web', start: [{ url: page.url, role }] });
  const discovery = discoverPage({ ...page, role }, source);
  const hosts = [
    ...new Set(discovery.diagnostics.filter(({ code }) => code === 'off_site_document').flatMap(({ message }) => hostsIn(message))),
  ];
  const publisher = publisherOf(described.site || described.title);
  const years = yearsOf(discovery);
  const description = {
    name: nameOf(url),
    title: described.title || url.hostname,
    source: {
      type: 'web',
      start: [{ url: page.url, role }],
      ...(hosts.length === 0 ? {} : { hosts }),
      ...(contact === null ? {} : { contact }),
      ...(publisher === null ? {} : { publisher: { ...publisher, url: url.origin } }),
    },
    schedule: { cron: '17 3 * * 1' },
  };
  const yaml = `${header(page.url, discovery, years)}${stringify(description, { lineWidth: 140 })}${footer(contact, years)}`;
  return { name: description.name, yaml, discovery };
}

/** Proposes a pipeline for a folder of files. */
export function proposeFolderPipeline(folder: string, name: string): string {
  const description = { name: safeName(name), title: name, source: { type: 'folder', path: folder } };
  return `# The documents of ${folder}.\n${stringify(description)}`;
}

/** What is said above the proposal: what the page gave. */
function header(url: string, { candidates, pages, diagnostics }: Discovery, years: ReadonlyMap<string, number>): string {
  const problems = diagnostics.filter(({ severity }) => severity !== 'info').map(({ code, message }) => `# ${code}: ${message}`);
  const perYear = [...years].map(([year, count]) => `${year}: ${count}`).join(', ');
  return [
    `# Proposed from ${url}. Read it, correct it, then: fiscus validate --discover FILE`,
    `# The page leads to ${candidates.length} documents and ${pages.length} pages${perYear === '' ? '' : ` (by the years named: ${perYear})`}.`,
    ...problems,
    '',
  ].join('\n');
}

/** What a person has to decide, as comments. */
function footer(contact: string | null, years: ReadonlyMap<string, number>): string {
  const [year] = years.keys();
  return [
    '# Under source, if you know it:',
    ...(contact === null ? ['#   contact: mailto:you@example.org        # so that the publisher can reach you; do give one'] : []),
    '#   publisher.licence                      # the terms of use, if the site states any',
    `#   expected: { "${year ?? '2024'}": 50 }               # documents a year: fewer is an alarm, none a failure`,
    '',
  ].join('\n');
}

/** The publisher that a site's name names, with its division where the name begins with one. */
function publisherOf(site: string): { name: string; division_code?: string } | null {
  const name = site.replace(/(?:门户网站|政府网站?|官方网站|官网|网站)$/, '').trim();
  if (name === '') return null;
  const division = loadCodebook().divisionByName(name, null);
  return division === null ? { name } : { name, division_code: division.code };
}

/** How many links name each year, latest first. */
function yearsOf({ candidates, pages }: Discovery): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { link_text } of [...candidates, ...pages]) {
    const year = [...(link_text ?? '').matchAll(YEAR)].at(-1)?.[1];
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => Number(b) - Number(a)));
}

/** The hosts that a message about documents elsewhere names. */
function hostsIn(message: string): string[] {
  return /documents on ([^;]+);/.exec(message)?.[1]?.split(', ') ?? [];
}

/** A name for the pipeline: the host without www and public suffix, and what the path begins with. */
function nameOf(url: URL): string {
  const host = url.hostname.replace(/^www\./, '').replace(/\.(?:gov|edu|org|com|net)\.cn$|\.(?:gov|org|com|net|cn)$/, '');
  return safeName(host);
}

/** A text as the name of a pipeline. */
function safeName(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return name === '' ? 'source' : name;
}

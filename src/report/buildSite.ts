import { groupBy, readDocument } from '../dataset/index.js';
import type { PublishedRow } from '../model/index.js';
import { organizationSeries } from './breakdowns.js';
import { codeShards } from './codeShards.js';
import { type DocumentLinks, documentLinks } from './documentLinks.js';
import { documentShards } from './documentShards.js';
import { type DrawPages, writePageImages } from './pageImages.js';
import { type PublishedTables, readPublishedTables } from './publishedTables.js';
import { pagesToReview, reviewItems } from './reviewItems.js';
import { ReviewQueue } from './reviewQueue.js';
import type { CodeList, CoverageShard, DocumentEntry, OrganizationEntry, ReviewItem, SiteShard } from './shards.js';
import { BUILT_ASSETS, copyAssets } from './siteAssets.js';
import { type SiteIndex, siteIndex } from './siteIndex.js';
import { SiteTotals } from './siteTotals.js';
import { trends } from './trends.js';
import { writeShard } from './writeShard.js';

export interface SiteOptions {
  /** The folder of a published dataset. */
  dataset: string;
  /** An empty folder for the site. */
  folder: string;
  /** Which pages get a picture: those that need review, all with a table, or none. */
  pages: 'review' | 'all' | 'none';
  draw: DrawPages;
  /** Where the built code of the pages is; by default beside the compiled room. */
  assets?: string;
  onProgress?: (done: number, documents: number) => void;
}

/** Documents whose pages are drawn while the next is read. */
const AT_ONCE = 4;

/** Writes a static site about a published dataset. The same dataset gives the same files. Throws where the folder holds no dataset, or the disk fails. */
export async function buildSite(options: SiteOptions): Promise<void> {
  const { dataset, folder } = options;
  const tables = await readPublishedTables(dataset);
  const index = siteIndex(tables);
  const decided = new Set(tables.corrections.map(({ target_id }) => target_id));
  const queue = new ReviewQueue(folder, (target) => decided.has(target));
  const totals = new SiteTotals();
  const drawing: Promise<void>[] = [];
  for (const [number, { document_id }] of tables.documents.entries()) {
    const links = documentLinks(await readDocument(dataset, document_id));
    const items = reviewItems(links, number);
    totals.add(links, items);
    await queue.add(items);
    const written = writeDocument(links, items, options);
    // It is awaited below; should it fail while another is awaited, that is no unhandled rejection.
    written.catch(() => undefined);
    drawing.push(written);
    if (drawing.length >= AT_ONCE) await drawing.shift();
    options.onProgress?.(number + 1, tables.documents.length);
  }
  await Promise.all(drawing);
  await queue.close();
  const { lists, shards } = codeShards(tables.figures, index);
  for (const [number, shard] of shards.entries()) await writeShard(folder, `codes/${number}`, shard);
  await writeOrganizations(tables, index, folder);
  await writeShard(folder, 'coverage', coverageRows(tables, index));
  await writeShard(folder, 'trends', trends(tables, totals.money));
  await writeShard(folder, 'site', siteShard(tables, index, totals, lists));
  await copyAssets(options.assets ?? BUILT_ASSETS, folder);
}

/** The shards and page images of a document. */
async function writeDocument(links: DocumentLinks, items: readonly ReviewItem[], { folder, pages, draw }: SiteOptions): Promise<void> {
  const { document } = links;
  const wanted = [...(pages === 'all' ? new Set(links.tables.flatMap((table) => table.pages)) : pagesToReview(links, items))];
  const drawn = pages === 'none' || document.pages === 0 ? [] : wanted.sort((a, b) => a - b);
  const images = await writePageImages(folder, document.document_id, drawn, draw);
  const shards = documentShards(links, items, images);
  const name = `documents/${document.document_id.slice(0, 16)}`;
  await writeShard(folder, name, shards.document);
  for (const [number, shard] of shards.tables.entries()) await writeShard(folder, `${name}.${number}`, shard);
}

async function writeOrganizations({ organizations, figures }: PublishedTables, index: SiteIndex, folder: string): Promise<void> {
  const own = groupBy(figures, ({ organization_id }) => organization_id);
  for (const [number, { organization_id }] of organizations.entries())
    await writeShard(folder, `organizations/${number}`, organizationSeries(own.get(organization_id) ?? [], index));
}

function coverageRows({ coverage }: PublishedTables, index: SiteIndex): CoverageShard {
  return coverage.flatMap(({ organization_id, year, kind, status, expected, captured, extracted, lines, proved }): CoverageShard => {
    const organization = index.organization(organization_id);
    return organization === null ? [] : [[organization, year, kind, status, expected, captured, extracted, lines, proved]];
  });
}

function siteShard(tables: PublishedTables, index: SiteIndex, totals: SiteTotals, codeLists: CodeList[]): SiteShard {
  const { about, documents, organizations, figures, corrections } = tables;
  const [licence] = about.licenses ?? [];
  return {
    title: about.title,
    version: about.version,
    licence: licence?.title ?? licence?.name ?? null,
    publisher: about.contributors?.[0]?.title ?? null,
    key: `${about.name} ${about.title}`,
    counts: totals.counts(figures.length),
    organizations: organizations.map((organization) => organizationEntry(organization, index)),
    documents: documents.map((document) => documentEntry(document, index, totals)),
    codeLists,
    corrections,
  };
}

function organizationEntry(row: PublishedRow<'organizations'>, index: SiteIndex): OrganizationEntry {
  const { name, organization_id: id, code, aliases, parent_organization_id } = row;
  return { name, id, code, aliases, parent: index.organization(parent_organization_id) };
}

function documentEntry(row: PublishedRow<'documents'>, index: SiteIndex, totals: SiteTotals): DocumentEntry {
  const { document_id: id, file_name: file, year, kind, status, tables, lines, proved, title } = row;
  const organization = index.organization(row.organization_id);
  return { id, title: title ?? file, file, organization, year, kind, status, tables, lines, proved, review: totals.review.get(id) ?? 0 };
}

import type { DocumentEntry, SiteShard } from '../shards.js';
import { Decisions } from './decisions.js';
import { shard } from './shardLoader.js';

/** What every page may use. */
export interface Site {
  data: SiteShard;
  decisions: Decisions;
  organizationIndex(id: string): number | null;
  documentIndex(id: string): number | null;
}

/** Loads what every page needs. */
export async function openSite(): Promise<Site> {
  const data = await shard<SiteShard>('site');
  const organizations = new Map(data.organizations.map(({ id }, index) => [id, index]));
  const documents = new Map(data.documents.map(({ id }, index) => [id.slice(0, 16), index]));
  return {
    data,
    decisions: new Decisions(`fiscus.decisions ${data.key}`, data.corrections),
    organizationIndex: (id) => organizations.get(id) ?? null,
    documentIndex: (id) => documents.get(id) ?? null,
  };
}

/** Addresses within the site. */
export const links = {
  overview: '#/',
  organizations: '#/organizations',
  documents: '#/documents',
  codes: '#/codes',
  review: '#/review',
  search: (query: string) => `#/search/${encodeURIComponent(query)}`,
  organization: (id: string) => `#/organization/${encodeURIComponent(id)}`,
  document: ({ id }: Pick<DocumentEntry, 'id'>) => `#/document/${id.slice(0, 16)}`,
  table: ({ id }: Pick<DocumentEntry, 'id'>, table: number) => `#/document/${id.slice(0, 16)}/${table}`,
  cell: ({ id }: Pick<DocumentEntry, 'id'>, table: number, r: number, c: number) => `#/document/${id.slice(0, 16)}/${table}/${r}/${c}`,
  code: (column: string, code: string) => `#/code/${column}/${encodeURIComponent(code)}`,
};

import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import type { PortalResource } from '../../src/cli/portalServer.js';
import { budgetPage } from '../pipeline/budgetPage.js';
import { type ListPage, PORTAL_STYLES, type PortalStyle } from './styles.js';

/** A site of departments that publish a budget a year, each department on a portal of one of the styles. Nothing of it is kept: every page is made when asked for. */
export interface SimulatedSite {
  departments: number;
  years: number;
  /** Articles on a page of a list. */
  perPage: number;
  /** 0: each document is a small budget that can be read; else bytes of so many that begin as a PDF does, for measuring what comes before reading. */
  documentBytes: number;
  /** Which version of a document is served; 0 at first. A vanished one answers 404 and is listed no more. */
  version(department: number, year: number): number | 'vanished';
}

const FIRST_YEAR = 2015;
const LAST_MODIFIED = new Date('2024-02-06T00:00:00Z');
const PER_INDEX = 200;

/** A site in which nothing changes. */
export function quietSite(departments: number, years: number, documentBytes = 0): SimulatedSite {
  return { departments, years, perPage: 15, documentBytes, version: () => 0 };
}

/** The style of a department's portal. */
function styleOf(department: number): PortalStyle {
  const style = PORTAL_STYLES[department % PORTAL_STYLES.length];
  if (style === undefined) throw new Error('no styles');
  return style;
}

export const departmentName = (department: number): string => `第${department}区财政局`;

/** The path of a document, as the style of its department writes it. */
export function documentTarget(department: number, year: number): string {
  return styleOf(department).document(department, year);
}

/** Every document that the site links to now: path -> sha256 of its bytes. */
export function reachableDocuments(site: SimulatedSite): Map<string, string> {
  const documents = new Map<string, string>();
  for (let department = 0; department < site.departments; department += 1) {
    for (const year of yearsOf(site)) {
      if (site.version(department, year) === 'vanished') continue;
      const bytes = documentBytes(site, department, year);
      documents.set(documentTarget(department, year), createHash('sha256').update(bytes).digest('hex'));
    }
  }
  return documents;
}

function yearsOf({ years }: SimulatedSite): number[] {
  return Array.from({ length: years }, (_, index) => FIRST_YEAR + index);
}

/** The bytes of a document: a small budget with figures of its own. */
function documentBytes(site: SimulatedSite, department: number, year: number): Buffer {
  const version = Number(site.version(department, year)) || 0;
  const text = budgetPage(departmentName(department), `${year - 2000}${department}.${10 + version}`).replaceAll('2024', String(year));
  if (site.documentBytes === 0) return Buffer.from(text, 'utf8');
  const head = `%PDF-1.7\n% ${department} ${year} ${version}\n`;
  return Buffer.from(head.padEnd(site.documentBytes, '.'), 'latin1');
}

/** What the site answers to a path with its query; null: 404. `/robots.txt` disallows `/internal/`, to which every list page links. */
export function answerOf(site: SimulatedSite, target: string): PortalResource | null {
  if (target === '/robots.txt') return page('User-agent: *\nDisallow: /internal/\n', { type: 'text/plain' });
  if (target.startsWith('/internal/')) return page('internal', { type: 'text/plain' });
  const index = /^\/(?:index(\d+)\.html)?$/.exec(target);
  if (index !== null) return indexPage(site, Number(index[1] ?? 0));
  const department = Number(/^\/d(\d+)\//.exec(target)?.[1] ?? -1);
  if (department < 0 || department >= site.departments) return null;
  const style = styleOf(department);
  const place = style.read(target);
  if (place === null) return null;
  if (place.kind === 'list') return listPage(site, department, place.page, target);
  const known = yearsOf(site).includes(place.year) && site.version(department, place.year) !== 'vanished';
  if (!known) return null;
  if (place.kind === 'article')
    return page(style.articlePage({ department, name: departmentName(department), year: place.year }), { charset: style.charset });
  const body = documentBytes(site, department, place.year);
  const version = Number(site.version(department, place.year)) || 0;
  const lastModified = new Date(LAST_MODIFIED.getTime() + version * 86_400_000);
  return { body, type: style.documentType, lastModified, download: style.download?.(departmentName(department), place.year) };
}

/** The start page: departments in groups, each group a page with a 下一页. */
function indexPage(site: SimulatedSite, at: number): PortalResource | null {
  const first = at * PER_INDEX;
  if (first >= Math.max(1, site.departments)) return null;
  const last = Math.min(site.departments, first + PER_INDEX);
  const links = Array.from({ length: last - first }, (_, index) => {
    const department = first + index;
    return `<li><a href="${styleOf(department).list(department, 0)}">${departmentName(department)}部门预算公开</a></li>`;
  });
  const next = last < site.departments ? `<a href="/index${at + 1}.html">下一页</a>` : '';
  return page(
    `<html><head><title>部门预决算公开统一平台</title></head><body><h2>部门预算公开</h2><ul>${links.join('')}</ul>${next}<a href="/internal/login.html">2024年部门预算（内部）</a></body></html>`,
  );
}

/** One page of a department's list, as its style shows it. */
function listPage(site: SimulatedSite, department: number, at: number, target: string): PortalResource | null {
  const style = styleOf(department);
  const years = yearsOf(site).filter((year) => site.version(department, year) !== 'vanished');
  const pages = Math.max(1, Math.ceil(years.length / site.perPage));
  if (at >= pages) return null;
  const shown = years.slice(at * site.perPage, (at + 1) * site.perPage);
  const list: ListPage = { department, name: departmentName(department), years: shown, page: at, pages };
  return page(style.listPage(list, target), { charset: style.charset });
}

/** A page in a charset; the charset is told by nobody where it is GB18030. */
function page(
  html: string,
  { type = 'text/html', charset = 'utf-8' }: { type?: string; charset?: 'utf-8' | 'gb18030' } = {},
): PortalResource {
  const body = charset === 'utf-8' ? Buffer.from(html, 'utf8') : iconv.encode(html, charset);
  return { body, type: charset === 'utf-8' ? `${type}; charset=utf-8` : type, lastModified: LAST_MODIFIED };
}

import iconv from 'iconv-lite';
import { discoverPage } from '../../../src/discover/index.js';
import { type Discovery, zWebSource } from '../../../src/model/index.js';

/** A page as a kind of portal software writes it, in our own words, and all that must be found on it. */
export interface PortalPage {
  name: string;
  url: string;
  role?: 'list' | 'article';
  html: string;
  charset?: 'utf-8' | 'gb18030';
  contentType?: string;
  /** Addresses as the page writes them: documents, pages to follow, further pages of the same list. */
  documents?: readonly string[];
  pages?: readonly string[];
  further?: readonly string[];
  /** Codes of diagnostics that must be there. */
  says?: readonly string[];
}

/** What every page has around its own content: nothing of it is a budget. */
export function chrome(inner: string, side = ''): string {
  const menu = [
    '首页',
    '新闻中心',
    '政务公开',
    '政务服务',
    '互动交流',
    '走进样例',
    '领导之窗',
    '人事任免',
    '政府采购',
    '规划计划',
    '统计信息',
  ];
  const news = [
    '样例市召开预算绩效管理工作推进会',
    '一图读懂样例市2024年部门预算公开',
    '关于样例市2023年度预算执行和其他财政收支的审计工作报告',
    '样例市财政局关于印发《市级部门预算管理办法》的通知',
    '市财政局预算编制咨询服务采购公告',
  ];
  return `<div class="header"><div class="nav">${menu.map((word, at) => `<a href="/channel/${at}/">${word}</a>`).join('')}</div></div>
<div class="wrap">${side}<div class="main">${inner}</div></div>
<div class="hot"><h3>热点信息</h3><ul>${news.map((title, at) => `<li><a href="/news/2024/${at}.html" title="${title}">${title}</a><span>2024-03-1${at}</span></li>`).join('')}</ul></div>
<div class="footer"><a href="/about.html">关于我们</a><a href="/sitemap.html">网站地图</a> 主办：样例市人民政府办公室 <a href="/files/%E6%93%8D%E4%BD%9C%E6%89%8B%E5%86%8C.pdf">网站操作手册.pdf</a></div>`;
}

/** A whole document around a body. */
export function html(title: string, body: string, head = ''): string {
  return `<!DOCTYPE html>\n<html>\n<head>\n<title>${title}</title>\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>`;
}

/** What discovery makes of a page for a source that starts there. */
export function discoverPortal({ url, role, html: text, charset, contentType }: PortalPage): Discovery {
  const headers = contentType === undefined ? {} : { 'content-type': contentType };
  const source = zWebSource.parse({ type: 'web', start: [{ url, role: role ?? 'list' }] });
  return discoverPage({ url, role, body: iconv.encode(text, charset ?? 'utf-8'), headers }, source);
}

/** Found and expected addresses of one kind. */
export interface Comparison {
  right: string[];
  missing: string[];
  wrong: string[];
}

/** Compares what discovery found with what a page says must be found, kind by kind. */
export function compare(page: PortalPage, found: Discovery): Record<'documents' | 'pages' | 'further', Comparison> {
  const comparison = (expected: readonly string[] = [], urls: readonly string[]): Comparison => {
    const wanted = new Set(expected.map((address) => new URL(address, page.url).href));
    return {
      right: urls.filter((url) => wanted.has(url)),
      missing: [...wanted].filter((url) => !urls.includes(url)),
      wrong: urls.filter((url) => !wanted.has(url)),
    };
  };
  const pages = (paging: boolean) => found.pages.filter((link) => (link.paging === true) === paging).map(({ url }) => url);
  return {
    documents: comparison(
      page.documents,
      found.candidates.map(({ url }) => url),
    ),
    pages: comparison(page.pages, pages(false)),
    further: comparison(page.further, pages(true)),
  };
}

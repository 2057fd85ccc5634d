/** What a path of a department's portal stands for. */
export type Place = { kind: 'list'; page: number } | { kind: 'article'; year: number } | { kind: 'document'; year: number };

export interface Article {
  department: number;
  name: string;
  year: number;
}

export interface ListPage {
  department: number;
  name: string;
  years: readonly number[];
  /** From 0. */
  page: number;
  pages: number;
}

/** How a kind of portal software lays out lists, articles and files. Drawn from features of real pages; no page is copied. */
export interface PortalStyle {
  name: string;
  charset: 'utf-8' | 'gb18030';
  documentType: string;
  list(department: number, page: number): string;
  document(department: number, year: number): string;
  read(target: string): Place | null;
  listPage(list: ListPage, target: string): string;
  articlePage(article: Article): string;
  /** The name in Content-Disposition, where the address has none. */
  download?: (name: string, year: number) => string;
}

const MENU = ['首页', '政务公开', '政务服务', '互动交流', '新闻中心', '领导之窗', '政策解读', '人事任免', '招标公告', '联系我们'];
/** Navigation and footer, as every page of a portal has. */
const chrome = (inner: string): string =>
  `<div class="nav">${MENU.map((word, at) => `<a href="/menu${at}.html">${word}</a>`).join('')}</div>${inner}<div class="footer">主办单位 版权所有 <a href="/sitemap.html">网站地图</a> 网站标识码 1306090001</div>`;

const title = ({ name, year }: Article) => `${name}${year}年部门预算公开`;

interface Layout {
  name: string;
  charset?: PortalStyle['charset'];
  documentType?: string;
  /** The file of a list's page, from 0. */
  listFile(page: number): string;
  readList(file: string): number | null;
  documentFile(year: number): string;
  readDocument(file: string): number | null;
  /** What stands in a list besides its rows. */
  paging(list: ListPage): string;
  rows?(list: ListPage, row: (year: number) => string): string;
  attachment?(article: Article, target: string): string;
  download?: PortalStyle['download'];
  articleClass: string;
}

/** A style from the parts in which portals differ. */
function style(layout: Layout): PortalStyle {
  const base = (department: number) => `/d${department}/czyjs/`;
  const article = (department: number, year: number) => `${base(department)}${year}02/t${year}0206_${department}.html`;
  const document = (department: number, year: number) => `${base(department)}${layout.documentFile(year)}`;
  return {
    name: layout.name,
    charset: layout.charset ?? 'utf-8',
    documentType: layout.documentType ?? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    list: (department, page) => `${base(department)}${layout.listFile(page)}`,
    document,
    read: (target) => {
      const file = target.replace(/^\/d\d+\/czyjs\//, '');
      const year = /^\d{6}\/t(\d{4})0206_\d+\.html$/.exec(file)?.[1];
      if (year !== undefined) return { kind: 'article', year: Number(year) };
      const page = layout.readList(file);
      if (page !== null) return { kind: 'list', page };
      const documentYear = layout.readDocument(file);
      return documentYear === null ? null : { kind: 'document', year: documentYear };
    },
    listPage: (list) => {
      const row = (year: number) =>
        `<li><a href="${article(list.department, year)}" title="${list.name}${year}年部门预算公开">${list.name}${year}年部门预算公开</a><span>${year}-02-06</span></li>`;
      const rows = layout.rows?.(list, row) ?? `<ul>${list.years.map(row).join('')}</ul>`;
      const inner = `<div class="list"><h2>部门预算公开</h2>${rows}</div>${layout.paging(list)}`;
      return `<html><head><title>部门预算公开_${list.name}</title></head><body>${chrome(inner)}</body></html>`;
    },
    articlePage: (shown) => {
      const target = document(shown.department, shown.year);
      const link = layout.attachment?.(shown, target) ?? `<a href="${target}">${shown.name}${shown.year}年部门预算.docx</a>`;
      const body = `<p>现将${title(shown)}如下。</p><p>附件：${link}</p>`;
      return `<html><head><title>${title(shown)}</title><meta name="ArticleTitle" content="${title(shown)}"><meta name="PubDate" content="${shown.year}-02-06"></head><body>${chrome(`<h1>${title(shown)}</h1><div class="${layout.articleClass}">${body}</div>`)}</body></html>`;
    },
    ...(layout.download === undefined ? {} : { download: layout.download }),
  };
}

const number = (pattern: RegExp) => (file: string) => {
  const found = pattern.exec(file);
  return found === null ? null : Number(found[1] ?? 0);
};

export const PORTAL_STYLES: readonly PortalStyle[] = [
  style({
    name: 'createPageHTML',
    listFile: (page) => (page === 0 ? 'index.html' : `index_${page}.html`),
    readList: number(/^index(?:_(\d+))?\.html$/),
    documentFile: (year) => `${year}02/P0${year}.docx`,
    readDocument: number(/^\d{6}\/P0(\d{4})\.docx$/),
    paging: ({ page, pages }) => `<script>createPageHTML(${pages}, ${page}, "index", "html");</script>`,
    articleClass: 'TRS_Editor',
  }),
  style({
    name: 'countPage, GB18030',
    charset: 'gb18030',
    listFile: (page) => (page === 0 ? 'list.htm' : `list_${page}.htm`),
    readList: number(/^list(?:_(\d+))?\.htm$/),
    documentFile: (year) => `files/${year}.doc`,
    readDocument: number(/^files\/(\d{4})\.doc$/),
    documentType: 'application/msword',
    paging: ({ page, pages }) => `<script>var currentPage = ${page}; var countPage = ${pages}; writePages();</script>`,
    articleClass: 'article-content',
  }),
  style({
    name: 'counting down',
    // The first page has no number; the page before it has the highest.
    listFile: (page) => (page === 0 ? 'czyjs.htm' : `czyjs/${1000 - page}.htm`),
    readList: (file) =>
      file === 'czyjs.htm' ? 0 : number(/^czyjs\/(\d+)\.htm$/)(file) === null ? null : 1000 - Number(/(\d+)/.exec(file)?.[1]),
    documentFile: (year) => `system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=${year}A`,
    readDocument: number(/wbfileid=(\d{4})A$/),
    paging: ({ department, page, pages }) =>
      page + 1 >= pages
        ? ''
        : `<div class="p_pages"><a href="/d${department}/czyjs/czyjs/${1000 - page - 1}.htm">下页</a><a href="/d${department}/czyjs/czyjs/${1000 - pages + 1}.htm">尾页</a></div>`,
    attachment: ({ name, year }, target) => `<a href="${target.replaceAll('&', '&amp;')}">${name}${year}年部门预算公开表</a>`,
    download: (name, year) => `${name}${year}年部门预算公开表.docx`,
    articleClass: 'v_news_content',
  }),
  style({
    name: 'data store',
    listFile: (page) => `col/list.html${page === 0 ? '' : `?uid=1&pageNum=${page + 1}`}`,
    readList: (file) =>
      file === 'col/list.html'
        ? 0
        : (number(/^col\/list\.html\?uid=1&pageNum=(\d+)$/)(file) ?? 0) - 1 < 0
          ? null
          : Number(/pageNum=(\d+)/.exec(file)?.[1]) - 1,
    documentFile: (year) => `attach/0/${String(year).repeat(8)}`,
    readDocument: number(/^attach\/0\/(\d{4})\1{7}$/),
    paging: () => '',
    rows: ({ years, department, page, pages }, row) =>
      `<script type="text/xml"><datastore>${page + 1 < pages ? `<nextgroup><![CDATA[<a href="/d${department}/czyjs/col/list.html?uid=1&amp;pageNum=${page + 2}"></a>]]></nextgroup>` : ''}<recordset>${years.map((year) => `<record><![CDATA[${row(year)}]]></record>`).join('')}</recordset></datastore></script>`,
    attachment: ({ name, year }, target) => `<a href="${target}" target="_blank">${name}${year}年部门预算.pdf</a>`,
    documentType: 'application/octet-stream',
    articleClass: 'pages_content',
  }),
  style({
    name: 'rows in a script, pages in a query',
    listFile: (page) => `list.do?channel=yjs&page=${page + 1}`,
    readList: (file) => {
      const found = /^list\.do\?channel=yjs&page=(\d+)$/.exec(file);
      return found === null ? null : Number(found[1]) - 1;
    },
    documentFile: (year) => `common/download?fileId=${year}`,
    readDocument: number(/^common\/download\?fileId=(\d{4})$/),
    paging: ({ page, pages }) =>
      `<div id="pager"></div><script>var pageCount = ${pages}, current = ${page + 1}; function go(p){ window.location.href = 'list.do?channel=yjs&page=' + p; }</script>`,
    rows: ({ name, department, years }) =>
      `<div id="app"></div><script>window.__LIST__ = ${JSON.stringify({
        rows: years.map((year) => ({
          title: `${name}${year}年部门预算公开`,
          url: `/d${department}/czyjs/${year}02/t${year}0206_${department}.html`,
          publishTime: `${year}-02-06 09:00:00`,
        })),
      })};</script>`,
    attachment: ({ name, year }, target) =>
      `<a href="javascript:void(0)" onclick="downloadFile('${target}','x')">${name}${year}年部门预算公开表</a>`,
    download: (name, year) => `${name}${year}年部门预算公开表.docx`,
    articleClass: 'detail-content',
  }),
  style({
    name: 'rows that lead on by handlers, a viewer for the file',
    listFile: (page) => (page === 0 ? 'index.shtml' : `index_${page + 1}.shtml`),
    readList: (file) => {
      const found = /^index(?:_(\d+))?\.shtml$/.exec(file);
      return found === null ? null : Number(found[1] ?? 1) - 1;
    },
    documentFile: (year) => `upload/${year}/02/budget.pdf`,
    readDocument: number(/^upload\/(\d{4})\/02\/budget\.pdf$/),
    paging: ({ page, pages }) =>
      page + 1 >= pages
        ? ''
        : `<a class="next" href="javascript:;" data-href="index_${page + 2}.shtml">下一页</a><a class="last" href="javascript:;" data-href="index_${pages}.shtml">尾页</a>`,
    rows: ({ name, department, years }) =>
      `<ul>${years.map((year) => `<li onclick="window.open('/d${department}/czyjs/${year}02/t${year}0206_${department}.html')"><p>${name}${year}年部门预算公开</p><i>${year}-02-06</i></li>`).join('')}</ul>`,
    attachment: (_, target) => `<iframe src="/static/pdfjs/web/viewer.html?file=${encodeURIComponent(target)}"></iframe>`,
    documentType: 'application/pdf',
    articleClass: 'article-content',
  }),
];

import { chrome, html, type PortalPage } from './portalPage.js';

/** Kinds of pages that came to mind after the others were read: a second look at what was not thought of. */

/** A matrix of departments and years in which every link says 查看. */
const matrix: PortalPage = {
  name: 'a table of departments and years whose links say 查看',
  url: 'http://czj.example.gov.cn/yjs/index.html',
  html: html(
    '部门预决算公开_样例市财政局',
    chrome(
      `<table><tr><th>序号</th><th>部门</th><th>2024年预算</th><th>2022年决算</th></tr><tr><td>1</td><td>市教育局</td><td><a href="jy/24.html">查看</a></td><td><a href="jy/22.html">查看</a></td></tr><tr><td>2</td><td>市民政局</td><td><a href="mz/24.html">查看</a></td><td><a href="mz/22.html">查看</a></td></tr></table>`,
    ),
  ),
  pages: ['jy/24.html', 'jy/22.html', 'mz/24.html', 'mz/22.html'],
};

/** Titles that say more than the title. */
const labelledTitles: PortalPage = {
  name: 'a list whose title attributes carry labels',
  url: 'http://www.example.gov.cn/czxx/list.html',
  html: html(
    '财政信息',
    chrome(
      `<ul><li><a href="/a/1.html" title="标题：样例县统计局2024年部门预算公开&#10;发布时间：2024-02-18">样例县统计局2024年部门…</a></li><li><a href="/a/2.html" title="标题：样例县统计局2024年统计年鉴编印通知&#10;发布时间：2024-02-19">样例县统计局2024年统计…</a></li></ul>`,
    ),
  ),
  pages: ['/a/1.html'],
};

/** An attachment that only a program can open: it is said, not passed over. */
const unresolvable: PortalPage = {
  name: 'an article with an attachment that only a program can open',
  url: 'http://www.example.gov.cn/a/77.html',
  role: 'article',
  html: html(
    '样例县审计局2024年部门预算公开',
    chrome(
      `<div class="article-content"><p>附件：<a href="javascript:void(0)" onclick="downAttach('8a80808f','1')">样例县审计局2024年部门预算.pdf</a></p></div>`,
    ),
  ),
  says: ['document_link_unresolved'],
};

/** A list that loads itself, or the home page, anew after some minutes. */
const refreshing: PortalPage = {
  name: 'a list that goes to another page after ten minutes',
  url: 'http://www.example.gov.cn/bmys/',
  html: html(
    '部门预算',
    chrome('<ul><li><a href="1.html">样例县科技局2024年部门预算</a><span>2024-02-18</span></li></ul>'),
    '<meta http-equiv="refresh" content="600;url=/index.html">',
  ),
  pages: ['1.html'],
};

/** Links of a department's list that name only the kind of thing; the department stands in the title. */
const kinds: PortalPage = {
  name: 'the list of one department with the years as its entries',
  url: 'http://www.example.gov.cn/bm/jyj/yjs/',
  html: html(
    '预决算公开-样例市教育局',
    chrome(
      `<div class="dqwz">您的位置：<a href="/">首页</a>&gt;<a href="/bm/jyj/">市教育局</a>&gt;<a href="./">预决算公开</a></div><ul class="list"><li><a href="2024/">2024年</a></li><li><a href="2023/">2023年</a></li><li><a href="sgjf.html">2024年“三公”经费预算公开表</a></li><li><a href="zxzj.html">2024年教育专项资金管理办法</a></li></ul>`,
    ),
  ),
  pages: ['2024/', '2023/', 'sgjf.html'],
};

/** Attachments that a table lists, with sizes and counts. */
const attachmentTable: PortalPage = {
  name: 'an article with a table of attachments',
  url: 'http://www.example.gov.cn/jcms/art/900.html',
  role: 'article',
  html: html(
    '样例区市场监督管理局2022年度部门决算公开',
    chrome(
      `<h1>样例区市场监督管理局2022年度部门决算公开</h1><div id="zoom"><table><tr><td>附件名称</td><td>大小</td><td>操作</td></tr><tr><td>2022年度部门决算说明.pdf</td><td>1.2M</td><td><a href="/servlet/DownloadServlet?id=501">下载</a></td></tr><tr><td>2022年度部门决算公开表.xls</td><td>300K</td><td><a href="/servlet/DownloadServlet?id=502">下载</a></td></tr></table></div>`,
    ),
  ),
  documents: ['/servlet/DownloadServlet?id=501', '/servlet/DownloadServlet?id=502'],
};

export const LATE: readonly PortalPage[] = [matrix, labelledTitles, unresolvable, refreshing, kinds, attachmentTable];

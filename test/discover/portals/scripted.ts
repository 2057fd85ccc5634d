import { chrome, html, type PortalPage } from './portalPage.js';

const records = [
  { id: 8812, title: '样例市文化和旅游局2024年部门预算', url: '/xxgk/yjs/8812.html', publishTime: '2024-02-19 09:00:00' },
  { id: 8813, title: '样例市图书馆2024年单位预算', url: '/xxgk/yjs/8813.html', publishTime: '2024-02-19 09:05:00' },
  { id: 8750, title: '样例市文化和旅游局召开预算编制培训会', url: '/xxgk/yjs/8750.html', publishTime: '2024-01-12 15:00:00' },
];

/** The rows of the list as JSON in a script, for a program that draws them. */
const jsonInScript: PortalPage = {
  name: 'a list whose rows are JSON in a script',
  url: 'https://wlj.example.gov.cn/xxgk/yjs/',
  html: html(
    '预决算公开 - 样例市文化和旅游局',
    chrome(
      `<div id="app"></div><script>window.__DATA__ = ${JSON.stringify({ channel: '预决算公开', page: { total: 3, rows: records } })};</script>`,
    ),
  ),
  pages: ['8812.html', '8813.html'],
};

/** The answer of a data address: JSON, with addresses of articles and of files. */
const jsonAnswer: PortalPage = {
  name: 'the JSON answer of a data address',
  url: 'https://wlj.example.gov.cn/api/list?channel=yjs&page=1',
  contentType: 'application/json;charset=utf-8',
  html: JSON.stringify({
    code: 0,
    data: {
      total: 4,
      list: [
        ...records,
        { docTitle: '样例市博物馆2022年单位决算', docPubUrl: 'https://wlj.example.gov.cn/files/2023/bwg.pdf', docRelTime: '2023-09-20' },
      ],
    },
  }),
  pages: ['/xxgk/yjs/8812.html', '/xxgk/yjs/8813.html'],
  documents: ['/files/2023/bwg.pdf'],
};

/** Columns as a tree that a script draws. */
const treeInScript: PortalPage = {
  name: 'a catalogue whose tree is drawn by a script',
  url: 'http://xxgk.example.gov.cn/gkml/index.html',
  html: html(
    '政府信息公开目录',
    chrome(`<script>var d = new dTree('d'); d.add(0,-1,'信息公开目录'); d.add(1,0,'政策法规','list.jsp?cat=1'); d.add(2,0,'财政预决算','list.jsp?cat=2','','right'); d.add(3,2,'部门预算','list.jsp?cat=3'); d.add(4,0,'人事任免','list.jsp?cat=4'); document.write(d);
var zNodes = [{id:11,pId:1,name:"部门决算",url:"list.jsp?cat=11",target:"right"},{id:12,pId:1,name:"应急预案",url:"list.jsp?cat=12"}];</script>
<table class="gkml"><tr><th>索引号</th><th>信息名称</th><th>发布机构</th><th>生成日期</th></tr>
<tr><td>000014349/2024-00021</td><td><a href="content.jsp?id=21">样例县气象灾害防御中心2024年单位预算公开</a></td><td>样例县应急管理局</td><td>2024-02-20</td></tr>
<tr><td>000014349/2024-00022</td><td><a href="content.jsp?id=22">样例县突发事件总体应急预案</a></td><td>样例县应急管理局</td><td>2024-02-21</td></tr></table>`),
  ),
  pages: ['list.jsp?cat=2', 'list.jsp?cat=3', 'list.jsp?cat=11', 'content.jsp?id=21'],
};

/** A list in a frame; departments as options. */
const framed: PortalPage = {
  name: 'a page that shows its list in a frame and departments as options',
  url: 'http://www.example.gov.cn/yjsgk/index.html',
  html: html(
    '预决算公开专栏_样例区人民政府',
    chrome(`<h2>预决算公开专栏</h2><select onchange="window.open(this.value)"><option value="">请选择部门</option><option value="/yjsgk/bm/jyj/">区教育局</option><option value="/yjsgk/bm/czj/">区财政局</option></select>
<iframe id="list" src="./list/bmys.html" width="100%" frameborder="0"></iframe><iframe src="//tongji.example.com/count.html" style="display:none"></iframe>`),
  ),
  pages: ['list/bmys.html', '/yjsgk/bm/jyj/', '/yjsgk/bm/czj/'],
};

const frames: PortalPage = {
  name: 'a set of frames',
  url: 'http://old.example.gov.cn/ysgk/',
  charset: 'gb18030',
  html: '<html><head><title>部门预算公开</title></head><frameset rows="80,*"><frame src="top.htm" name="top"><frameset cols="200,*"><frame src="menu.htm" name="menu"><frame src="list.asp?bm=预算" name="main"></frameset></frameset></html>',
  pages: ['top.htm', 'menu.htm', 'list.asp?bm=%D4%A4%CB%E3'],
};

/** Old markup: capitals, no quotes, blanks and Chinese in addresses, a base; the query is in the charset of the page. */
const oldMarkup: PortalPage = {
  name: 'a page of old markup in GBK',
  url: 'http://old.example.gov.cn/ysgk/list.asp',
  charset: 'gb18030',
  html: `<HTML><HEAD><TITLE>部门预算公开</TITLE><BASE HREF="http://old.example.gov.cn/files/"></HEAD><BODY bgColor=#ffffff>
<TABLE><TR><TD>·<A HREF=show.asp?id=55 target=_blank><FONT color=#000000>样例县档案局<B>2014年</B>部门预算</FONT></A></TD><TD>2014-3-5</TD></TR>
<TR><TD>·<A HREF="样例县档案局 2013年部门决算.doc">样例县档案局2013年部门决算</A></TD></TR>
<TR><TD>·<A HREF="down.asp?file=预算.doc&id=9">样例县档案局2013年部门预算.doc</A></TD></TR></TABLE></BODY></HTML>`,
  documents: [
    'http://old.example.gov.cn/files/%E6%A0%B7%E4%BE%8B%E5%8E%BF%E6%A1%A3%E6%A1%88%E5%B1%80%202013%E5%B9%B4%E9%83%A8%E9%97%A8%E5%86%B3%E7%AE%97.doc',
    'http://old.example.gov.cn/files/down.asp?file=%D4%A4%CB%E3.doc&id=9',
  ],
  pages: ['http://old.example.gov.cn/files/show.asp?id=55'],
};

/** Departments and their units beside each other, files at once in the list, without articles. */
const filesInList: PortalPage = {
  name: 'a list of files, departments and their units',
  url: 'https://www.example.gov.cn/zfxxgk/czyjs/2024/',
  html: html(
    '2024年部门预算 样例县人民政府',
    chrome(`<h3>2024年部门预算</h3><table><tr><th>序号</th><th>单位名称</th><th>下载</th></tr><tr><td>1</td><td>样例县水务局</td><td><a href="swj.pdf">下载</a></td></tr><tr><td>2</td><td>样例县水务局（本级）</td><td><a href="swj-bj.pdf">下载</a></td></tr>
<tr><td>3</td><td>样例县河道管理所</td><td><a href="hds.pdf">下载</a></td></tr></table><h3>办事指南</h3><ul><li><a href="/bszn/qs.docx">取水许可申请表.docx</a></li></ul>`),
  ),
  documents: ['swj.pdf', 'swj-bj.pdf', 'hds.pdf'],
};

export const SCRIPTED: readonly PortalPage[] = [jsonInScript, jsonAnswer, treeInScript, framed, frames, oldMarkup, filesInList];

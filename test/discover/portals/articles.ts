import { chrome, html, type PortalPage } from './portalPage.js';

const metas = (title: string, date: string): string =>
  `<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${date}"><meta name="ContentSource" content="样例市水务局"><meta name="ColumnName" content="部门预算">`;

/** Attachments inside the content, named in it; other articles around it. */
const editor: PortalPage = {
  name: 'an article with its attachments in the content',
  url: 'http://swj.example.gov.cn/bmys/202402/t20240206_1001.html',
  role: 'article',
  html: html(
    '样例市水务局2024年部门预算公开_样例市水务局',
    chrome(`<h1>样例市水务局2024年部门预算公开</h1><div class="view TRS_UEDITOR trs_paper_default"><p>现将样例市水务局2024年部门预算公开如下。</p>
<p>附件：1.<a href="./P020240206001.docx" OLDSRC="./P020240206001.docx" appendix="true" otheroperation="false" title="附件1">样例市水务局2024年部门预算情况说明.docx</a></p>
<p>2.<a href="./P020240206002.xls" appendix="true">样例市水务局2024年部门预算公开表.xls</a></p></div>
<div class="prenext">上一篇：<a href="./t20240205_998.html">样例市教育局2024年部门预算公开</a> 下一篇：<a href="./t20240207_1009.html">样例市林业局2024年部门预算公开</a></div>
<div class="related"><h3>相关解读</h3><a href="/jd/1.html">《样例市水务局2024年部门预算》解读</a><a href="/jd/1.pdf">图解2024年部门预算.pdf</a></div>`),
    metas('样例市水务局2024年部门预算公开', '2024-02-06 10:20'),
  ),
  documents: ['P020240206001.docx', 'P020240206002.xls'],
};

/** Attachments below the content, handed out by a program; a viewer that a script calls. */
const downloadProgram: PortalPage = {
  name: 'an article with a download program and a script that shows a file',
  url: 'http://wsjk.example.gov.cn/info/1052/6848.htm',
  role: 'article',
  html: html(
    '2024年预算公开-样例市卫生健康委员会',
    chrome(`<form name="_newscontent_fromname"><div class="title">2024年预算公开</div><div>发布时间：2024-03-18 点击：<span></span>次</div><div id="vsb_content"><div class="v_news_content"><p><script>showVsbpdfIframe("/__local/7/C1/2A/0F9E4B6D1A2C3D4E5F60718293A_B1C2D3E4_9F00.pdf","100%","600","0","","","7C12A0F9E4B6D1A2C3D4E5F60718293A")</script></p></div></div>
<p>附件【<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&amp;owner=1389&amp;wbfileid=AB12CD" target="_blank"><strong>样例市卫生健康委员会2024年预算公开表</strong></a>】已下载<span id="nattach1">12</span>次</p>
<p>附件【<a href="/virtual_attach_file.vsb?afc=kM7mRLRL8snz&amp;oid=1389&amp;tid=1052&amp;nid=6848&amp;e=.docx"><strong>样例市疾控中心2024年单位预算.docx</strong></a>】</p>
<p>上一条：<a href="6900.htm">2023年决算公开</a> 下一条：<a href="6661.htm">2024年财务预算</a></p></form>`),
  ),
  documents: [
    '/__local/7/C1/2A/0F9E4B6D1A2C3D4E5F60718293A_B1C2D3E4_9F00.pdf',
    '/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1389&wbfileid=AB12CD',
    '/virtual_attach_file.vsb?afc=kM7mRLRL8snz&oid=1389&tid=1052&nid=6848&e=.docx',
  ],
};

/** GUID file names behind a query; a name with GBK percent-encoding; the label of the link says nothing. */
const guidQueries: PortalPage = {
  name: 'an article with files behind queries',
  url: 'http://jyj.example.gov.cn/art/2024/2/20/art_4563_301.html',
  role: 'article',
  html: html(
    '样例市教育局 部门预决算 样例市教育局2024年度部门预算',
    chrome(`<div id="zoom"><p>按照预算公开的要求，公开如下：</p><p><a href="/module/download/downfile.jsp?classid=0&filename=2402201530458812.pdf" target="_blank"><img src="/module/jslib/icons/pdf.png" align="absmiddle" border="0">样例市教育局2024年度部门预算.pdf</a></p>
<p><a href="/module/download/downfile.jsp?classid=0&amp;showname=%E6%A0%B7%E4%BE%8B%E5%B8%82%E7%AC%AC%E4%B8%80%E4%B8%AD%E5%AD%A62024%E5%B9%B4%E5%8D%95%E4%BD%8D%E9%A2%84%E7%AE%97.xlsx&amp;filename=a9f1c2d3.xlsx">点击下载</a></p>
<p>样例市第二中学2024年单位预算：<a href="/picture/old/2402201531220012.rar">附件下载</a></p></div><p>扫一扫在手机打开当前页</p>`),
    metas('样例市教育局2024年度部门预算', '2024-02-20'),
  ),
  documents: [
    '/module/download/downfile.jsp?classid=0&filename=2402201530458812.pdf',
    '/module/download/downfile.jsp?classid=0&showname=%E6%A0%B7%E4%BE%8B%E5%B8%82%E7%AC%AC%E4%B8%80%E4%B8%AD%E5%AD%A62024%E5%B9%B4%E5%8D%95%E4%BD%8D%E9%A2%84%E7%AE%97.xlsx&filename=a9f1c2d3.xlsx',
    '/picture/old/2402201531220012.rar',
  ],
};

/** Files of a resource folder, no class that says where the content is, no meta; the only sign is its title. */
const plainArticle: PortalPage = {
  name: 'an article without any known mark',
  url: 'http://www.example.gov.cn/eportal/ui?pageId=382&articleKey=90&columnId=456',
  role: 'article',
  html: html(
    '样例县信访局2024年部门预算',
    chrome(`<div class="easysite-article-content"><div class="titlewrap">样例县信访局2024年部门预算</div><div class="source">发布时间：2024-02-19 来源：样例县信访局</div><div id="easysiteText"><p>　　附件：样例县信访局2024年部门预算</p></div>
<div class="fileset"><a href="/eportal/fileDir/example/resource/cms/article/456/90/2024021910000000123.pdf" target="_blank">样例县信访局2024年部门预算公开文本.PDF</a></div></div>`),
  ),
  documents: ['/eportal/fileDir/example/resource/cms/article/456/90/2024021910000000123.pdf'],
};

/** A PDF shown by a viewer in a frame, one by an embed, one by an object; names only in the title. */
const viewers: PortalPage = {
  name: 'an article that shows its files in viewers',
  url: 'https://mzj.example.gov.cn/gk/202402/88.html',
  role: 'article',
  html: html(
    '样例县民政局2024年部门预算 - 样例县民政局',
    chrome(`<h2 class="tit">样例县民政局2024年部门预算</h2><div class="article-content"><iframe src="/static/pdfjs/web/viewer.html?file=%2Fupload%2Ffiles%2F2024%2F2%2Fbudget%20a.pdf" width="100%"></iframe>
<embed type="application/pdf" src="../../upload/2024/b.pdf"><object type="application/pdf" data="//mzj.example.gov.cn/upload/2024/c.pdf"></object>
<iframe src="https://view.officeapps.live.com/op/view.aspx?src=https%3A%2F%2Fmzj.example.gov.cn%2Fupload%2F2024%2Fd.docx"></iframe></div>`),
  ),
  documents: ['/upload/files/2024/2/budget%20a.pdf', '/upload/2024/b.pdf', '/upload/2024/c.pdf', '/upload/2024/d.docx'],
};

/** File addresses only in attributes and handlers; ids without a name. */
const attributes: PortalPage = {
  name: 'an article whose files stand in attributes and handlers',
  url: 'https://www.example.gov.cn/zwgk/content/post_3887204.html',
  role: 'article',
  html: html(
    '2024年样例市商务局部门预算_样例市人民政府',
    chrome(`<h1 class="content_title">2024年样例市商务局部门预算</h1><div class="article_content"><p>附件：</p>
<p><a class="nfw-cms-attachment" href="https://www.example.gov.cn/attachment/0/556/556771/3887204.pdf" alt="2024年样例市商务局部门预算.pdf">2024年样例市商务局部门预算.pdf</a></p>
<p><a href="javascript:;" onclick="downloadFile('/attachment/0/556/556772/3887204.xlsx','2024年样例市商务局部门预算公开表')">2024年样例市商务局部门预算公开表</a></p>
<p><a href="javascript:void(0)" data-file="/attachment/0/556/556773/3887204.docx">2024年样例市贸促会单位预算</a></p>
<p><button onclick="window.location.href='/common/download?fileId=77120'">下载2024年样例市会展中心单位预算</button></p></div>`),
    metas('2024年样例市商务局部门预算', '2024-03-17'),
  ),
  documents: [
    '/attachment/0/556/556771/3887204.pdf',
    '/attachment/0/556/556772/3887204.xlsx',
    '/attachment/0/556/556773/3887204.docx',
    '/common/download?fileId=77120',
  ],
};

/** The name stands before a link that says 附件1; a second list of files below; formats that have no reader. */
const namesBefore: PortalPage = {
  name: 'an article whose links are called 附件',
  url: 'http://www.example.gov.cn/zwgk/202309/t20230912_77.shtml',
  role: 'article',
  html: html(
    '样例区城市管理局2022年度部门决算_部门决算_样例区人民政府',
    chrome(`<h1>样例区城市管理局2022年度部门决算</h1><div class="pages_content"><p>一、部门决算说明 <a href="files/1.wps">附件1</a></p><p>二、部门决算公开表 <a href="files/2.et">附件2</a></p><p>三、整体支出 <a href="files/3.ofd">附件3</a></p>
<p><a href="files/4.jpg">流程图</a></p></div><div class="fj"><p>相关附件：</p><ul><li><a href="files/5.7z" download="样例区环卫所2022年单位决算.7z">下载</a></li></ul></div>`),
    metas('样例区城市管理局2022年度部门决算', '2023-09-12'),
  ),
  documents: ['files/1.wps', 'files/2.et', 'files/3.ofd', 'files/5.7z'],
};

/** An article that leads to the articles of its units, in the content. */
const ofUnits: PortalPage = {
  name: 'an article that leads to the budgets of its units',
  url: 'http://sfj.example.gov.cn/2024/02-18/1044.html',
  role: 'article',
  html: html(
    '2024年度样例市司法局部门预算公开-政务公开',
    chrome(
      `<h1>2024年度样例市司法局部门预算公开</h1><div class="news_content"><p><a href="/u/cms/202402/1.pdf">2024年度样例市司法局部门预算.pdf</a></p><p>所属单位：</p><p><a href="/2024/02-18/1045.html">样例市强制隔离戒毒所2024年单位预算</a></p><p><a href="/2024/02-18/1046.html">样例市公证处2024年单位预算</a></p><p>详见<a href="/">样例市司法局网站</a></p></div>`,
    ),
    metas('2024年度样例市司法局部门预算公开', '2024-02-18'),
  ),
  documents: ['/u/cms/202402/1.pdf'],
  pages: ['/2024/02-18/1045.html', '/2024/02-18/1046.html'],
};

const row = (name: string, ...numbers: string[]): string =>
  `<tr><td>${name}</td>${numbers.map((number) => `<td>${number}</td>`).join('')}</tr>`;
/** The disclosure stands in the page itself. */
const inline: PortalPage = {
  name: 'an article that is itself the disclosure',
  url: 'http://dfz.example.gov.cn/news/2024/330.html',
  role: 'article',
  html: html(
    '样例县地方志编纂中心2024年部门预算公开',
    chrome(`<h1>样例县地方志编纂中心2024年部门预算公开</h1><div class="content"><p>第一部分 部门概况</p><p>一、主要职责 编纂县志。</p><p>二、机构设置 内设两个科室。</p><p>第二部分 收支预算情况</p><p>收入支出预算总表</p>
<table>${row('项目', '预算数')}${row('一般公共预算财政拨款收入', '120.50')}${row('政府性基金预算', '0')}${row('收入合计', '120.50')}${row('基本支出', '100.50')}${row('项目支出', '20.00')}${row('支出合计', '120.50')}</table>
<p>财政拨款收支总表</p><table>${row('类', '金额')}${row('201', '90.50')}${row('208', '20.00')}${row('210', '10.00')}${row('合计', '120.50')}</table><p>“三公”经费支出表</p><table>${row('公务接待费', '0.50')}${row('公务用车', '1.20')}</table>
<p>第三部分 名词解释</p><p>机关运行经费：……</p></div>`),
  ),
  documents: ['330.html'],
};

/** The three public expenses alone, as they were published before whole budgets were. */
const inlineThreePublic: PortalPage = {
  name: 'an article that is a short disclosure of the three public expenses',
  url: 'http://spj.example.gov.cn/zwgk/201604/t20160401_55.html',
  role: 'article',
  html: html(
    '样例区行政审批局2016年“三公”经费预算公开',
    chrome(`<h1>样例区行政审批局2016年“三公”经费预算公开</h1><div class="TRS_Editor"><p>单位：万元</p>
<table>${row('合计', '因公出国（境）费', '公务用车费', '公务接待费')}${row('2.70', '0', '1.00', '1.70')}</table><p>2016年“三公”经费财政拨款预算2.70万元，比2015年预算减少1.03万元。</p></div>`),
  ),
  documents: ['t20160401_55.html'],
};

/** Files as one text for all of them, their names as another; a script draws the links. */
const listed: PortalPage = {
  name: 'an article whose files a script holds as lists in one text',
  url: 'https://slj.example.gov.cn/czyjs/202402/t20240201_100.html',
  role: 'article',
  html: html(
    '样例县水利局2024年部门预算_样例县水利局',
    chrome(
      `<h1>样例县水利局2024年部门预算</h1><div class="content"><p>现予公开。</p></div><script>var fileNames="部门预算公开表.xls;部门预算说明.pdf;";var fileUrls="./P020240201.xls;./P020240202.pdf;";</script><ul id="appendix"></ul>`,
    ),
  ),
  documents: ['P020240201.xls', 'P020240202.pdf'],
};

/** An article about something else with files: nothing of it is taken. */
const other: PortalPage = {
  name: 'an article about a purchase',
  url: 'http://www.example.gov.cn/cggg/202402/12.html',
  role: 'article',
  html: html(
    '样例市财政局2024年部门预算编制系统运维服务采购公告',
    chrome(
      `<h1>样例市财政局2024年部门预算编制系统运维服务采购公告</h1><div class="pages_content"><p>预算金额：45万元</p><p><a href="zb.docx">竞争性磋商文件.docx</a><a href="cs.pdf">预算参数.pdf</a></p></div>`,
    ),
    metas('样例市财政局2024年部门预算编制系统运维服务采购公告', '2024-02-06'),
  ),
};

export const ARTICLES: readonly PortalPage[] = [
  editor,
  downloadProgram,
  guidQueries,
  plainArticle,
  viewers,
  attributes,
  namesBefore,
  ofUnits,
  inline,
  inlineThreePublic,
  listed,
  other,
];

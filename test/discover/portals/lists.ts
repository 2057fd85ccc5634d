import { chrome, html, type PortalPage } from './portalPage.js';

const series = (from: number, to: number, name: (at: number) => string): string[] =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => name(from < to ? from + index : from - index));

/** Static lists with counts in scripts; titles cut off, whole in the title attribute; the date in the address and in a span. */
const countedByScript: PortalPage = {
  name: 'a static list whose script knows the number of pages',
  url: 'http://czj.example.gov.cn/zfxxgk/fdzdgknr/bmys/index.html',
  html: html(
    '部门预算_样例市财政局',
    chrome(`<div class="crumb">当前位置：<a href="../../../">首页</a> &gt; <a href="../../">政府信息公开</a> &gt; <a href="./">部门预算</a></div>
<ul class="gl_list">
<li><a href="./202402/t20240206_1001.html" target="_blank" title="样例市发展和改革委员会2024年部门预算公开">样例市发展和改革委员会2024年部门…</a><span>2024-02-06</span></li>
<li><a href="./202402/t20240206_1002.html" target="_blank" title="样例市教育局2024年部门预算公开">样例市教育局2024年部门预算公开</a><span>2024-02-06</span></li>
<li class="line"></li>
<li><a href="../bmys/202402/t20240205_998.html" target="_blank" title="中共样例市委政法委员会2024年部门预算公开">中共样例市委政法委员会2024年部...</a><span>2024-02-05</span></li>
<li><a href="./202402/t20240201_990.html" title="样例市财政局关于做好2024年部门预算公开工作的通知">样例市财政局关于做好2024年部门预算公开工作的通知</a><span>2024-02-01</span></li>
</ul>
<div class="page"><script>
// 翻页
var currentPage = 0;//所在页从0开始
var prevPage = currentPage-1
var nextPage = currentPage+1
var countPage = 5//共多少页
document.write("共"+countPage+"页");
</script></div>`),
  ),
  pages: ['202402/t20240206_1001.html', '202402/t20240206_1002.html', '202402/t20240205_998.html'],
  further: series(1, 4, (at) => `index_${at}.html`),
};

/** A list that counts its pages down, in tables without list elements, with a tree of columns beside it. */
const countingDown: PortalPage = {
  name: 'a list in a table that counts its pages down',
  url: 'http://www.example.gov.cn/xxgk/czyjs.htm',
  charset: 'gb18030',
  html: html(
    '财政预决算-样例区人民政府',
    chrome(
      `<table class="winstyle5512" width="100%"><tr><td width="80%" height=20 style="font-size:9pt"><a href="../info/1052/6848.htm" class="c5512" title="样例区水利局2024年部门预算及“三公”经费预算公开">样例区水利局2024年部门预算及“三公”经费预算公开</a></td><td><span class="timestyle5512">2024年02月18日&nbsp;</span></td></tr>
<tr><td><a href="../info/1052/6723.htm" class="c5512">样例区水利局2022年部门决算公开</a></td><td><span class="timestyle5512">2023年11月15日&nbsp;</span></td></tr>
<tr><td><a href="../info/1052/6661.htm" class="c5512">样例区关于2023年预算执行情况和2024年预算草案的报告</a></td><td>2024年01月19日</td></tr></table>
<div>共43条&nbsp;&nbsp;1/3&nbsp;<span>首页</span><span>上页</span><a href="czyjs/2.htm" class="Next">下页</a>&nbsp;<a href="czyjs/1.htm" class="Next">尾页</a>&nbsp;<input type=button value="转到"></div>`,
      '<div class="left"><table><tr><td><a href="zcwj.htm">政策文件</a></td></tr><tr><td><a href="czyjs.htm">财政预决算</a></td></tr><tr><td><a href="sgjf.htm">“三公”经费</a></td></tr></table></div>',
    ),
    '<META http-equiv=Content-Type content="text/html; charset=gb2312">',
  ),
  pages: ['../info/1052/6848.htm', '../info/1052/6723.htm', 'sgjf.htm'],
  further: ['czyjs/2.htm', 'czyjs/1.htm'],
};

/** A list whose rows lie as XML in a script: the first groups embedded, the others behind a data address built from settings. */
const dataStoreOfSettings: PortalPage = {
  name: 'a list kept as XML in a script whose further rows a data address gives',
  url: 'http://jyj.example.gov.cn/col/col4563/index.html',
  html: html(
    '样例市教育局 部门预决算',
    chrome(`<div id="15690"><script type="text/xml"><datastore>
<nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&webid=12&path=http://jyj.example.gov.cn/&columnid=4563&unitid=15690&webname=%E6%A0%B7%E4%BE%8B&permissiontype=0"></a>]]></nextgroup>
<recordset>
<record><![CDATA[<li><span>[2024-02-20]</span><a href='/art/2024/2/20/art_4563_301.html' target='_blank' title='样例市教育局2024年度部门预算'>样例市教育局2024年度部门预算</a></li>]]></record>
<record><![CDATA[<li><span>[2024-02-19]</span><a href="/art/2024/2/19/art_4563_300.html" target="_blank">样例市第一中学2024年单位预算</a></li>]]></record>
<record><![CDATA[<li><span>[2023-09-01]</span><a href="/art/2023/9/1/art_4563_280.html" target="_blank">样例市教育局2022年度部门决算</a></li>]]></record>
</recordset></datastore></script></div>
<script>$('#15690').jpage({theme:'default',perPage:3,totalRecord:8,proxyUrl:'/module/web/jpage/dataproxy.jsp',ajaxParam:{}});</script>`),
  ),
  pages: ['/art/2024/2/20/art_4563_301.html', '/art/2024/2/19/art_4563_300.html', '/art/2023/9/1/art_4563_280.html'],
  further: [
    '/module/web/jpage/dataproxy.jsp?page=1&webid=12&path=http://jyj.example.gov.cn/&columnid=4563&unitid=15690&webname=%E6%A0%B7%E4%BE%8B&permissiontype=0',
  ],
};

/** Paging by a query; numbers with an ellipsis; the row is a box with a heading and a date, the link has no text of its own. */
const byQuery: PortalPage = {
  name: 'a list with numbered pages in a query',
  url: 'https://www.example.gov.cn/info/iList.jsp?cat_id=10172',
  html: html(
    '部门预算公开',
    chrome(`<div class="news-list">
<div class="item"><a href="/info/egovinfo/1001/content/2024-1.html"><h4>样例县农业农村局2024年部门预算公开</h4><p>根据预算公开的要求，现将我局预算公开如下……</p></a><time>2024/02/07</time></div>
<div class="item"><a href="/info/egovinfo/1001/content/2024-2.html"><h4>样例县农业技术推广中心2024年单位预算公开</h4><p>现公开如下……</p></a><time>2024/02/07</time></div>
<div class="item"><a href="/info/egovinfo/1001/content/2023-9.html"><h4>样例县农业农村局2022年部门决算公开</h4></a><time>2023/09/12</time></div></div>
<div class="pagination"><a class="on">1</a><a href="?cat_id=10172&amp;cur_page=2">2</a><a href="?cat_id=10172&amp;cur_page=3">3</a><span>...</span><a href="?cat_id=10172&amp;cur_page=9">9</a><a href="?cat_id=10172&amp;cur_page=2">下一页</a><a href="?cat_id=10172&amp;cur_page=9">末页</a></div>`),
  ),
  pages: ['/info/egovinfo/1001/content/2024-1.html', '/info/egovinfo/1001/content/2024-2.html', '/info/egovinfo/1001/content/2023-9.html'],
  further: series(2, 9, (at) => `?cat_id=10172&cur_page=${at}`),
};

/** Paging by a function that writes the address: the number of pages is printed. */
const byFunction: PortalPage = {
  name: 'a list whose script puts the page number into an address',
  url: 'https://sjj.example.gov.cn/xxgk/yjs/list.html',
  html: html(
    '预决算公开-样例市审计局',
    chrome(`<ul><li><a href="https://sjj.example.gov.cn/xxgk/yjs/12001.html">样例市审计局2024年部门预算</a><em>02-18</em></li>
<li><a href="https://sjj.example.gov.cn/xxgk/yjs/11870.html">样例市审计局2022年度部门决算</a><em>09-20</em></li></ul>
<div class="fy">共 4 页 <a href="javascript:void(0)" onclick="goPage(2)">下一页</a> <a href="javascript:void(0)" onclick="goPage(4)">尾页</a></div>
<script>function goPage(n){ if(n<=1){ location.href = "list.html"; } else { window.location.href = "/xxgk/yjs/list_" + n + ".html"; } }</script>`),
  ),
  pages: ['12001.html', '11870.html'],
  further: ['list_2.html', 'list_3.html', 'list_4.html'],
};

/** Paging that only a form can follow: to be reported. */
const byForm: PortalPage = {
  name: 'a list that only a posted form leads on',
  url: 'https://tj.example.gov.cn/pubList.aspx',
  html: html(
    '部门预算公开',
    `<form method="post" action="./pubList.aspx" id="form1"><input type="hidden" name="__VIEWSTATE" value="AAAA">${chrome(`<table><tr><td><a href="pubView.aspx?id=771">样例市统计局2024年部门预算公开</a></td><td>2024-2-8</td></tr></table>
<div id="AspNetPager1">当前第1页 共6页 <a href="javascript:__doPostBack('AspNetPager1','2')">下一页</a></div>`)}</form>`,
  ),
  pages: ['pubView.aspx?id=771'],
  says: ['paging_unresolved'],
};

/** The pages of a list under one address each, told by attributes of its pager. */
const byAttributes: PortalPage = {
  name: 'a list whose pager keeps addresses in attributes',
  url: 'https://www.example.gov.cn/zwgk/bmyjs/index.html',
  html: html(
    '部门预决算_样例市人民政府',
    chrome(`<ul class="list"><li><a href="content/post_3887204.html">2024年样例市商务局部门预算</a><span class="time">2024-03-17</span></li></ul>
<div class="page"><a class="first" href="index.html">首页</a><a class="next" data-href="https://www.example.gov.cn/zwgk/bmyjs/index_2.html" href="javascript:;">下一页</a><a class="last" data-href="https://www.example.gov.cn/zwgk/bmyjs/index_3.html" href="javascript:;">尾页</a></div>`),
  ),
  pages: ['content/post_3887204.html'],
  further: ['index_2.html', 'index_3.html'],
};

/** One page for all departments: names only, by department in a list and as options; years as tabs. */
const platform: PortalPage = {
  name: 'a platform of departments and years',
  url: 'https://yjs.example.gov.cn/2024/bmys/index.html',
  html: html(
    '2024年部门预算公开_样例市预决算公开统一平台',
    `<h1>样例市预决算公开统一平台</h1><div class="years"><a href="../../2024/bmys/index.html">2024年</a><a href="../../2023/bmys/index.html">2023年</a><a href="../../2022/bmys/index.html">2022年</a></div>
<div class="tabs"><a href="../zfys/index.html">政府预算</a><a href="../bmys/index.html">部门预算</a><a href="../bmjs/index.html">部门决算</a><a href="../sgjf/index.html">“三公”经费</a></div>
<h2>市级部门</h2><ul class="depts"><li><a href="t1.html">市委办公室</a></li><li><a href="t2.html">市发展和改革委员会</a></li><li><a href="t3.html">市水务局</a></li><li><a href="t4.html">市总工会</a></li><li><a href="t5.html">团市委</a></li><li><a href="t6.html">市疾病预防控制中心</a></li></ul>
<div class="footer"><a href="/contact.html">联系我们</a><a href="/help.html">使用帮助</a><a href="https://www.mof.gov.cn/">财政部</a></div>`,
  ),
  pages: [
    '../../2023/bmys/index.html',
    '../../2022/bmys/index.html',
    '../zfys/index.html',
    '../bmjs/index.html',
    '../sgjf/index.html',
    ...series(1, 6, (at) => `t${at}.html`),
  ],
};

/** Rows that are links by their handlers alone. */
const byHandlers: PortalPage = {
  name: 'a list whose rows lead on by handlers',
  url: 'https://www.example.gov.cn/gk/ysjs/',
  html: html(
    '预算决算',
    chrome(`<ul><li onclick="window.open('/gk/ysjs/202402/88.html','_blank')"><p>样例县民政局2024年部门预算</p><i>2024-02-09</i></li>
<li><a href="javascript:void(0);" onclick="javascript:location.href='/gk/ysjs/202402/89.html'; return false;" title="样例县殡仪馆2024年单位预算">样例县殡仪馆2024年单位…</a></li>
<li><a href="javascript:viewDetail('90')" data-url="/gk/ysjs/202402/90.html">样例县救助管理站2024年单位预算</a></li>
<li><a href="javascript:window.open('/gk/ysjs/202309/70.html')">样例县民政局2022年部门决算</a></li></ul>`),
  ),
  pages: ['202402/88.html', '202402/89.html', '202402/90.html', '202309/70.html'],
};

export const LISTS: readonly PortalPage[] = [
  countedByScript,
  countingDown,
  dataStoreOfSettings,
  byQuery,
  byFunction,
  byForm,
  byAttributes,
  platform,
  byHandlers,
];

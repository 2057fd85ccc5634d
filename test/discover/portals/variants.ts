import { chrome, html, type PortalPage } from './portalPage.js';

/** Further kinds of portal software, written after discovery could read the others: what it did not know when it met them is in its history. */

/** A list whose rows a data address gives; the script element names address and query in attributes. */
const queryInAttributes: PortalPage = {
  name: 'a list whose script element names a data address and its query',
  url: 'http://nyj.example.gov.cn/col/col1229/index.html',
  html: html(
    '样例市农业农村局 财政预决算',
    chrome(
      `<div class="list"><script parseType="bulidstatic" url="/api-gateway/publish-server/front/page/build/unit" queryData="{'parseType':'bulidstatic','webId':'3096','tplSetId':'Vx7a','pageType':'column','tagId':'信息列表','editType':'null','pageId':'col1229'}" language="javascript" type="text/javascript"></script></div>`,
    ),
  ),
  further: [
    '/api-gateway/publish-server/front/page/build/unit?parseType=bulidstatic&webId=3096&tplSetId=Vx7a&pageType=column&tagId=%E4%BF%A1%E6%81%AF%E5%88%97%E8%A1%A8&editType=null&pageId=col1229',
  ],
};

/** The answer of such an address: HTML in JSON. */
const htmlInJson: PortalPage = {
  name: 'a JSON answer with the HTML of a list',
  url: 'http://nyj.example.gov.cn/api-gateway/publish-server/front/page/build/unit?webId=3096&pageId=col1229',
  contentType: 'application/json',
  html: JSON.stringify({
    code: '200',
    data: {
      html: '<ul><li><a href="/art/2024/2/21/art_1229_5001.html" title="样例市农业农村局2024年部门预算" target="_blank">样例市农业农村局2024年…</a><b>2024-02-21</b></li><li><a href="/art/2024/1/3/art_1229_4990.html">样例市农业农村局公开选聘公告</a></li></ul>',
    },
    success: true,
  }),
  pages: ['/art/2024/2/21/art_1229_5001.html'],
};

/** A school's site: the number of pages in elements, file players that keep the address in an attribute of their own. */
const schoolList: PortalPage = {
  name: 'the list of a school',
  url: 'https://cwc.example.edu.cn/1234/list.htm',
  html: html(
    '预决算公开',
    chrome(`<div id="wp_news_w6"><ul class="news_list list2"><li class="news n1 clearfix"><span class="news_title"><a href='/2024/0220/c1234a56789/page.htm' target='_blank' title='样例师范学院2024年部门预算'>样例师范学院2024年部门预算</a></span><span class="news_meta">2024-02-20</span></li>
<li class="news n2 clearfix"><span class="news_title"><a href='/2023/0915/c1234a51234/page.htm' target='_blank' title='样例师范学院2022年部门决算'>样例师范学院2022年部门决算</a></span><span class="news_meta">2023-09-15</span></li></ul></div>
<ul class="wp_paging clearfix"><li class="pages_count"><span class="per_page">每页&nbsp;<em class="per_count">14</em>&nbsp;记录&nbsp;</span><span class="all_count">总共&nbsp;<em>33</em>&nbsp;记录&nbsp;</span></li><li class="page_nav"><a class="first" href="javascript:void(0);" target="_self"><span>第一页</span></a><a class="prev" href="javascript:void(0);"><span>&lt;&lt;上一页</span></a><a class="next" href="/1234/list2.htm" target="_self"><span>下一页&gt;&gt;</span></a><a class="last" href="/1234/list3.htm" target="_self"><span>尾页</span></a></li></ul>`),
  ),
  pages: ['/2024/0220/c1234a56789/page.htm', '/2023/0915/c1234a51234/page.htm'],
  further: ['list2.htm', 'list3.htm'],
};
const schoolArticle: PortalPage = {
  name: 'the article of a school with a player for a PDF',
  url: 'https://cwc.example.edu.cn/2024/0220/c1234a56789/page.htm',
  role: 'article',
  html: html(
    '样例师范学院2024年部门预算',
    chrome(
      `<h1 class="arti_title">样例师范学院2024年部门预算</h1><p class="arti_metas"><span>发布时间：2024-02-20</span></p><div class="wp_articlecontent"><div pdfsrc="/_upload/article/files/aa/bb/2024budget.pdf" sudyfile-attr="{'title':'样例师范学院2024年部门预算.pdf'}" class="wp_pdf_player"></div><p><img src="/_ueditor/themes/default/images/icon_xls.gif"/><a href="/_upload/article/files/aa/bb/cc.xlsx" sudyfile-attr="{'title':'附表.xlsx'}">附表.xlsx</a></p></div>`,
    ),
  ),
  documents: ['/_upload/article/files/aa/bb/2024budget.pdf', '/_upload/article/files/aa/bb/cc.xlsx'],
};

/** The home page of a department: columns by headings and 更多, everything else beside it. */
const home: PortalPage = {
  name: 'the home page of a department',
  url: 'http://zjj.example.gov.cn/',
  html: html(
    '样例市住房和城乡建设局',
    chrome(`<div class="box"><div class="box-title"><span>通知公告</span><a href="/tzgg/">更多&gt;&gt;</a></div><ul><li><a href="/tzgg/1.html">关于2024年危房改造计划的公示</a></li><li><a href="/tzgg/2.html">样例市住房和城乡建设局2024年部门预算公开</a><span>2024-02-08</span></li></ul></div>
<div class="box"><div class="box-title"><span>预算/决算</span><a href="/yjs/">更多&gt;&gt;</a></div><ul><li><a href="/yjs/3.html">样例市房产交易中心2022年单位决算</a></li></ul></div>
<ul class="gk"><li><a href="/zfxxgk/jgzn/">机构职能</a></li><li><a href="/zfxxgk/czzj/">财政资金</a></li><li><a href="/zfxxgk/cwgk/"><i></i>财务公开</a></li><li><a href="/zfxxgk/zdxm/">重大建设项目</a></li></ul>
<div class="links"><select onchange="window.open(this.value)"><option value="http://www.example.gov.cn/">样例市人民政府</option><option value="http://czj.example.gov.cn/">样例市财政局</option></select></div>`),
  ),
  pages: ['/tzgg/2.html', '/yjs/', '/yjs/3.html', '/zfxxgk/czzj/', '/zfxxgk/cwgk/'],
};

/** Years by a parameter: numbers that are no pages. */
const years: PortalPage = {
  name: 'a list with years as a parameter',
  url: 'https://www.example.gov.cn/ysgk/list.do?dept=12',
  html: html(
    '部门预算公开 - 样例市财政局',
    chrome(`<div class="year"><a href="?dept=12&amp;year=2024">2024</a><a href="?dept=12&amp;year=2023">2023</a><a href="?dept=12&amp;year=2022">2022</a></div>
<ul><li><a href="detail.do?id=900">样例市公安局2024年部门预算</a><span>2024-02-08</span></li></ul>`),
  ),
  pages: ['?dept=12&year=2024', '?dept=12&year=2023', '?dept=12&year=2022', 'detail.do?id=900'],
};

/** One article with the files of many departments under their names. */
const manyDepartments: PortalPage = {
  name: 'an article with the files of many departments',
  url: 'http://czj.example.gov.cn/gk/202402/t20240218_55.html',
  role: 'article',
  html: html(
    '样例区2024年部门预算公开汇总_样例区财政局',
    chrome(
      `<div class="TRS_Editor"><h4>样例区教育局</h4><p><a href="jy1.pdf">预算公开说明</a> <a href="jy2.xls">预算公开表</a></p><h4>样例区民政局</h4><p><a href="mz1.pdf">预算公开说明</a> <a href="mz2.xls">预算公开表</a></p><p><a href="tj.doc">政务公开意见箱登记表.doc</a></p></div>`,
    ),
    '<meta name="ArticleTitle" content="样例区2024年部门预算公开汇总"><meta name="PubDate" content="2024-02-18">',
  ),
  documents: ['jy1.pdf', 'jy2.xls', 'mz1.pdf', 'mz2.xls'],
};

/** Departments as terms of a list, years beside each. */
const terms: PortalPage = {
  name: 'a list of departments with a link a year',
  url: 'http://www.example.gov.cn/yjsgk/bm.html',
  html: html(
    '部门预决算公开_样例县人民政府',
    chrome(
      `<dl><dt>县财政局</dt><dd><a href="a/1.html">2024年预算</a> <a href="a/2.html">2022年决算</a></dd><dt>县教育局</dt><dd><a href="b/1.html">2024年预算</a> <a href="b/2.html">2022年决算</a></dd></dl>`,
    ),
  ),
  pages: ['a/1.html', 'a/2.html', 'b/1.html', 'b/2.html'],
};

/** Pages behind handlers with the address as their second argument, kept in an attribute as well. */
const secondArgument: PortalPage = {
  name: 'a list whose pager hands over the address as its second argument',
  url: 'http://www.example.gov.cn/eportal/ui?pageId=411',
  html: html(
    '部门预决算',
    chrome(`<ul class="tpl"><li><a href="/eportal/ui?pageId=411&articleKey=90&columnId=456">样例县医疗保障局2024年部门预算</a><span>2024-02-19</span></li></ul>
<div class="easysite-page-wrap"><a tagname="/eportal/ui?pageId=411&amp;currentPage=2&amp;moduleId=ab12" href="javascript:void(0)" onclick="queryArticleByCondition(this,'/eportal/ui?pageId=411&amp;currentPage=2&amp;moduleId=ab12')">下一页</a><a href="javascript:void(0)" onclick="queryArticleByCondition(this,'/eportal/ui?pageId=411&amp;currentPage=6&amp;moduleId=ab12')">尾页</a></div>`),
  ),
  pages: ['/eportal/ui?pageId=411&articleKey=90&columnId=456'],
  further: [2, 3, 4, 5, 6].map((at) => `/eportal/ui?pageId=411&currentPage=${at}&moduleId=ab12`),
};

/** Files named in a list of a script; their addresses have no extension. */
const filesInScript: PortalPage = {
  name: 'an article whose files are rows of a script',
  url: 'https://www.example.gov.cn/article/7712',
  role: 'article',
  html: html(
    '样例县科学技术局2024年部门预算',
    chrome(
      `<h1>样例县科学技术局2024年部门预算</h1><div class="detail-content"><p>附件见下。</p></div><script>var fileList=[{"fileId":"77","fileName":"样例县科学技术局2024年部门预算.pdf","fileUrl":"/oss/file/77"},{"fileId":"78","fileName":"示意图.png","fileUrl":"/oss/file/78"}];</script>`,
    ),
  ),
  documents: ['/oss/file/77'],
};

/** Paging of a widget that is told the number of rows. */
const widget: PortalPage = {
  name: 'a list with a paging widget',
  url: 'https://www.example.gov.cn/list?channelId=31&page=1',
  html: html(
    '部门决算公开',
    chrome(
      `<ul><li><a href="/detail?id=1">样例县林业局2022年度部门决算公开</a></li></ul><div id="pager"></div><script>laypage.render({elem:'pager',count:52,limit:20,curr:1,jump:function(obj,first){if(!first){location.href='?channelId=31&page='+obj.curr;}}});</script>`,
    ),
  ),
  pages: ['/detail?id=1'],
  further: ['/list?channelId=31&page=2', '/list?channelId=31&page=3'],
};

/** Towns and streets publish budgets of their own; the budget of the whole government is another matter. */
const towns: PortalPage = {
  name: 'a list of towns',
  url: 'https://www.example.gov.cn/xz/yjs/index.html',
  html: html(
    '乡镇预决算公开',
    chrome(
      `<ul><li><a href="1.html">样例镇人民政府2024年部门预算公开</a></li><li><a href="2.html">样例街道办事处2022年度决算公开</a></li><li><a href="3.html">样例乡人民政府2024年预算公开</a></li><li><a href="4.html">样例乡人民政府预算公开（2023年）</a></li><li><a href="5.html">样例乡人大第三次会议关于2024年财政预算草案的决议</a></li></ul>`,
    ),
  ),
  pages: ['1.html', '2.html', '3.html', '4.html'],
};

const nothing = (name: string, text: string, says: string): PortalPage => ({
  name,
  url: 'http://www.example.gov.cn/zwgk/bmys/t1.html',
  role: 'article',
  html: text,
  says: [says],
});

export const VARIANTS: readonly PortalPage[] = [
  queryInAttributes,
  htmlInJson,
  schoolList,
  schoolArticle,
  home,
  years,
  manyDepartments,
  terms,
  secondArgument,
  filesInScript,
  widget,
  towns,
  nothing(
    'a page of a server for what is not there',
    html('HTTP Status 404 – 未找到', '<h1>HTTP Status 404 – 未找到</h1><p>类型 状态报告</p>'),
    'soft_404',
  ),
  nothing('a page that has got lost', html('出错啦', '<img src="404.png"><p>抱歉，页面走丢了</p><a href="/">返回首页</a>'), 'soft_404'),
  nothing('an article that was taken down', html('样例市人民政府', '<p>该信息已下线或已被删除，请访问其他内容。</p>'), 'soft_404'),
];

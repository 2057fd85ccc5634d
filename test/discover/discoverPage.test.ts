import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoverPage } from '../../src/discover/index.js';
import { zDiscovery } from '../../src/model/index.js';
import { samplesFolder } from '../shared.js';
import { codes, discover, LIST_URL, source } from './pages.js';

const item = (text: string, href: string, date = '2024-02-06'): string => `<li><span>${date}</span><a href="${href}">${text}</a></li>`;

describe('a list page', () => {
  it('gives the articles about budgets with their dates', () => {
    const { pages } = discover(`<ul>${item('样例市水务局2024年部门预算公开', './202402/t1.html')}</ul>`);
    expect(pages).toEqual([
      {
        url: 'https://www.example.gov.cn/zwgk/czyjs/202402/t1.html',
        role: 'article',
        link_text: '样例市水务局2024年部门预算公开',
        listed_date: '2024-02-06',
      },
    ]);
  });

  it.each([
    ['【政策解读】一图读懂2024年部门预算'],
    ['关于样例市2024年本级预算执行和其他财政收支的审计工作报告'],
    ['关于2023年度预算执行审计查出问题整改情况的报告'],
    ['样例市财政局关于印发部门预算管理办法的通知'],
    ['样例市医院二期工程竣工决算'],
    ['样例市召开2024年预算绩效管理工作会议'],
    ['样例市财政局2024年部门预算编制服务采购公告'],
    ['关于批复2024年部门预算的通知'],
    ['关于样例市2023年地方财政预算执行情况和2024年地方财政预算草案的报告'],
    ['2024年预算绩效评价报告'],
    ['样例市人大财经委关于2022年决算的审查结果报告'],
    ['关于批准样例市2022年本级决算的决议'],
    ['样例市政府性债务决算'],
    ['部门预算培训班在样例市举办'],
    ['样例市扎实推进部门预算改革'],
    ['关于做好2024年部门预算公开工作的通知'],
    ['样例市2023年度部门预算公开评分排名'],
  ])('leaves out %s', (text) => {
    expect(discover(`<ul>${item(text, 't1.html')}</ul>`).pages).toEqual([]);
  });

  it.each([
    ['样例市审计局2024年部门预算'],
    ['样例市水利局关于公开2024年部门预算的通知'],
    ['样例县财政局关于2022年度部门决算公开的函'],
    ['样例市统计局2023年度预算执行情况及2024年部门预算'],
    ['样例市改革发展研究中心2024年单位预算'],
    ['样例乡人民政府预算公开（2024年）'],
    ['2024年度样例市商务局（本级）“三公”经费决算'],
    ['2026预算公开'],
    ['样例市水利局局直单位2024年度决算公开'],
    ['样例市审计局2026年度重点绩效管理项目绩效目标'],
    ['样例市审计局2024年度决算及绩效评价结果公开'],
    ['中国人民政治协商会议样例市委员会2024年部门预算'],
    ['样例市招标投标管理办公室2024年部门决算'],
    ['样例市干部培训中心2024年单位预算'],
    ['样例市住房制度改革办公室2024年部门预算'],
  ])('takes %s', (text) => {
    expect(discover(`<ul>${item(text, 't1.html')}</ul>`).pages).toHaveLength(1);
  });

  it('takes a bare name of a department where the list itself is about budgets', () => {
    expect(discover(`<ul>${item('样例市商务局', 't1.html')}</ul>`, { title: '2019年部门预算公开目录_样例市财政局' }).pages).toHaveLength(1);
  });

  it('does not take its navigation for budgets', () => {
    const navigation = ['首页', '新闻中心', '政务服务', '互动交流', '网站地图', '联系我们']
      .map((text, index) => `<a href="/n${index}.html">${text}</a>`)
      .join(' ');
    expect(discover(navigation, { title: '2024年部门预算公开_样例市财政局' }).pages).toEqual([]);
  });

  it.each(['部门预算', '财政预决算', '部门预决算及“三公”经费', '[预算、决算]', '三公经费', '预决算公开', '财政信息', '财政资金'])(
    'follows the list %s',
    (text) => {
      expect(discover(`<a href="/list/">${text}</a>`, { title: '样例市商务局' }).pages).toMatchObject([
        { role: 'list', url: 'https://www.example.gov.cn/list/' },
      ]);
    },
  );

  it('follows 更多 under the heading of a list', () => {
    expect(discover('<div><h3>部门预决算</h3><a href="/bmyjs/">更多&gt;&gt;</a></div>', { title: '样例市商务局' }).pages).toMatchObject([
      { role: 'list' },
    ]);
  });

  it('keeps the fuller of two texts that lead to one page', () => {
    const row = '<li><a href="/d/1.shtml">[部门预决算]</a><a href="/d/1.shtml">样例市教育局2026年度单位预算公开</a><i>2026-03-03</i></li>';
    expect(discover(row).pages).toMatchObject([{ link_text: '样例市教育局2026年度单位预算公开', listed_date: '2026-03-03' }]);
  });

  it('reads the title attribute where the printed text is cut off', () => {
    const { pages } = discover('<li><a href="t1.html" title="样例市水务局2024年部门预算公开">样例市水务局2024...</a></li>');
    expect(pages[0]?.link_text).toBe('样例市水务局2024年部门预算公开');
  });

  it.each([
    ['[2024年02月07日]', '2024-02-07'],
    ['2024/2/7', '2024-02-07'],
    ['２０２４-０２-０７', '2024-02-07'],
  ])('reads the date %s', (printed, date) => {
    expect(
      discover(`<table><tr><td><a href="t1.html">样例局2024年部门预算</a></td><td>${printed}</td></tr></table>`).pages[0]?.listed_date,
    ).toBe(date);
  });

  it('reads GBK without a declared charset', () => {
    const { pages } = discover(`<ul>${item('样例市水务局2024年部门预算公开', 't1.html')}</ul>`, { charset: 'gbk' });
    expect(pages[0]?.link_text).toBe('样例市水务局2024年部门预算公开');
  });

  it.each([
    ['t1.html', 'https://www.example.gov.cn/zwgk/czyjs/t1.html'],
    ['../../x/t1.html', 'https://www.example.gov.cn/x/t1.html'],
    ['//www.example.gov.cn/t1.html', 'https://www.example.gov.cn/t1.html'],
    ['?id=7', 'https://www.example.gov.cn/zwgk/czyjs/index.html?id=7'],
    ['http://sub.example.gov.cn/t1.html#top', 'http://sub.example.gov.cn/t1.html'],
  ])('resolves %s', (href, url) => {
    expect(discover(`<ul>${item('样例局2024年部门预算', href)}</ul>`).pages[0]?.url).toBe(url);
  });

  it('resolves against <base href>', () => {
    const { pages } = discover(`<ul>${item('样例局2024年部门预算', 't1.html')}</ul>`, { head: '<base href="/other/">' });
    expect(pages[0]?.url).toBe('https://www.example.gov.cn/other/t1.html');
  });

  it('takes the address of window.open in an onclick handler', () => {
    const { pages } = discover(`<a href="javascript:void(0)" onclick="window.open('/d/9.html')">样例局2024年部门预算</a>`);
    expect(pages[0]?.url).toBe('https://www.example.gov.cn/d/9.html');
  });

  it('does not leave the sites of its source', () => {
    expect(discover(`<ul>${item('样例局2024年部门预算', 'https://other.example.com/t1.html')}</ul>`).pages).toEqual([]);
  });

  it('leaves out the years that the source does not want', () => {
    const both = `<ul>${item('样例局2023年部门预算', 'a.html')}${item('样例局2024年部门预算', 'b.html')}</ul>`;
    expect(discover(both, { source: source({ years: [2024] }) }).pages.map((page) => page.url.slice(-6))).toEqual(['b.html']);
  });

  it('leaves out the URLs that the source excludes', () => {
    expect(
      discover(`<ul>${item('样例局2023年部门预算', '/old/a.html')}</ul>`, { source: source({ exclude_urls: ['**/old/**'] }) }).pages,
    ).toEqual([]);
  });

  it('is an alarm where it gives nothing', () => {
    expect(codes(discover('<a href="/a">首页</a><p>本栏目暂无内容，敬请关注其他栏目。</p>'))).toContain('nothing_found');
  });
});

describe('an article', () => {
  const article = {
    role: 'article',
    url: 'https://www.example.gov.cn/zwgk/czyjs/t1.html',
    title: '样例市水务局2024年部门预算公开',
  } as const;

  it('gives its attachments with the words around them', () => {
    const body =
      '<h1>样例市水务局2024年部门预算公开</h1><p>发布日期：2024-02-06</p><div class="TRS_Editor"><a href="./P01.docx">附件1：样例市水务局2024年部门预算.docx</a></div>';
    expect(discover(body, article).candidates).toMatchObject([
      {
        url: 'https://www.example.gov.cn/zwgk/czyjs/P01.docx',
        file_name: '附件1：样例市水务局2024年部门预算.docx',
        link_text: '附件1：样例市水务局2024年部门预算.docx',
        listed_date: '2024-02-06',
        department: '样例市水务局',
        parent_url: article.url,
      },
    ]);
  });

  it('lends its title to an attachment without text', () => {
    const { candidates } = discover('<div class="TRS_Editor"><a href="/up/2026021216.pdf"><img alt="下载"></a></div>', article);
    expect(candidates).toMatchObject([{ link_text: '样例市水务局2024年部门预算公开', file_name: '2026021216.pdf' }]);
  });

  it.each([
    ['/module/download/downfile.jsp?classid=0&showname=预算.pdf&filename=a1.pdf'],
    ['/system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=4F2A'],
    ['/api/file/3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
    ['/u/0f8fad5bd9cb469fa16570867728950e'],
    ['/GetFile.aspx?id=7'],
    ['/a.ofd'],
    ['/a.PDF?aNrfDG_N6prIHCBaAA'],
    ['/%E9%A2%84%E7%AE%97.xls'],
  ])('takes %s for a file', (href) => {
    expect(discover(`<div class="TRS_Editor"><a href="${href}">2024年部门预算</a></div>`, article).candidates).toHaveLength(1);
  });

  it('takes a link for a file whose text is a file name', () => {
    expect(discover('<div class="TRS_Editor"><a href="/view?id=7">2024年部门预算.pdf</a></div>', article).candidates).toMatchObject([
      { file_name: '2024年部门预算.pdf' },
    ]);
  });

  it('takes the file that a viewer shows in a frame', () => {
    const { candidates } = discover('<div class="TRS_Editor"><iframe src="/pdfjs/web/viewer.html?file=/up/a.pdf"></iframe></div>', article);
    expect(candidates).toMatchObject([{ url: 'https://www.example.gov.cn/up/a.pdf' }]);
  });

  it('takes a file that only a script names', () => {
    const { candidates } = discover('<div class="TRS_Editor">详见附件</div><script>var appendix = "./P02.xlsx";</script>', article);
    expect(candidates).toMatchObject([{ url: 'https://www.example.gov.cn/zwgk/czyjs/P02.xlsx' }]);
  });

  it('gives one candidate for a file linked with different tokens', () => {
    const { candidates } = discover(
      '<div class="TRS_Editor"><a href="/a.pdf?aNrfDG_N6prIHC">2024年部门预算</a><a href="/a.pdf?ZZrfDG_N6prIHC">下载</a></div>',
      article,
    );
    expect(candidates).toHaveLength(1);
  });

  it('does not follow the navigation around its content', () => {
    const { pages } = discover('<a href="../">财政预决算</a><div class="TRS_Editor"><a href="a.pdf">2024年部门预算</a></div>', article);
    expect(pages).toEqual([]);
  });

  it('reports an attachment below the threshold with its reasons', () => {
    const { candidates, diagnostics } = discover('<div class="TRS_Editor"><a href="a.doc">困难补助申请表.doc</a></div>', {
      ...article,
      title: '困难补助申报',
    });
    expect(candidates).toEqual([]);
    expect(diagnostics[0]).toMatchObject({ code: 'candidate_below_threshold' });
    expect(diagnostics[0]?.message).toContain('form_to_fill_in');
  });

  it('does not take the attachment of a 政策解读 though its name has 部门预算', () => {
    expect(
      discover('<div class="TRS_Editor"><a href="a.pdf">部门预算公开.pdf</a></div>', { ...article, title: '【政策解读】部门预算公开' })
        .candidates,
    ).toEqual([]);
  });

  it('reports documents on hosts that the source does not name', () => {
    expect(codes(discover('<div class="TRS_Editor"><a href="https://oss.other.com/a.pdf">2024年部门预算</a></div>', article))).toContain(
      'off_site_document',
    );
  });

  it('takes documents on hosts that the source names', () => {
    const { candidates } = discover('<div class="TRS_Editor"><a href="https://oss.other.com/a.pdf">2024年部门预算</a></div>', {
      ...article,
      source: source({ hosts: ['oss.other.com'] }),
    });
    expect(candidates).toHaveLength(1);
  });

  it('is itself a candidate where its body is the disclosure', () => {
    const document = readFileSync(path.join(samplesFolder, 'xushui-2024.html'), 'utf8').replace(/^[\s\S]*<body[^>]*>/, '');
    const { candidates } = discover(`<div class="TRS_Editor">${document}</div>`, article);
    expect(candidates).toMatchObject([{ url: article.url, parent_url: null }]);
  });

  it('is no candidate where it only presents its attachment', () => {
    const { candidates } = discover(
      '<div class="TRS_Editor">现将样例市水务局2024年部门预算、“三公”经费、机关运行经费、政府采购情况公开如下。<a href="a.pdf">附件</a></div>',
      article,
    );
    expect(candidates.map((candidate) => candidate.url)).not.toContain(article.url);
  });
});

describe('a page without content', () => {
  it.each([
    ['a meta refresh', '', '<meta http-equiv="Refresh" content="0; URL=\'/site/index.html\'">', '/site/index.html'],
    ['a script', '<script>location.href="/col/1/index.html";</script>', '', '/col/1/index.html'],
    ['document.location', "<script>document.location.href='/site/index.html'</script>", '', '/site/index.html'],
    ['location.replace', "<script>window.location.replace('/site/')</script>", '', '/site/'],
  ])('sends on by %s', (_, body, head, target) => {
    const discovery = discover(body, { head, title: '' });
    expect(discovery.pages).toMatchObject([{ url: `https://www.example.gov.cn${target}`, role: 'list' }]);
    expect(codes(discovery)).toEqual(['page_redirects']);
  });

  it('is not sent on by a script for phones', () => {
    const body = '<script>if(/Android|iPhone/.test(navigator.userAgent))location.href="/m/index.html"</script>';
    expect(discover(body, { title: '' }).pages).toEqual([]);
  });

  it.each([
    ['js_challenge', '<script>document.cookie="__jsl_clearance=1";location.reload()</script>'],
    ['page_needs_javascript', '<noscript>请启用 JavaScript</noscript><div id="app"></div><script src="/app.js"></script>'],
    ['soft_404', '<p>您访问的页面不存在</p><a href="/">返回首页</a>'],
    ['access_blocked', '<p>您的访问请求被拦截，请稍后再试</p>'],
    ['placeholder_page', '<h1>Welcome to nginx!</h1>'],
    ['empty_page', ''],
  ])('is recognised as %s', (code, body) => {
    const discovery = discover(body, { title: '' });
    expect(discovery).toMatchObject({ candidates: [], pages: [] });
    expect(codes(discovery)).toEqual([code]);
  });
});

describe('any page', () => {
  it('gives a valid Discovery with each URL once, absolute and without fragment', () => {
    const href = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.string({ maxLength: 40 }),
      fc.constantFrom('a.pdf', '../b.doc#x', '//c/d', '#', 'javascript:x()', 'http://[', 'a.pdf?%'),
    );
    const text = fc.oneof(fc.constantFrom('2024年部门预算', '下一页', '附件1', '部门预决算', '更多', ''), fc.string({ maxLength: 20 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(href, text), { maxLength: 12 }), (links) => {
        const body = links
          .map(([to, words]) => `<li><a href="${to.replaceAll('"', '&quot;')}">${words.replaceAll('<', '&lt;')}</a></li>`)
          .join('');
        const discovery = discover(body);
        zDiscovery.parse(discovery);
        const urls = [...discovery.candidates, ...discovery.pages].map((found) => found.url);
        expect(new Set(urls).size).toBe(urls.length);
        for (const url of urls) expect(new URL(url).hash).toBe('');
      }),
      { numRuns: 100 },
    );
  });

  it('never makes discovery throw, whatever its bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 500 }),
        fc.constantFrom('', '<a href="', '<datastore><record><![CDATA[', '<table><tr><td>', '<script>createPageHTML('),
        (noise, start) => {
          zDiscovery.parse(discoverPage({ url: LIST_URL, body: Buffer.concat([Buffer.from(start), noise]) }, source()));
        },
      ),
    );
  });

  it('does not grow the time of discovery beyond its size', () => {
    const row = '<li><span>2024-02-06</span><a href="t1.html">样例市水务局2024年部门预算公开</a></li>';
    const started = performance.now();
    discover(`<ul>${row.repeat(5000)}</ul>${'<div>'.repeat(900)}`);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('a hostile page', () => {
  it('nested without end is reported, not read', () => {
    const discovery = discover('<div>'.repeat(200_000));
    expect(codes(discovery)).toEqual(['page_unreadable']);
  });

  it('larger than any page is reported, not read', () => {
    const discovery = discoverPage({ url: LIST_URL, body: Buffer.alloc(21 * 1024 * 1024, 'x') }, source());
    expect(codes(discovery)).toEqual(['page_unreadable']);
  });
});

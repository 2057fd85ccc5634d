import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesBetween } from '../../src/discover/paging.js';
import { codes, discover, source } from './pages.js';

const item = '<ul><li><a href="t1.html">样例局2024年部门预算</a> 2024-02-06</li></ul>';
const at = (path: string): string => `https://www.example.gov.cn/zwgk/czyjs/${path}`;

/** The further pages that discovery finds in a list with this foot. */
function further(foot: string, options: Parameters<typeof discover>[1] = {}): string[] {
  return discover(item + foot, options)
    .pages.filter((page) => page.paging === true)
    .map((page) => page.url);
}

describe('the further pages of a list', () => {
  it.each(['下一页', '下页', '后一页', 'Next', '&gt;', '下一页&gt;&gt;'])('are behind %s', (label) => {
    expect(further(`<a href="index_1.html">${label}</a>`)).toEqual([at('index_1.html')]);
  });

  it('are all those from 下一页 to 尾页', () => {
    expect(further('<a href="index_1.html">下一页</a><a href="index_3.html">尾页</a>')).toEqual([
      at('index_1.html'),
      at('index_2.html'),
      at('index_3.html'),
    ]);
  });

  it('may count down', () => {
    expect(further('<a href="index/4.htm">下页</a><a href="index/1.htm">尾页</a>')).toEqual([4, 3, 2, 1].map((n) => at(`index/${n}.htm`)));
  });

  it('may be told by a query', () => {
    expect(further('<a href="list.jsp?wbtreeid=1052&amp;PAGENUM=2">下一页</a>')).toEqual([at('list.jsp?wbtreeid=1052&PAGENUM=2')]);
  });

  it.each([
    [
      'createPageHTML of one software',
      '<script>createPageHTML(4, 0, "index", "html");</script>',
      ['index_1.html', 'index_2.html', 'index_3.html'],
    ],
    [
      'createPageHTML of another',
      "<script>createPageHTML('page_div',4, 1,'list','shtml',105);</script>",
      ['list.shtml', 'list_2.shtml', 'list_3.shtml', 'list_4.shtml'],
    ],
    ['countPage', '<script>var countPage = 3; var currentPage = 0;</script>', ['index_1.html', 'index_2.html']],
  ])('are counted by %s', (_, script, pages) => {
    expect(further(script)).toEqual(pages.map(at));
  });

  it('of a page in the middle include all but itself', () => {
    expect(further('<script>createPageHTML(3, 1, "index", "html");</script>', { url: at('index_1.html') })).toEqual([
      at('index.html'),
      at('index_2.html'),
    ]);
  });

  it('are numbered where no label leads on', () => {
    expect(further('<a href="index_1.html">2</a><a href="index_2.html">3</a>')).toEqual([at('index_1.html'), at('index_2.html')]);
  });

  it('are not the numbers of anything else', () => {
    expect(further('<a href="/a/x.html">12</a><a href="/b/y/z.html">3</a>')).toEqual([]);
  });

  it('are never more than the source wants', () => {
    expect(further('<script>createPageHTML(900000, 0, "index", "html");</script>', { source: source({ max_list_pages: 5 }) })).toHaveLength(
      5,
    );
  });

  it('are reported where they are said to exist and cannot be found', () => {
    expect(codes(discover(`${item}<span>共 7 页</span><a href="javascript:toPage(2)">下一页</a>`))).toContain('paging_unresolved');
  });

  it('are not missed on the last page', () => {
    expect(codes(discover(`${item}<span>第7页 共7页</span>`, { url: at('index_6.html') }))).not.toContain('paging_unresolved');
  });
});

describe('a list kept as XML in a script', () => {
  const store = (record: string, group: string): string =>
    `<div id="229"></div><script type="text/xml"><datastore><nextgroup><![CDATA[<a href="${group}"></a>]]></nextgroup><recordset><record><![CDATA[${record}]]></record></recordset></datastore></script>`;
  const group = '/module/web/jpage/dataproxy.jsp?page=1&amp;columnid=21&amp;unitid=229';

  it('gives the links of its records', () => {
    const { pages } = discover(
      store(
        '<li><a href="/art/2024/2/6/art_21_1.html" title="样例局2024年部门预算公开">样例局2024...</a><span>2024-02-06</span></li>',
        group,
      ),
    );
    expect(pages).toContainEqual({
      url: 'https://www.example.gov.cn/art/2024/2/6/art_21_1.html',
      role: 'article',
      link_text: '样例局2024年部门预算公开',
      listed_date: '2024-02-06',
    });
  });

  it('is continued at the address of its next group', () => {
    const { pages } = discover(store('<li><a href="/art/1.html">样例局2024年部门预算</a></li>', group));
    expect(pages.filter((page) => page.paging)).toMatchObject([
      { url: 'https://www.example.gov.cn/module/web/jpage/dataproxy.jsp?page=1&columnid=21&unitid=229' },
    ]);
  });

  it('is read from the answer of its data address too', () => {
    const body =
      '<datastore><recordset><record><![CDATA[<li><a href="/art/9.html">样例局2024年部门决算</a></li>]]></record></recordset></datastore>';
    expect(discover(body).pages).toMatchObject([{ url: 'https://www.example.gov.cn/art/9.html' }]);
  });
});

describe('the pages between two URLs', () => {
  const number = fc.integer({ min: 1, max: 5000 });

  it('start at the first, end at the last, and step by one', () => {
    fc.assert(
      fc.property(number, number, (from, to) => {
        const numbers = pagesBetween(new URL(at(`index_${from}.html`)), new URL(at(`index_${to}.html`)), 10_000).map((url) =>
          Number(/_(\d+)\.html$/.exec(url.href)?.[1]),
        );
        if (from === to) {
          expect(numbers).toEqual([]);
          return;
        }
        expect([numbers[0], numbers.at(-1), numbers.length]).toEqual([from, to, Math.abs(to - from) + 1]);
        expect(numbers.slice(1).every((value, index) => Math.abs(value - (numbers[index] ?? 0)) === 1)).toBe(true);
      }),
      { examples: [[5, 5]] },
    );
  });

  it('are never more than the limit', () => {
    fc.assert(
      fc.property(
        number,
        number,
        fc.integer({ min: 1, max: 50 }),
        (from, to, limit) => pagesBetween(new URL(at(`${from}.htm`)), new URL(at(`${to}.htm`)), limit).length <= limit,
      ),
    );
  });

  it('are none where the URLs differ in two numbers', () => {
    expect(pagesBetween(new URL(at('1/a_1.html')), new URL(at('2/a_2.html')), 10)).toEqual([]);
  });

  it('are none where the URLs differ in words', () => {
    expect(pagesBetween(new URL(at('a_1.html')), new URL(at('b_1.html')), 10)).toEqual([]);
  });
});

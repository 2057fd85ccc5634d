import { describe, expect, it } from 'vitest';
import { discoverPage } from '../../src/discover/index.js';
import { zWebSource } from '../../src/model/index.js';

const source = zWebSource.parse({ type: 'web', start: [{ url: 'https://www.example.gov.cn/sitemap.xml' }] });
const discovered = (xml: string) =>
  discoverPage({ url: 'https://www.example.gov.cn/sitemap.xml', body: Buffer.from(xml), headers: { 'content-type': 'text/xml' } }, source);
const urlset = (...locs: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${locs.map((loc) => `<url><loc>${loc}</loc></url>`).join('')}</urlset>`;

describe('a sitemap', () => {
  it('leads to the sitemaps it lists', () => {
    const { pages } = discovered(
      '<?xml version="1.0"?><sitemapindex><sitemap><loc>https://www.example.gov.cn/s1.xml</loc></sitemap></sitemapindex>',
    );
    expect(pages.map((page) => page.url)).toEqual(['https://www.example.gov.cn/s1.xml']);
  });

  it.each(['/zwgk/bmys/2024/t1.html', '/czyjs/202402/1.html', '/a/sgjf/1.html', '/xxgk/部门预算/1.html', '/caizheng/yusuan/1.html'])(
    'leads to the page %s',
    (path) => {
      expect(discovered(urlset(`https://www.example.gov.cn${path}`)).pages).toHaveLength(1);
    },
  );

  it.each(['/news/1.html', '/hysj/1.html', '/css/a.html', '/fys/1.html'])('does not lead to the page %s', (path) => {
    expect(discovered(urlset(`https://www.example.gov.cn${path}`)).pages).toEqual([]);
  });

  it('gives the files whose names are those of budgets', () => {
    const { candidates } = discovered(
      urlset('https://www.example.gov.cn/f/某局2024年部门预算公开.pdf', 'https://www.example.gov.cn/f/1.pdf?a=1&amp;b=2'),
    );
    expect(candidates.map(({ file_name, parent_url }) => [file_name, parent_url])).toEqual([
      ['某局2024年部门预算公开.pdf', 'https://www.example.gov.cn/sitemap.xml'],
    ]);
  });

  it('leads to no other site', () => {
    expect(discovered(urlset('https://www.example.com/bmys/1.html')).pages).toEqual([]);
  });

  it('says how much of it is followed', () => {
    expect(discovered(urlset('https://www.example.gov.cn/bmys/1.html')).diagnostics).toMatchObject([{ code: 'sitemap_read' }]);
  });
});

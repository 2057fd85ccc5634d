import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extract/index.js';
import { MEDIA_TYPES } from '../../../src/model/index.js';
import { page } from '../../builders/html.js';
import { outline, readHtmlBody } from '../read.js';

const links = (count: number, text: string) =>
  Array.from({ length: count }, (_, index) => `<li><a href="/${index}">${text}${index}</a></li>`).join('');
const article = `<h1>2024年部门预算</h1><p>发布时间：2024-02-01</p><div>${'<p>我部门2024年收入预算937.79万元，主要用于机关运行和各项业务工作的开展。</p>'.repeat(6)}</div>`;

describe('an HTML page', () => {
  it('has its headings, paragraphs and figures in order', async () => {
    const body = '<h2>一、收入</h2>散文<b>加粗</b>字<p>段<br>落</p><img src="a.png" alt="印章">';
    expect(outline(await readHtmlBody(body))).toEqual(['h2 一、收入', 'paragraph 散文加粗字', 'paragraph 段\n落', 'figure 印章']);
  });

  it('leaves navigation and footer around an article as furniture', async () => {
    const body = `<div class="top"><ul>${links(9, '栏目导航')}</ul></div><div class="wrap">${article}</div><div class="links"><ul>${links(12, '友情链接')}</ul></div><footer>版权所有 某某市</footer>`;
    const kinds = (await readHtmlBody(body)).blocks.map((block) => block.type);
    expect([kinds.slice(0, 9), kinds.slice(9, 17), kinds.slice(17)]).toEqual([
      Array(9).fill('furniture'),
      ['heading', ...Array(7).fill('paragraph')],
      Array(13).fill('furniture'),
    ]);
  });

  it('leaves the line that says where the page stands as furniture', async () => {
    const body = `<nav>${links(5, '导航')}</nav><div><p>当前位置：首页 &gt; 财政预决算</p>${article}</div>`;
    expect((await outlineOf(body)).find((line) => line.includes('当前位置'))).toBe('furniture 当前位置：首页 > 财政预决算');
  });

  it('keeps a data table outside the article as a table', async () => {
    const table = '<table border=1><tr><td>项目<td>金额<tr><td>合计<td>12.50</table>';
    expect(
      await outlineOf(`<nav>${links(9, '导航')}</nav><div>${article}</div><div><a href="#">${'更多链接'.repeat(9)}</a>${table}</div>`),
    ).toContain('table 2x2');
  });

  it('keeps everything of a plain document', async () => {
    const lines = await outlineOf(`${article}<p>联系我们</p>`);
    expect([lines.length, lines.some((line) => line.startsWith('furniture'))]).toEqual([9, false]);
  });

  it('prints the numbers of an ordered list in a plain document', async () => {
    expect(await outlineOf('<ol start=3><li>收入<li>支出</ol>')).toEqual(['paragraph 3. 收入', 'paragraph 4. 支出']);
  });

  it('leaves out scripts, comments and hidden elements', async () => {
    const body =
      '<script>var a=1</script><!--[if gte mso 9]><p>9</p><![endif]--><p hidden>9</p><p style="display:none">9</p><![if !supportEmptyParas]><p>1</p><![endif]>';
    expect(await outlineOf(body)).toEqual(['paragraph 1']);
  });

  it('has headings where a word processor states an outline level', async () => {
    expect(await outlineOf('<p class=MsoNormal style="mso-outline-level:2">（一）收入</p>')).toEqual(['h2 （一）收入']);
  });

  it('leaves exported running heads as furniture', async () => {
    expect(await outlineOf('<div title="header"><p>部门预算</p></div><p>正文</p><div title="footer"><p>3</p></div>')).toEqual([
      'furniture 部门预算',
      'paragraph 正文',
      'furniture 3',
    ]);
  });

  it('has the title of its head', async () => {
    expect((await readHtmlBody('<p>x</p>', '<title> 预算\n公开 </title>')).title).toBe('预算公开');
  });
});

/** The outline of a body. */
async function outlineOf(body: string): Promise<string[]> {
  return outline(await readHtmlBody(body));
}

describe('the charset of a page', () => {
  const text = '<p>保定市徐水区人民政府办公室二〇二四年部门预算</p>';
  const read = async (bytes: Uint8Array, type: string = MEDIA_TYPES.html) => outline(await extract(bytes, type));

  it('is found without any statement', async () => {
    expect(await read(encode(page(text, ''), 'gb18030'))).toEqual([`paragraph ${text.slice(3, -4)}`]);
  });

  it('is read as GB18030 where GB2312 is stated', async () => {
    expect(
      await read(encode(page('<p>镕㐂𠀀</p>', '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'), 'gb18030')),
    ).toEqual(['paragraph 镕㐂𠀀']);
  });

  it('is UTF-8 where the bytes are, whatever is stated', async () => {
    expect(await read(Buffer.from(page(text, '<meta charset="gbk">')))).toEqual([`paragraph ${text.slice(3, -4)}`]);
  });

  it('is what the byte order mark says', async () => {
    expect(await read(encode(page(text), 'utf-16le', { addBOM: true }))).toEqual([`paragraph ${text.slice(3, -4)}`]);
  });

  it('is UTF-8 where all but a few bytes are', async () => {
    const bytes = Buffer.from(page(text.repeat(3)));
    bytes[bytes.length - 20] = 0xff;
    expect((await read(bytes)).slice(0, 2)).toEqual(Array(2).fill(`paragraph ${text.slice(3, -4)}`));
  });

  it('is Chinese where Latin is stated and the bytes look Chinese', async () => {
    expect(await read(encode(page(text.repeat(3), '<meta charset="iso-8859-1">'), 'gb18030'))).toEqual(
      Array(3).fill(`paragraph ${text.slice(3, -4)}`),
    );
  });

  it('is what the server says', async () => {
    expect(await read(encode(page('<p>預算公開</p>', ''), 'big5'), 'text/html; charset=Big5')).toEqual(['paragraph 預算公開']);
  });
});

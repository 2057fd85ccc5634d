import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { zPipelineDescription } from '../../src/pipeline/description.js';
import { proposeFolderPipeline, proposeWebPipeline } from '../../src/pipeline/proposePipeline.js';

const PAGE = `<html><head><title>部门预算公开_保定市徐水区人民政府</title><meta name="SiteName" content="保定市徐水区人民政府门户网站"></head><body><ul>
<li><a href="/a/1.html">甲局2024年部门预算公开</a><span>2024-02-01</span></li><li><a href="/a/2.html">甲局2023年部门预算公开</a><span>2023-02-01</span></li>
<li><a href="https://files.example.com/1.pdf">乙局2024年部门预算.pdf</a></li></ul></body></html>`;
const proposed = () =>
  proposeWebPipeline({ url: 'https://www.xushui.gov.cn/czyjs/index.html', body: Buffer.from(PAGE) }, 'mailto:me@example.org');

describe('a proposed pipeline', () => {
  it('is one that can be used', () => {
    expect(zPipelineDescription.safeParse(parse(proposed().yaml)).error).toBeUndefined();
  });

  it('names start, publisher, division, contact and the hosts of documents elsewhere', () => {
    expect(parse(proposed().yaml)).toMatchObject({
      name: 'xushui',
      source: {
        start: [{ url: 'https://www.xushui.gov.cn/czyjs/index.html', role: 'list' }],
        publisher: { name: '保定市徐水区人民政府', division_code: '130609' },
        hosts: ['files.example.com'],
        contact: 'mailto:me@example.org',
      },
    });
  });

  it('says what the page leads to, by year', () => {
    expect(proposed().yaml).toContain('0 documents and 2 pages (by the years named: 2024: 1, 2023: 1)');
  });

  it('of a folder is one that can be used', () => {
    expect(zPipelineDescription.parse(parse(proposeFolderPipeline('/data/预算 2024', '预算 2024')))).toMatchObject({ name: '2024' });
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningPortal } from '../../src/cli/portalServer.js';
import { serveSamplePortal } from '../../src/cli/samplePortal.js';
import { samplesFolder } from '../shared.js';

describe('the sample portal', () => {
  let portal: RunningPortal;
  beforeAll(async () => {
    portal = await serveSamplePortal({ port: 0 });
  });
  afterAll(() => portal.close());

  it('listens on loopback', () => {
    expect(portal.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('serves a file of the samples byte by byte', async () => {
    const answer = await fetch(`${portal.url}/zwgk/czyjs/202402/P020240206001.docx`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(path.join(samplesFolder, 'xushui-2024.docx')))).toBe(true);
  });

  it('answers 304 to the ETag it gave', async () => {
    const first = await fetch(`${portal.url}/upload/202402/2024020616.pdf`);
    await first.arrayBuffer();
    const again = await fetch(first.url, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it('answers 304 to the Last-Modified it gave', async () => {
    const first = await fetch(`${portal.url}/upload/202402/2024020616.pdf`);
    await first.arrayBuffer();
    const again = await fetch(first.url, { headers: { 'if-modified-since': first.headers.get('last-modified') ?? '' } });
    expect(again.status).toBe(304);
  });

  it('sends a full answer when the ETag differs though the date does not', async () => {
    const answer = await fetch(`${portal.url}/`, {
      headers: { 'if-none-match': '"other"', 'if-modified-since': new Date().toUTCString() },
    });
    expect(answer.status).toBe(200);
  });

  it('names the download without extension in Content-Disposition', async () => {
    const answer = await fetch(`${portal.url}/system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=4F2A9C`);
    await answer.arrayBuffer();
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('部门预算信息公开.txt'));
  });

  it('sends the second list page in GB18030', async () => {
    const answer = await fetch(`${portal.url}/zwgk/czyjs/index_1.html`);
    expect(new TextDecoder('gb18030', { fatal: true }).decode(await answer.arrayBuffer())).toContain('财政预决算');
  });

  it('puts the disclosure into the body of an article', async () => {
    const html = await (await fetch(`${portal.url}/zwgk/czyjs/202402/t20240208_1004.html`)).text();
    expect(html.match(/<body/g)).toHaveLength(1);
    expect(html).toContain('机关运行经费');
  });

  it.each(['/../package.json', '/%2e%2e/package.json', '/..%2f..%2fpackage.json', '//etc/passwd', '/portal/portal.json'])(
    'serves nothing but its routes: %s',
    async (target) => {
      const { request } = await import('node:http');
      const status = await new Promise((resolve, reject) => {
        request(portal.url, { path: target }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
          .on('error', reject)
          .end();
      });
      expect(status).toBe(404);
    },
  );

  it('refuses other methods than GET and HEAD', async () => {
    expect((await fetch(portal.url, { method: 'POST', body: 'x' })).status).toBe(405);
  });
});

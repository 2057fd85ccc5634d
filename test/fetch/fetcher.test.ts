import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import zlib from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createFetcher, type Fetcher, type FetcherSettings, fetcherSettings, HostBudgets } from '../../src/fetch/index.js';
import { zWebSource } from '../../src/model/index.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A server on loopback whose answers a test decides; robots.txt is 404 unless the test answers it. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt' && !robotsServed.has(listener)) {
      response.writeHead(404);
      response.end();
    } else listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const robotsServed = new WeakSet<RequestListener>();

/** A listener that also answers robots.txt. */
function withRobots(listener: RequestListener): RequestListener {
  robotsServed.add(listener);
  return listener;
}

/** A fetcher in a hurry that may ask loopback, closed after the test. */
function fetcher(overrides: Partial<FetcherSettings> = {}, budgets?: HostBudgets): Fetcher {
  const source = zWebSource.parse({
    type: 'web',
    start: [{ url: 'http://127.0.0.1/' }],
    allow_private: true,
    contact: 'https://example.org/fiscus',
  });
  const made = createFetcher(
    { ...fetcherSettings(source), rate: { requestsPerSecond: 1000, concurrency: 8 }, timeoutSeconds: 5, ...overrides },
    budgets,
  );
  closers.push(() => made.close());
  return made;
}

describe('a fetch that works', () => {
  it('gives body, headers, validators and final URL', async () => {
    const url = await serve((_, response) =>
      response.writeHead(200, { ETag: '"a"', 'Last-Modified': 'Tue, 20 Feb 2024 08:30:00 GMT', 'Content-Type': 'text/html' }).end('text'),
    );
    const outcome = await fetcher().fetch({ url: `${url}/a` });
    expect(outcome).toMatchObject({
      type: 'ok',
      finalUrl: `${url}/a`,
      etag: '"a"',
      lastModified: 'Tue, 20 Feb 2024 08:30:00 GMT',
      contentType: 'text/html',
      redirects: [],
    });
  });

  it('is not_modified where the server says 304 to the validators', async () => {
    const url = await serve((request, response) => response.writeHead(request.headers['if-none-match'] === '"a"' ? 304 : 200).end());
    expect((await fetcher().fetch({ url, etag: '"a"' })).type).toBe('not_modified');
  });

  it('says who asks and how to reach them', async () => {
    let agent: string | undefined;
    const url = await serve((request, response) => {
      agent = request.headers['user-agent'];
      response.end();
    });
    await fetcher().fetch({ url });
    expect(agent).toMatch(/^fiscus\/\d.*https:\/\/example\.org\/fiscus/);
  });

  it('keeps cookies for later requests of the run', async () => {
    const seen: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      seen.push(request.headers.cookie);
      response.writeHead(200, { 'Set-Cookie': 'session=1; Path=/' }).end();
    });
    const polite = fetcher();
    await polite.fetch({ url: `${url}/a` });
    await polite.fetch({ url: `${url}/b` });
    expect(seen).toEqual([undefined, 'session=1']);
  });

  it('follows redirects and tells the way', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/b') response.end('there');
      else response.writeHead(302, { Location: 'b' }).end();
    });
    expect(await fetcher().fetch({ url: `${url}/a` })).toMatchObject({ type: 'ok', finalUrl: `${url}/b`, redirects: [`${url}/a`] });
  });

  it.each([
    ['gzip', zlib.gzipSync],
    ['deflate', zlib.deflateSync],
    ['br', zlib.brotliCompressSync],
  ] as const)('decompresses %s', async (encoding, compress) => {
    const url = await serve((_, response) => response.writeHead(200, { 'Content-Encoding': encoding }).end(compress(Buffer.from('预算'))));
    const outcome = await fetcher().fetch({ url });
    expect(outcome.type === 'ok' && outcome.body.toString()).toBe('预算');
  });

  it('asks once more when the connection is reset', async () => {
    let asked = 0;
    const url = await serve((request, response) => {
      asked += 1;
      if (asked === 1) request.socket.destroy();
      else response.end('second');
    });
    expect((await fetcher().fetch({ url })).type).toBe('ok');
  });
});

describe('a fetch that fails', () => {
  it.each([
    [404, 'http_404', false],
    [410, 'http_410', false],
    [403, 'http_403', false],
    [429, 'http_429', true],
    [500, 'http_500', true],
    [503, 'http_503', true],
  ])('says for status %i: %s, retryable %s', async (status, code, retryable) => {
    const url = await serve((_, response) => response.writeHead(status).end());
    expect(await fetcher().fetch({ url })).toMatchObject({ type: 'failed', code, status, retryable });
  });

  it('tells the Retry-After of the server', async () => {
    const url = await serve((_, response) => response.writeHead(503, { 'Retry-After': '120' }).end());
    expect(await fetcher().fetch({ url })).toMatchObject({ code: 'http_503', retryAfterSeconds: 120 });
  });

  it('does not send anything while a host asked for a pause', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.writeHead(429, { 'Retry-After': '120' }).end();
    });
    const polite = fetcher();
    await polite.fetch({ url: `${url}/a` });
    const second = await polite.fetch({ url: `${url}/b` });
    expect([asked, second]).toMatchObject([1, { code: 'host_paused', retryable: true, sent: false }]);
  });

  it('gives a host up that has not answered through several pauses', async () => {
    const budget = new HostBudgets().of('h', { requestsPerSecond: 1, concurrency: 1 });
    for (let failures = 0; failures < 8; failures += 1) budget.failed();
    await expect(budget.run(async () => 'asked')).rejects.toMatchObject({
      code: 'host_given_up',
      facts: { retryable: false, sent: false },
    });
  });

  it('gives a host up that asks for a pause of more than an hour', async () => {
    const budget = new HostBudgets().of('h', { requestsPerSecond: 1, concurrency: 1 });
    budget.pause(7200);
    await expect(budget.run(async () => 'asked')).rejects.toMatchObject({ code: 'host_given_up' });
  });

  it('opens the circuit after failures in a row', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.writeHead(500).end();
    });
    const polite = fetcher();
    for (let n = 0; n < 8; n += 1) await polite.fetch({ url: `${url}/${n}` });
    expect(asked).toBe(5);
    expect(await polite.fetch({ url })).toMatchObject({ code: 'circuit_open', retryable: true, sent: false });
  });

  it('stops at the size limit though nothing states the size', async () => {
    const url = await serve((_, response) => {
      response.write(Buffer.alloc(2000));
      response.end(Buffer.alloc(2000));
    });
    expect(await fetcher({ maxBytes: 3000 }).fetch({ url })).toMatchObject({ code: 'body_too_large', retryable: false });
  });

  it('stops a compressed bomb at the size limit', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(5_000_000));
    const url = await serve((_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb));
    expect(await fetcher({ maxBytes: 100_000 }).fetch({ url })).toMatchObject({ code: 'body_too_large' });
  });

  it('reports a compressed body that is cut off', async () => {
    const url = await serve((_, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(zlib.gzipSync(Buffer.from('预算'.repeat(500))).subarray(0, 20)),
    );
    expect(await fetcher().fetch({ url })).toMatchObject({ code: 'body_damaged', retryable: true });
  });

  it('gives up a drip after the time limit', async () => {
    const url = await serve((_, response) => {
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    });
    expect(await fetcher({ timeoutSeconds: 0.4 }).fetch({ url })).toMatchObject({ code: 'timeout', retryable: true });
  });

  it('notices redirects that lead in a circle', async () => {
    const url = await serve((request, response) => response.writeHead(302, { Location: request.url === '/a' ? '/b' : '/a' }).end());
    expect(await fetcher().fetch({ url: `${url}/a` })).toMatchObject({ code: 'redirect_loop' });
  });

  it('follows only so many redirects', async () => {
    const url = await serve((request, response) => response.writeHead(302, { Location: `${request.url}x` }).end());
    expect(await fetcher({ redirects: 3 }).fetch({ url: `${url}/a` })).toMatchObject({ code: 'too_many_redirects' });
  });

  it('reports a body shorter than its Content-Length', async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { 'Content-Length': '1000' });
      response.write('short', () => request.socket.destroy());
    });
    expect(await fetcher().fetch({ url })).toMatchObject({ type: 'failed', retryable: true });
  });

  it('reports a host that refuses connections', async () => {
    expect(await fetcher({ obeyRobots: false }).fetch({ url: 'http://127.0.0.1:1/' })).toMatchObject({
      code: 'connection_refused',
      retryable: true,
    });
  });

  it.each(['ftp://example.org/a', 'file:///etc/passwd', 'not a url', 'javascript:alert(1)'])(
    'asks for nothing but http and https: %s',
    async (url) => {
      expect(await fetcher().fetch({ url })).toMatchObject({ code: 'bad_url', sent: false });
    },
  );

  it('names no credential and no query value in its message', async () => {
    const url = await serve((_, response) => response.writeHead(404).end());
    const outcome = await fetcher().fetch({ url: `${url.replace('://', '://user:secret@')}/a?token=secret` });
    expect(outcome.type === 'failed' && outcome.message).not.toContain('secret');
  });
});

describe('addresses', () => {
  it.each([
    'http://127.0.0.1:9/',
    'http://[::1]:9/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest/meta-data',
    'http://[::ffff:127.0.0.1]/',
    'http://0.0.0.0/',
    'http://2130706433/',
  ])('refuses %s', async (url) => {
    expect(await fetcher({ allowPrivate: false }).fetch({ url })).toMatchObject({ code: 'private_address', sent: false });
  });

  it('refuses a name that resolves to loopback', async () => {
    const url = await serve((_, response) => response.end());
    expect(await fetcher({ allowPrivate: false }).fetch({ url: url.replace('127.0.0.1', 'localhost') })).toMatchObject({
      code: 'private_address',
    });
  });
});

describe('politeness', () => {
  it('does not ask for what robots.txt disallows', async () => {
    const asked: (string | undefined)[] = [];
    const url = await serve(
      withRobots((request, response) => {
        asked.push(request.url);
        response.end(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /private/\n' : 'page');
      }),
    );
    expect(await fetcher().fetch({ url: `${url}/private/a` })).toMatchObject({ code: 'robots_disallowed', sent: false });
    expect(asked).toEqual(['/robots.txt']);
  });

  it('obeys the group of robots.txt that names it', async () => {
    const url = await serve(withRobots((_, response) => response.end('User-agent: *\nAllow: /\n\nUser-agent: Fiscus\nDisallow: /\n')));
    expect(await fetcher().fetch({ url: `${url}/a` })).toMatchObject({ code: 'robots_disallowed' });
  });

  it('asks for nothing while robots.txt cannot be read', async () => {
    const url = await serve(withRobots((_, response) => response.writeHead(500).end()));
    expect(await fetcher().fetch({ url: `${url}/a` })).toMatchObject({ code: 'robots_unreachable', retryable: true, sent: true });
  });

  it('pauses a source whose Crawl-delay is above its cap', async () => {
    const url = await serve(withRobots((_, response) => response.end('User-agent: *\nCrawl-delay: 3600\n')));
    expect(await fetcher({ maxCrawlDelaySeconds: 30 }).fetch({ url: `${url}/a` })).toMatchObject({
      code: 'crawl_delay_too_long',
      retryable: false,
    });
  });

  it('keeps the Crawl-delay between requests', async () => {
    const times: number[] = [];
    const url = await serve(
      withRobots((request, response) => {
        if (request.url !== '/robots.txt') times.push(Date.now());
        response.end(request.url === '/robots.txt' ? 'User-agent: *\nCrawl-delay: 0.2\n' : 'page');
      }),
    );
    const polite = fetcher();
    await Promise.all(['/a', '/b', '/c'].map((path) => polite.fetch({ url: url + path })));
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(180);
  });

  it('asks robots.txt again on the host that a redirect leads to', async () => {
    const other = await serve(withRobots((_, response) => response.end('User-agent: *\nDisallow: /\n')));
    const url = await serve((_, response) => response.writeHead(302, { Location: `${other}/a` }).end());
    expect(await fetcher().fetch({ url })).toMatchObject({ code: 'robots_disallowed', finalUrl: `${other}/a` });
  });

  it('never has more requests in flight on a host than its concurrency, over all fetchers that share the budgets', async () => {
    let now = 0;
    let most = 0;
    const url = await serve((_, response) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        response.end();
      }, 20);
    });
    const budgets = new HostBudgets();
    const rate = { requestsPerSecond: 1000, concurrency: 2 };
    const two = [fetcher({ rate, obeyRobots: false }, budgets), fetcher({ rate, obeyRobots: false }, budgets)];
    await Promise.all(Array.from({ length: 12 }, (_, index) => two[index % 2]?.fetch({ url: `${url}/${index}` })));
    expect(most).toBe(2);
  });

  it('never starts requests faster than its rate', async () => {
    const times: number[] = [];
    const url = await serve((_, response) => {
      times.push(performance.now());
      response.end();
    });
    const polite = fetcher({ rate: { requestsPerSecond: 20, concurrency: 8 }, obeyRobots: false });
    await Promise.all(Array.from({ length: 6 }, (_, index) => polite.fetch({ url: `${url}/${index}` })));
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(230);
  });
});

import { X509Certificate } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher, fetcherSettings } from '../../src/fetch/index.js';
import { zWebSource } from '../../src/model/index.js';
import { certificate, key } from './selfSigned.js';

describe('TLS', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer({ cert: certificate, key }, (_, response) => response.end('over TLS'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  /** The outcome of a fetch by a source with certificates pinned. */
  async function fetchWith(pins: string[]) {
    const source = zWebSource.parse({
      type: 'web',
      start: [{ url }],
      allow_private: true,
      certificates_sha256: pins,
      robots: { obey: false, reason: 'a test server' },
    });
    const fetcher = createFetcher(fetcherSettings(source));
    const outcome = await fetcher.fetch({ url });
    await fetcher.close();
    return outcome;
  }

  it('refuses a certificate that does not verify', async () => {
    expect(await fetchWith([])).toMatchObject({ type: 'failed', code: 'tls_not_verified', retryable: false });
  });

  it('accepts a certificate that the source pins', async () => {
    expect(await fetchWith([new X509Certificate(certificate).fingerprint256])).toMatchObject({ type: 'ok' });
  });

  it('refuses another certificate than the pinned one', async () => {
    expect(await fetchWith(['ab'.repeat(32)])).toMatchObject({ type: 'failed', code: 'tls_not_verified' });
  });
});

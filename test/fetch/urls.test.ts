import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress, redactUrl, urlIdentity } from '../../src/fetch/index.js';
import { retryAfterSeconds } from '../../src/fetch/retryAfter.js';

describe('the identity of a URL', () => {
  it.each([
    ['a fragment', 'https://a.gov.cn/x.html#top', 'https://a.gov.cn/x.html'],
    ['a session id in the path', 'https://a.gov.cn/x.jsp;jsessionid=0AF3?id=1', 'https://a.gov.cn/x.jsp?id=1'],
    ['a session id in the query', 'https://a.gov.cn/x.jsp?id=1&JSESSIONID=0AF3', 'https://a.gov.cn/x.jsp?id=1'],
    ['a token behind a file name', 'https://a.gov.cn/%E9%A2%84.pdf?aNrfDG_N6prIHCBaAA==', 'https://a.gov.cn/%E9%A2%84.pdf'],
  ])('is without %s', (_, url, identity) => {
    expect(urlIdentity(url)).toBe(identity);
  });

  it.each(['https://a.gov.cn/download.jsp?id=7', 'https://a.gov.cn/x.pdf?v=2', 'https://a.gov.cn/list?2'])(
    'keeps what names the resource: %s',
    (url) => {
      expect(urlIdentity(url)).toBe(url);
    },
  );

  it('of an identity is itself', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        expect(urlIdentity(urlIdentity(url))).toBe(urlIdentity(url));
      }),
    );
  });

  it('keeps scheme, host and port', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        expect(new URL(urlIdentity(url)).origin).toBe(new URL(url).origin);
      }),
    );
  });
});

describe('a URL for the log', () => {
  it('has no user, password or value of the query', () => {
    expect(redactUrl('https://user:pw@a.gov.cn/x?token=abc&id=7#f')).toBe('https://a.gov.cn/x?token=…&id=…');
  });

  it('has no bare token of the query', () => {
    expect(redactUrl('https://a.gov.cn/a.pdf?aNrfDG')).toBe('https://a.gov.cn/a.pdf?…');
  });

  it('never shows a value of the query', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.stringMatching(/^[a-z]{3,8}$/), fc.stringMatching(/^SECRET[A-Z]{4,12}$/), (url, name, secret) => {
        expect(redactUrl(`${url}?${name}=${secret}`)).not.toContain(secret);
      }),
    );
  });
});

describe('an address', () => {
  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fe80::1%eth0',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '[::1]',
    'not an address',
    '',
  ])('is not public: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '114.114.114.114', '2400:3200::1', '64:ff9b::808:808'])('is public: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');

  it.each([
    ['120', 120],
    ['Thu, 01 Jan 2026 00:02:00 GMT', 120],
    ['Thu, 01 Jan 2015 00:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    [null, null],
  ])('%s is %s', (header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds);
  });
});

import { lookup } from 'node:dns/promises';
import type { CookieJar } from 'tough-cookie';
import type { Dispatcher } from 'undici';
import { assertPublicLiteral, isPublicAddress, privateAddressProblem } from './addressGuard.js';
import { contentDispositionName } from './contentDisposition.js';
import { ACCEPT_ENCODING, decodeBody } from './decodeBody.js';
import { createDispatcher, proxyFromEnvironment } from './dispatcher.js';
import { exchange } from './exchange.js';
import { type HostBudget, HostBudgets } from './hostBudget.js';
import { type FetchFailure, type FetchOutcome, FetchProblem, type FetchRequest } from './outcome.js';
import { redactUrl } from './redactUrl.js';
import { retryAfterSeconds } from './retryAfter.js';
import { type RobotsAnswer, RobotsRules } from './robots.js';
import type { FetcherSettings } from './settings.js';
import { statusProblem } from './statusProblem.js';
import { transportProblem } from './transportErrors.js';

const MAX_ROBOTS_BYTES = 512 * 1024;
const REDIRECT_STATUS = new Set([301, 302, 303, 307, 308]);
/** Answers that say the host is in trouble, not the document. */
const TROUBLE = new Set([
  'timeout',
  'connection_reset',
  'connection_refused',
  'host_unreachable',
  'host_not_found',
  'dns_unavailable',
  'connection_failed',
  'tls_failed',
]);

interface Hop {
  status: number;
  headers: Record<string, string>;
  body: Buffer | null;
  location: string | null;
}

/** Asks servers politely for one URL after the other; shares nothing with other fetchers but the budgets given to it. */
export class Fetcher {
  readonly #dispatcher: Promise<Dispatcher>;
  /** Made when the first cookie comes: most servers send none, and its list of public suffixes is long. */
  #cookies: Promise<CookieJar> | null = null;
  readonly #budgets: HostBudgets;
  readonly #robots: RobotsRules;
  readonly #settings: FetcherSettings;
  readonly #behindProxy: boolean;

  constructor(settings: FetcherSettings, budgets: HostBudgets) {
    this.#settings = settings;
    this.#budgets = budgets;
    this.#behindProxy = proxyFromEnvironment(process.env);
    this.#dispatcher = createDispatcher({ ...settings, concurrency: settings.rate.concurrency });
    this.#robots = new RobotsRules((url) => this.#readRobots(url), settings.product);
  }

  /** One URL, redirects followed, every hop within budget, robots.txt and policy. Never throws for what a server or a network does. */
  async fetch(request: FetchRequest): Promise<FetchOutcome> {
    const redirects: string[] = [];
    let current = request.url;
    try {
      for (;;) {
        const url = parseHttpUrl(current);
        const hop = await this.#politely(url, request);
        if (hop.location === null) return this.#finish(request.url, current, redirects, hop);
        redirects.push(current);
        if (redirects.length > this.#settings.redirects)
          throw new FetchProblem('too_many_redirects', `more than ${this.#settings.redirects} redirects`, { retryable: false });
        const next = new URL(hop.location, url);
        next.hash = '';
        if (redirects.includes(next.href)) throw new FetchProblem('redirect_loop', 'the redirects lead in a circle', { retryable: false });
        current = next.href;
      }
    } catch (error) {
      return failure(request.url, current, redirects, transportProblem(error));
    }
  }

  /** Closes the connections. */
  async close(): Promise<void> {
    await (await this.#dispatcher).close();
  }

  /** One hop under robots.txt and the host's budget; a connection that breaks before anything came is tried once more. */
  async #politely(url: URL, request: FetchRequest): Promise<Hop> {
    await this.#assertAllowedAddress(url);
    const budget = this.#budgets.of(url.host, this.#settings.rate);
    if (this.#settings.obeyRobots) {
      const delay = await this.#robots.check(url);
      if (delay !== null) this.#applyCrawlDelay(budget, delay);
    }
    try {
      return await this.#counted(budget, url, request, this.#settings.maxBytes);
    } catch (error) {
      const problem = transportProblem(error);
      if (problem.code !== 'connection_reset' || request.signal?.aborted) throw problem;
      return this.#counted(budget, url, request, this.#settings.maxBytes);
    }
  }

  /** One request, its success or failure told to the host's circuit breaker. */
  async #counted(budget: HostBudget, url: URL, request: FetchRequest, maxBytes: number): Promise<Hop> {
    try {
      const hop = await budget.run(() => this.#send(url, request, maxBytes), request.signal);
      budget.succeeded();
      return hop;
    } catch (error) {
      const problem = transportProblem(error);
      const { status, retryAfterSeconds: pause } = problem.facts;
      if (status === 429 || status === 503) budget.pause(pause ?? this.#settings.backOffSeconds);
      if (TROUBLE.has(problem.code) || (status ?? 0) >= 500) budget.failed();
      else if (problem.facts.sent !== false) budget.succeeded();
      throw problem;
    }
  }

  /** Sends one GET and reads the answer. Throws FetchProblem or what the network throws. */
  async #send(url: URL, request: FetchRequest, maxBytes: number): Promise<Hop> {
    const cookie = this.#cookies === null ? '' : await (await this.#cookies).getCookieString(url.href);
    const answer = await exchange(await this.#dispatcher, {
      url,
      headers: {
        'user-agent': this.#settings.userAgent,
        accept: '*/*',
        'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
        'accept-encoding': ACCEPT_ENCODING,
        ...(request.etag ? { 'if-none-match': request.etag } : {}),
        ...(request.lastModified ? { 'if-modified-since': request.lastModified } : {}),
        ...(request.referer ? { referer: request.referer } : {}),
        ...(cookie === '' ? {} : { cookie }),
      },
      maxBytes,
      timeoutMs: this.#settings.timeoutSeconds * 1000,
      signal: request.signal,
    });
    const { status, headers, body } = answer;
    await this.#keepCookies(url, answer.cookies);
    if (REDIRECT_STATUS.has(status) && headers.location !== undefined)
      return { status, headers, body: null, location: utf8Location(headers.location) };
    if (status === 304) return { status, headers, body: null, location: null };
    if (body === null) throw statusProblem(status, retryAfterSeconds(headers['retry-after'], Date.now()));
    return { status, headers, body: await decodeBody(body, headers, maxBytes), location: null };
  }

  /** What a last hop is to the caller. */
  #finish(url: string, finalUrl: string, redirects: string[], hop: Hop): FetchOutcome {
    const { headers } = hop;
    const facts = {
      url,
      finalUrl,
      redirects,
      etag: headers.etag ?? null,
      lastModified: headers['last-modified'] ?? null,
      fetchedAt: new Date().toISOString(),
    };
    if (hop.body === null) return { type: 'not_modified', ...facts };
    const fileName = contentDispositionName(headers['content-disposition']);
    return { type: 'ok', ...facts, status: hop.status, headers, contentType: headers['content-type'] ?? null, fileName, body: hop.body };
  }

  /** robots.txt of an origin; its redirects are followed within the same policy. */
  async #readRobots(url: string): Promise<RobotsAnswer> {
    let current = parseHttpUrl(url);
    for (let hops = 0; hops <= 5; hops += 1) {
      await this.#assertAllowedAddress(current);
      const budget = this.#budgets.of(current.host, this.#settings.rate);
      try {
        const hop = await this.#counted(budget, current, { url: current.href }, MAX_ROBOTS_BYTES);
        if (hop.location === null) return { status: hop.status, text: hop.body?.toString('utf8') ?? '' };
        current = parseHttpUrl(new URL(hop.location, current).href);
      } catch (error) {
        const problem = transportProblem(error);
        if (problem.facts.status && problem.facts.status < 500 && problem.facts.status !== 429)
          return { status: problem.facts.status, text: '' };
        throw problem;
      }
    }
    return { status: 404, text: '' };
  }

  /** Slows the host down to its Crawl-delay. Throws FetchProblem above the cap: the source has to be looked at. */
  #applyCrawlDelay(budget: HostBudget, seconds: number): void {
    const cap = this.#settings.maxCrawlDelaySeconds;
    if (seconds > cap) {
      const message = `robots.txt asks for ${seconds} s between requests, more than max_crawl_delay_seconds (${cap})`;
      throw new FetchProblem('crawl_delay_too_long', message, { retryable: false, sent: false });
    }
    budget.slowTo(seconds);
  }

  /** Refuses addresses that are not public, unless allowed. Behind a proxy names are resolved here as well, as far as they can be. */
  async #assertAllowedAddress(url: URL): Promise<void> {
    if (this.#settings.allowPrivate) return;
    assertPublicLiteral(url);
    if (!this.#behindProxy) return;
    if (/(^|\.)localhost$/i.test(url.hostname)) throw privateAddressProblem(url.hostname);
    const found = await lookup(url.hostname, { all: true }).catch(() => []);
    if (found.some(({ address }) => !isPublicAddress(address))) throw privateAddressProblem(url.hostname);
  }

  /** Keeps the cookies of an answer for this run. A cookie that is not valid is left out, as browsers do. */
  async #keepCookies(url: URL, cookies: readonly string[]): Promise<void> {
    for (const cookie of cookies.slice(0, 50)) {
      this.#cookies ??= newCookieJar();
      await (await this.#cookies).setCookie(cookie, url.href, { ignoreError: true });
    }
  }
}

/** An empty jar that keeps no cookie for a whole public suffix. */
async function newCookieJar(): Promise<CookieJar> {
  const { CookieJar } = await import('tough-cookie');
  return new CookieJar(undefined, { rejectPublicSuffixes: true, looseMode: true });
}

/** A fetcher for one source. Give the same `budgets` to all fetchers of a process, so that a host has one budget. */
export function createFetcher(settings: FetcherSettings, budgets: HostBudgets = new HostBudgets()): Fetcher {
  return new Fetcher(settings, budgets);
}

/** A URL of http or https. Throws FetchProblem otherwise. */
function parseHttpUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new FetchProblem('bad_url', 'this is no http or https URL', { retryable: false, sent: false });
  // Every assignment parses the URL again: most have nothing to take away.
  if (url.username !== '') url.username = '';
  if (url.password !== '') url.password = '';
  if (url.hash !== '' || url.href.endsWith('#')) url.hash = '';
  return url;
}

/** A Location header as text: servers send UTF-8 bytes in it, which HTTP clients read as Latin-1. */
function utf8Location(header: string): string {
  return /[\u0080-\u00ff]/.test(header) ? Buffer.from(header, 'latin1').toString('utf8') : header;
}

/** The outcome of a problem: where it happened is said without secrets. */
function failure(url: string, finalUrl: string, redirects: string[], problem: FetchProblem): FetchFailure {
  const { retryable, retryAfterSeconds: after, sent, status } = problem.facts;
  const message = `${redactUrl(finalUrl)}: ${problem.message}`;
  return {
    type: 'failed',
    url,
    finalUrl,
    redirects,
    code: problem.code,
    status: status ?? null,
    retryable,
    retryAfterSeconds: after ?? null,
    sent: sent ?? true,
    message,
  };
}

import type { WebSource } from '../model/index.js';
import type { RateSettings } from './hostBudget.js';

/** Under this token robots.txt may speak to us. */
export const PRODUCT_TOKEN = 'fiscus';
const PRODUCT_VERSION = '0.1';

export interface FetcherSettings {
  product: string;
  userAgent: string;
  rate: RateSettings;
  obeyRobots: boolean;
  maxCrawlDelaySeconds: number;
  /** Pause of a host after 429 or 503 without Retry-After. */
  backOffSeconds: number;
  maxBytes: number;
  timeoutSeconds: number;
  redirects: number;
  allowPrivate: boolean;
  certificatesSha256: readonly string[];
}

/** How a source wants to be asked. */
export function fetcherSettings(source: WebSource): FetcherSettings {
  const contact = source.contact ?? 'no contact given';
  return {
    product: PRODUCT_TOKEN,
    userAgent: `${PRODUCT_TOKEN}/${PRODUCT_VERSION} (reads published budget disclosures; ${contact.replace(/[^\x20-\x7e]/g, '?').replace(/[()]/g, '')})`,
    rate: { requestsPerSecond: source.rate.requests_per_second, concurrency: source.rate.concurrency },
    obeyRobots: source.robots.obey,
    maxCrawlDelaySeconds: source.rate.max_crawl_delay_seconds,
    backOffSeconds: 5,
    maxBytes: source.limits.max_bytes,
    timeoutSeconds: source.limits.timeout_seconds,
    redirects: source.limits.redirects,
    allowPrivate: source.allow_private,
    certificatesSha256: source.certificates_sha256,
  };
}

import robotsParserModule from 'robots-parser';
import { FetchProblem } from './outcome.js';

/** The package is CommonJS: at run time the import is the function itself, which its types call `default`. */
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default;

const REFRESH_AFTER_MS = 24 * 3600_000;
const RETRY_UNREACHABLE_AFTER_MS = 10_000;

export interface RobotsAnswer {
  status: number;
  text: string;
}

interface Rules {
  allowed(url: string): boolean;
  crawlDelaySeconds: number | null;
  problem: FetchProblem | null;
  until: number;
}

/** robots.txt of every origin a fetcher meets, read once a day. `read` asks for a URL and follows redirects. */
export class RobotsRules {
  readonly #origins = new Map<string, Promise<Rules>>();

  constructor(
    private readonly read: (url: string) => Promise<RobotsAnswer>,
    private readonly product: string,
  ) {}

  /**
   * Seconds between requests that robots.txt asks for (null: none), if it allows the URL. Throws FetchProblem: `robots_disallowed`, or
   * `robots_unreachable` (retryable) where the server is in trouble: RFC 9309 then assumes that everything is disallowed.
   */
  async check(url: URL): Promise<number | null> {
    const rules = await this.#rules(url.origin);
    if (rules.problem) throw rules.problem;
    if (!rules.allowed(url.href))
      throw new FetchProblem('robots_disallowed', 'robots.txt of the host disallows this URL', { retryable: false, sent: false });
    return rules.crawlDelaySeconds;
  }

  /** The rules of an origin, read again when they are old. */
  async #rules(origin: string): Promise<Rules> {
    const known = this.#origins.get(origin);
    if (known !== undefined) {
      const rules = await known;
      if (Date.now() < rules.until) return rules;
    }
    const reading = this.#read(origin);
    this.#origins.set(origin, reading);
    return reading;
  }

  /** Asks for robots.txt: 2xx is parsed, 4xx allows everything, all else forbids everything for some minutes. */
  async #read(origin: string): Promise<Rules> {
    const url = `${origin}/robots.txt`;
    try {
      const { status, text } = await this.read(url);
      if (status >= 200 && status < 300) return parseRobots(url, text, this.product);
      if (status >= 400 && status < 500 && status !== 429)
        return { allowed: () => true, crawlDelaySeconds: null, problem: null, until: Date.now() + REFRESH_AFTER_MS };
      return unreachable(`the server answers ${status}`, null);
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error;
      if (!error.facts.retryable)
        return { allowed: () => false, crawlDelaySeconds: null, problem: error, until: Date.now() + RETRY_UNREACHABLE_AFTER_MS };
      return unreachable(error.message, error.facts.retryAfterSeconds ?? null);
    }
  }
}

/** The rules of a robots.txt text for our product token. */
function parseRobots(url: string, text: string, product: string): Rules {
  const rules = robotsParser(url, text);
  const delay = rules.getCrawlDelay(product);
  return {
    allowed: (candidate) => rules.isAllowed(candidate, product) !== false,
    crawlDelaySeconds: delay !== undefined && Number.isFinite(delay) ? delay : null,
    problem: null,
    until: Date.now() + REFRESH_AFTER_MS,
  };
}

/** Rules that forbid everything for some minutes because robots.txt could not be read. */
function unreachable(why: string, retryAfter: number | null): Rules {
  const seconds = retryAfter ?? RETRY_UNREACHABLE_AFTER_MS / 1000;
  return {
    allowed: () => false,
    crawlDelaySeconds: null,
    problem: new FetchProblem('robots_unreachable', `robots.txt could not be read (${why}), so nothing is asked for`, {
      retryable: true,
      retryAfterSeconds: seconds,
      // robots.txt was asked for: a host that stays down must use up its attempts, or a run would never end.
      sent: true,
    }),
    until: Date.now() + seconds * 1000,
  };
}

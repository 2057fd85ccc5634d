import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';

const PLACES = [process.env.FISCUS_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium of this machine; undefined where there is none. */
export const chromiumPath = PLACES.find((place): place is string => place !== undefined && existsSync(place));

/** A suite that needs a browser: visibly skipped where there is none, and a failure where FISCUS_REQUIRE_CHROMIUM is set (as in .ci/run). */
export function describeWithBrowser(name: string, body: () => void): void {
  if (chromiumPath !== undefined) describe(name, body);
  else if (process.env.FISCUS_REQUIRE_CHROMIUM)
    throw new Error(`${name}: there is no Chromium; apt-get install chromium, or set FISCUS_CHROMIUM to its path`);
  else
    describe(`${name} (skipped: there is no Chromium; apt-get install chromium, or set FISCUS_CHROMIUM)`, () =>
      it.skip('is tried in a browser', () => undefined));
}

/** Gathers what a page complains of: errors of its console and its code. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText ?? ''}`));
  return complaints;
}

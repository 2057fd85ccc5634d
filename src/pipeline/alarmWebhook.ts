import { request } from 'undici';
import type { RunReport } from './runReport.js';

const TIMEOUT_MS = 15_000;

/** Sends a report with alarms to a webhook. Gives what went wrong, without the address (it may be a secret), or null. */
export async function sendAlarms(webhook: string, pipeline: string, report: RunReport): Promise<string | null> {
  const { run, alarms, documents, found, failed, dead, release } = report;
  const body = JSON.stringify({ pipeline, run, alarms, documents, found, failed: failed.length, dead: dead.length, release });
  try {
    const answer = await request(webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body.dump();
    return answer.statusCode >= 200 && answer.statusCode < 300 ? null : `the webhook answers ${answer.statusCode}`;
  } catch (error) {
    return `the webhook cannot be reached (${error instanceof Error && 'code' in error ? String(error.code) : 'no answer'})`;
  }
}

import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLoopback, type PortalResource, type RunningPortal, sendResource } from '../../src/cli/portalServer.js';

/** What can go wrong with an answer. */
export type Fault = 'reset' | 'unavailable' | 'too_many' | 'truncated' | 'slow' | 'hang' | 'redirect_loop' | 'soft_404' | 'wrong_type';

export interface FaultPlan {
  seed: number;
  /** Share of the answers (0 to 1) that get each fault. */
  shares: Partial<Record<Fault, number>>;
  /** No URL gets more faults than this in its life, so that a patient client gets everything. */
  faultsPerUrl: number;
  /** If given, only URLs that match get faults. */
  only?: RegExp;
  /** Sent with 429 and 503. */
  retryAfter?: string;
  /** How long a slow answer drips. */
  slowMs?: number;
}

export interface LoggedRequest {
  target: string;
  at: number;
  fault: Fault | null;
  status: number;
  headers: IncomingMessage['headers'];
}

export interface FaultyPortal extends RunningPortal {
  requests: LoggedRequest[];
  /** The most requests that were being answered at the same time. */
  mostAtOnce(): number;
}

export const NO_FAULTS: FaultPlan = { seed: 0, shares: {}, faultsPerUrl: 0 };

/** Which fault the nth answer of a URL gets: the same for the same seed, in whatever order requests come. */
export function faultFor(plan: FaultPlan, target: string, visit: number): Fault | null {
  if (visit >= plan.faultsPerUrl || plan.only?.test(target) === false) return null;
  const digest = createHash('sha256').update(`${plan.seed} ${visit} ${target}`).digest();
  let draw = digest.readUInt32BE(0) / 2 ** 32;
  for (const [fault, share] of Object.entries(plan.shares) as [Fault, number][]) {
    if (draw < share) return fault;
    draw -= share;
  }
  return null;
}

/** Serves what `find` gives, with the faults of a plan; everything that was asked for is in `requests`. */
export async function startFaultyPortal(
  find: (target: string, host: string) => PortalResource | null,
  plan: FaultPlan = NO_FAULTS,
): Promise<FaultyPortal> {
  const requests: LoggedRequest[] = [];
  const visits = new Map<string, number>();
  let atOnce = 0;
  let most = 0;
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const target = request.url ?? '/';
    const visit = visits.get(target) ?? 0;
    visits.set(target, visit + 1);
    const fault = target === '/robots.txt' ? null : faultFor(plan, target, visit);
    const entry: LoggedRequest = { target, at: Date.now(), fault, status: 0, headers: request.headers };
    requests.push(entry);
    atOnce += 1;
    most = Math.max(most, atOnce);
    response.on('close', () => {
      atOnce -= 1;
      entry.status = response.statusCode;
    });
    const resource = find(target, request.headers.host ?? 'localhost');
    if (resource === null) {
      response.writeHead(404);
      response.end();
    } else if (fault === null) sendResource(request, response, resource);
    else answerWith(fault, { request, response, resource, plan });
  };
  const running = await listenOnLoopback(listener, 0);
  return { ...running, requests, mostAtOnce: () => most };
}

/** Answers in the way of a fault. */
export function answerWith(
  fault: Fault,
  at: { request: IncomingMessage; response: ServerResponse; resource: PortalResource; plan: FaultPlan },
): void {
  const { request, response, resource, plan } = at;
  const retry = plan.retryAfter === undefined ? {} : { 'Retry-After': plan.retryAfter };
  switch (fault) {
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'unavailable':
      response.writeHead(503, retry);
      response.end('系统繁忙');
      return;
    case 'too_many':
      response.writeHead(429, retry);
      response.end();
      return;
    case 'truncated':
      response.writeHead(200, { 'Content-Type': resource.type, 'Content-Length': resource.body.length });
      response.write(resource.body.subarray(0, Math.floor(resource.body.length / 2)), () => request.socket.destroy());
      return;
    case 'slow':
      response.writeHead(200, { 'Content-Type': resource.type, 'Content-Length': resource.body.length });
      drip(response, resource.body, plan.slowMs ?? 2000);
      return;
    case 'hang':
      // Nothing comes: the client gives up, or the portal closes.
      return;
    case 'redirect_loop':
      response.writeHead(302, { Location: request.url ?? '/' });
      response.end();
      return;
    case 'wrong_type':
      response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': resource.body.length });
      response.end(resource.body);
      return;
    case 'soft_404':
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end('<html><head><title>404</title></head><body>您访问的页面不存在</body></html>');
      return;
  }
}

/** Sends a body in ten pieces over a time. */
function drip(response: ServerResponse, body: Buffer, overMs: number): void {
  const size = Math.ceil(body.length / 10);
  let sent = 0;
  const timer = setInterval(() => {
    if (sent >= body.length || response.destroyed) {
      clearInterval(timer);
      response.end();
      return;
    }
    response.write(body.subarray(sent, sent + size));
    sent += size;
  }, overMs / 10);
}

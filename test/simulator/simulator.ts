import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLoopback, type RunningPortal, sendResource } from '../../src/cli/portalServer.js';
import { answerWith, type FaultPlan, faultFor, NO_FAULTS } from '../portal/faultyPortal.js';
import { answerOf, type SimulatedSite } from './site.js';

/** What the simulator saw: counted as it comes, because a large harvest asks for more than can be kept. */
export interface SeenRequests {
  /** How often each target was asked for, robots.txt apart. */
  counts: Map<string, number>;
  /** All of them, redirects and what robots.txt disallows included. */
  requests: number;
  /** How often each target was answered whole and without a fault. */
  answered: Map<string, number>;
  /** Answers without a fault, and those that said “not modified”. */
  whole: number;
  unchanged: number;
  /** Requests for what robots.txt disallows. */
  disallowed: number;
  /** The most requests that began in any second, and that were being answered at one moment. */
  mostPerSecond: number;
  mostAtOnce: number;
  /** Faults that were dealt out. */
  faults: number;
}

export interface Simulator extends RunningPortal {
  seen: SeenRequests;
  /** Forgets what was seen. */
  reset(): void;
  /** Serves another state of the site from now on; faults are dealt out anew. */
  change(site: SimulatedSite): void;
}

/** Every `every`th request opens a storm: it and the `length - 1` after it get 503. */
export interface Storms {
  every: number;
  length: number;
}

/** Where a loop of redirects leads: on and on. */
const LOOP = /^\/loop\/(\d+)$/;

/** Serves a simulated site with the faults of a plan and storms of 503; measures rate and concurrency where the requests arrive. */
export async function startSimulator(start: SimulatedSite, plan: FaultPlan = NO_FAULTS, storms?: Storms): Promise<Simulator> {
  let site = start;
  const fresh = (): SeenRequests => ({
    counts: new Map(),
    requests: 0,
    answered: new Map(),
    whole: 0,
    unchanged: 0,
    disallowed: 0,
    mostPerSecond: 0,
    mostAtOnce: 0,
    faults: 0,
  });
  let seen = fresh();
  const visits = new Map<string, number>();
  const recent: number[] = [];
  let atOnce = 0;
  let number = 0;

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const target = request.url ?? '/';
    const resource = answerOf(site, target);
    const now = performance.now();
    recent.push(now);
    while ((recent[0] ?? now) < now - 1000) recent.shift();
    seen.mostPerSecond = Math.max(seen.mostPerSecond, recent.length);
    atOnce += 1;
    seen.mostAtOnce = Math.max(seen.mostAtOnce, atOnce);
    response.on('close', () => {
      atOnce -= 1;
    });
    seen.requests += 1;
    const loop = LOOP.exec(target)?.[1];
    if (loop !== undefined) {
      response.writeHead(302, { Location: `/loop/${Number(loop) + 1}` }).end();
      return;
    }
    if (target === '/robots.txt' && resource !== null) {
      sendResource(request, response, resource);
      return;
    }
    if (target.startsWith('/internal/')) seen.disallowed += 1;
    seen.counts.set(target, (seen.counts.get(target) ?? 0) + 1);
    const visit = visits.get(target) ?? 0;
    visits.set(target, visit + 1);
    number += 1;
    const inStorm = storms !== undefined && visit < plan.faultsPerUrl && number % storms.every < storms.length;
    const fault = inStorm ? 'unavailable' : faultFor(plan, target, visit);
    if (resource === null) {
      response.writeHead(404).end();
      return;
    }
    if (fault !== null) {
      seen.faults += 1;
      if (fault === 'redirect_loop') response.writeHead(302, { Location: '/loop/1' }).end();
      else answerWith(fault, { request, response, resource, plan });
      return;
    }
    const { answered } = seen;
    response.on('finish', () => {
      answered.set(target, (answered.get(target) ?? 0) + 1);
      if (response.statusCode === 304) seen.unchanged += 1;
      else seen.whole += 1;
    });
    sendResource(request, response, resource);
  };
  const running = await listenOnLoopback(listener, 0);
  return {
    ...running,
    get seen() {
      return seen;
    },
    reset: () => {
      seen = fresh();
    },
    change: (next) => {
      site = next;
      visits.clear();
    },
  };
}

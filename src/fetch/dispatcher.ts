import { createHash } from 'node:crypto';
import { TLSSocket } from 'node:tls';
import type { buildConnector, Dispatcher } from 'undici';
import { guardedLookup } from './addressGuard.js';
import { FetchProblem } from './outcome.js';

export interface ConnectionSettings {
  allowPrivate: boolean;
  /** SHA-256 fingerprints (hex, colons optional) of certificates accepted though they do not verify. */
  certificatesSha256: readonly string[];
  timeoutSeconds: number;
  concurrency: number;
}

/** Whether the environment names a proxy for http or https. */
export function proxyFromEnvironment(environment: NodeJS.ProcessEnv): boolean {
  return ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'].some((name) => (environment[name] ?? '') !== '');
}

/** The connections of one fetcher (the client is loaded with the first: not every process asks servers): addresses checked as they are connected to, TLS verified or pinned, a proxy where the environment names one. */
export async function createDispatcher(settings: ConnectionSettings, environment: NodeJS.ProcessEnv = process.env): Promise<Dispatcher> {
  const { Agent, buildConnector, EnvHttpProxyAgent } = await import('undici');
  const times = { headersTimeout: settings.timeoutSeconds * 1000, bodyTimeout: settings.timeoutSeconds * 1000 };
  if (proxyFromEnvironment(environment)) return new EnvHttpProxyAgent({ ...times, connections: settings.concurrency });
  const pins = new Set(settings.certificatesSha256.map((pin) => pin.replaceAll(':', '').toLowerCase()));
  const options = { timeout: settings.timeoutSeconds * 1000, ...(settings.allowPrivate ? {} : { lookup: guardedLookup }) };
  const verifying = buildConnector(options);
  if (pins.size === 0) return new Agent({ ...times, connections: settings.concurrency, connect: verifying });
  const unverified = buildConnector({ ...options, rejectUnauthorized: false });
  const connect: buildConnector.connector = (target, callback) => {
    if (target.protocol !== 'https:') return verifying(target, callback);
    unverified(target, (error, socket) => {
      if (error || socket === null) return callback(error ?? new Error('no socket'), null);
      if (socket instanceof TLSSocket && (socket.authorized || pins.has(fingerprint(socket)))) return callback(null, socket);
      socket.destroy();
      callback(
        new FetchProblem('tls_not_verified', 'the certificate neither verifies nor is one of the pinned ones', { retryable: false }),
        null,
      );
    });
  };
  return new Agent({ ...times, connections: settings.concurrency, connect });
}

/** SHA-256 of the certificate that the other side showed, in hex. */
function fingerprint(socket: TLSSocket): string {
  const certificate = socket.getPeerCertificate();
  return certificate.raw === undefined ? '' : createHash('sha256').update(certificate.raw).digest('hex');
}

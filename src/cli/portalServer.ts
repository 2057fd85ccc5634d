import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a portal serves at one path. */
export interface PortalResource {
  body: Buffer;
  /** Content-Type. */
  type: string;
  lastModified: Date;
  /** File name for Content-Disposition. */
  download?: string | undefined;
}

export interface RunningPortal {
  /** `http://127.0.0.1:PORT` */
  url: string;
  close(): Promise<void>;
}

/** Answers GET and HEAD for what `find` gives for a path with its query (percent-decoded by nobody), with ETag, Last-Modified and 304. */
export function portalListener(find: (target: string, host: string) => PortalResource | null): RequestListener {
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(response, 405, 'method not allowed');
    const resource = find(request.url ?? '/', request.headers.host ?? 'localhost');
    if (resource === null) return plain(response, 404, 'not found');
    sendResource(request, response, resource);
  };
}

/** Sends a resource, or 304 where the validators of the request still hold. */
export function sendResource(request: IncomingMessage, response: ServerResponse, resource: PortalResource): void {
  const etag = `"${createHash('sha256').update(resource.body).digest('hex').slice(0, 32)}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Last-Modified', resource.lastModified.toUTCString());
  if (isUnchanged(request, etag, resource.lastModified)) {
    response.writeHead(304);
    response.end();
    return;
  }
  response.setHeader('Content-Type', resource.type);
  response.setHeader('Content-Length', resource.body.length);
  if (resource.download !== undefined)
    response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(resource.download)}`);
  response.writeHead(200);
  response.end(request.method === 'HEAD' ? undefined : resource.body);
}

/** If-None-Match outranks If-Modified-Since (RFC 9110). */
function isUnchanged(request: IncomingMessage, etag: string, lastModified: Date): boolean {
  const match = request.headers['if-none-match'];
  if (match !== undefined) return match.split(',').some((value) => value.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && Math.floor(lastModified.getTime() / 1000) * 1000 <= since;
}

/** A short answer in plain text. */
function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

/** Listens on loopback only; port 0 takes a free one. Rejects where the port is taken. */
export async function listenOnLoopback(listener: RequestListener, port: number): Promise<RunningPortal> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

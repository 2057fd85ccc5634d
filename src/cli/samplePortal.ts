import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { z } from 'zod';
import { listenOnLoopback, type PortalResource, portalListener, type RunningPortal } from './portalServer.js';

const zRoute = z.strictObject({
  path: z.string().startsWith('/'),
  file: z.string(),
  type: z.string(),
  /** A page whose `<!-- document -->` is replaced by the body of `file`. */
  frame: z.string().optional(),
  /** Charset on the wire; the file is UTF-8. */
  encode: z.string().optional(),
  download: z.string().optional(),
});
const zPortal = z.strictObject({ last_modified: z.coerce.date(), routes: z.array(zRoute) });
type Route = z.infer<typeof zRoute>;

const SLOT = '<!-- document -->';
const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));

/** What `samples/portal/portal.json` serves: target (path and query) -> resource for a host. Throws where the manifest is wrong. */
export function loadSamplePortal(samples = SAMPLES): (target: string, host: string) => PortalResource | null {
  const manifest = zPortal.parse(JSON.parse(readFileSync(path.join(samples, 'portal', 'portal.json'), 'utf8')));
  const routes = new Map(manifest.routes.map((route) => [route.path, route]));
  return (target, host) => {
    const route = routes.get(target);
    if (route === undefined) return null;
    return { body: routeBody(samples, route, host), type: route.type, lastModified: manifest.last_modified, download: route.download };
  };
}

/** The bytes of a route: a file of the samples as it is, or a page with host, document and charset put in. */
function routeBody(samples: string, route: Route, host: string): Buffer {
  const file = path.resolve(samples, route.file);
  if (!file.startsWith(samples + path.sep)) throw new Error(`${route.file} in portal.json is outside the samples`);
  const bytes = readFileSync(file);
  if (!route.type.startsWith('text/html')) return bytes;
  const page =
    route.frame === undefined
      ? bytes.toString('utf8')
      : framed(readFileSync(path.join(samples, route.frame), 'utf8'), bytes.toString('utf8'));
  const text = page.replaceAll('{{host}}', () => host.replace(/[^\w.:[\]-]/g, ''));
  return route.encode === undefined ? Buffer.from(text, 'utf8') : iconv.encode(text, route.encode);
}

/** A page with what stands between <body> and </body> of a document in its slot. */
function framed(frame: string, document: string): string {
  const start = document.indexOf('>', document.indexOf('<body')) + 1;
  const end = document.lastIndexOf('</body>');
  return frame.replace(SLOT, () => document.slice(start, end));
}

/** Serves the sample portal on loopback until closed; port 0 takes a free one. */
export async function serveSamplePortal(options: { port: number; samples?: string | undefined }): Promise<RunningPortal> {
  return listenOnLoopback(portalListener(loadSamplePortal(options.samples)), options.port);
}

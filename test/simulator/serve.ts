/** Serves a simulated site on loopback until its parent goes: `serve DEPARTMENTS YEARS BYTES`. Prints its address. */
import { listenOnLoopback, portalListener } from '../../src/cli/portalServer.js';
import { answerOf, quietSite } from './site.js';

const [departments, years, bytes] = process.argv.slice(2).map(Number);
const site = quietSite(departments ?? 1, years ?? 1, bytes ?? 0);
const running = await listenOnLoopback(
  portalListener((target) => answerOf(site, target)),
  0,
);
process.stdout.write(`${running.url}\n`);
process.stdin.resume().on('end', () => process.exit());

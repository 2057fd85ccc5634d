/**
 * Serves a simulated site on loopback until its parent goes: `serve DEPARTMENTS YEARS BYTES STEP`. Tells its parent the address, every STEPth document that it was
 * asked for, and on any message what it was asked for since the last one.
 */
import { listenOnLoopback, portalListener } from '../../../src/cli/portalServer.js';
import { answerOf, quietSite } from '../../simulator/site.js';
import type { ServerMessage } from './messages.js';

const [departments = 1, years = 1, bytes = 0, step = 1000] = process.argv.slice(2).map(Number);
const site = quietSite(departments, years, bytes);
const tell = (message: ServerMessage) => process.send?.(message);
let requests = 0;
let documents = 0;

const running = await listenOnLoopback(
  portalListener((target) => {
    const answer = answerOf(site, target);
    requests += 1;
    if (answer !== null && !answer.type.startsWith('text/')) {
      documents += 1;
      if (documents % step === 0) tell({ type: 'documents', documents });
    }
    return answer;
  }),
  0,
);
process.on('message', () => {
  tell({ type: 'asked', requests, documents });
  requests = 0;
  documents = 0;
});
process.on('disconnect', () => process.exit());
tell({ type: 'listening', url: running.url });

import { once } from 'node:events';
import type { Command } from 'commander';
import { errors } from '../errors.js';
import { readInteger } from '../options.js';
import { serveSamplePortal } from '../samplePortal.js';

const DEFAULT_PORT = '8642';

/** `fiscus serve-samples`: the sample portal of pipelines/portal.yaml on loopback, until stopped. */
export function addServeSamples(program: Command): void {
  program
    .command('serve-samples')
    .description('serve the sample portal on 127.0.0.1 until stopped (for pipelines/portal.yaml)')
    .option('--port <port>', 'port; 0 takes a free one', DEFAULT_PORT)
    .action(async (options: { port: string }) => {
      const port = readInteger('--port', options.port, 0, 65_535);
      const portal = await serveSamplePortal({ port }).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'EADDRINUSE' ? errors.portInUse(port) : error;
      });
      process.stdout.write(`serving the sample portal at ${portal.url}; stop with Ctrl-C\n`);
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      await portal.close();
    });
}

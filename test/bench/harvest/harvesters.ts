import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A command that harvests the site, and the folder in which it then has the documents. */
export interface Harvest {
  program: string;
  options: string[];
  documents: string;
}

/** A program that is measured: how it is started on a site, in a folder of its own. */
export interface Harvester {
  name: string;
  harvest(url: string, folder: string): Harvest;
}

const fiscusProgram = fileURLToPath(new URL('../../../src/cli/main.js', import.meta.url));

/** Writes the pipeline of the site: robots.txt is obeyed, nothing else slows it down. */
function pipeline(url: string, folder: string, concurrency: number): string {
  const file = path.join(folder, 'bench.yaml');
  const rate = { requests_per_second: 1000, concurrency };
  const source = { type: 'web', start: [{ url: `${url}/` }], allow_private: true, rate, max_pages: 2_000_000 };
  writeFileSync(file, JSON.stringify({ name: 'bench', title: 'bench', source }));
  return file;
}

/** Fiscus as users run it. `extent`: discover, fetch and archive only, or the whole run. */
export function fiscus(extent: 'fetch' | 'whole', concurrency: number): Harvester {
  return {
    name: 'fiscus',
    harvest: (url, folder) => {
      const state = path.join(folder, 'state');
      const run = [
        'run',
        pipeline(url, folder, concurrency),
        '--state',
        state,
        '--output',
        path.join(folder, 'output'),
        '--no-report',
        '--force',
      ];
      const options = [fiscusProgram, ...run, ...(extent === 'fetch' ? ['--fetch-only'] : [])];
      return { program: process.execPath, options, documents: path.join(state, 'originals') };
    },
  };
}

/** Scrapy with the spider of this benchmark, which follows the same links. */
export function scrapy(concurrency: number): Harvester {
  const spider = fileURLToPath(new URL('scrapy_spider.py', import.meta.url));
  return {
    name: 'scrapy',
    harvest: (url, folder) => {
      const documents = path.join(folder, 'documents');
      const settings = ['CONCURRENT_REQUESTS', 'CONCURRENT_REQUESTS_PER_DOMAIN'].flatMap((name) => ['-s', `${name}=${concurrency}`]);
      return {
        program: 'scrapy',
        options: ['runspider', spider, '-a', `url=${url}/`, '-a', `folder=${documents}`, ...settings],
        documents,
      };
    },
  };
}

/** How many files lie in a folder and below. */
export function filesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}

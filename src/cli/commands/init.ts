import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { describePage, type FetchedPage } from '../../discover/index.js';
import { createFetcher, fetcherSettings } from '../../fetch/index.js';
import { zWebSource } from '../../model/index.js';
import { proposeFolderPipeline, proposeWebPipeline } from '../../pipeline/index.js';
import { errors } from '../errors.js';

interface InitOptions {
  url?: string;
  contact?: string;
  allowPrivate?: boolean;
}

/** `fiscus init URL|FILE|FOLDER`: proposes a pipeline file. */
export function addInit(program: Command): void {
  program
    .command('init')
    .description('propose a pipeline file from a page of a site, a saved page, or a folder of documents; it goes to stdout')
    .argument('<url|file|folder>', 'where lists of budgets are: https://…, a page saved as HTML, or a folder')
    .option('--url <url>', 'the address of a saved page, where it does not say it itself')
    .option('--contact <contact>', 'URL or e-mail address put into the User-Agent')
    .option('--allow-private', 'the address may be private or loopback')
    .action(async (target: string, options: InitOptions) => {
      process.stdout.write(await proposal(target, options));
    });
}

/** The text of the proposed file. */
async function proposal(target: string, options: InitOptions): Promise<string> {
  const contact = options.contact ?? null;
  if (/^https?:\/\//i.test(target)) return (await proposeWebPipeline(await fetchPage(target, options), contact)).yaml;
  const entry = await stat(target).catch((error: NodeJS.ErrnoException) => {
    throw errors.unreadableFile(target, error.code ?? error.message);
  });
  if (entry.isDirectory()) return proposeFolderPipeline(path.resolve(target), path.basename(path.resolve(target)));
  const body = await readFile(target);
  const url = options.url ?? describePage({ url: 'https://example.invalid/', body }).address;
  if (url === null || !/^https?:\/\//i.test(url) || !URL.canParse(url)) throw errors.pageWithoutAddress(target);
  return (await proposeWebPipeline({ url, body }, contact)).yaml;
}

/** The page at an address, asked for as a harvest would ask: robots.txt, User-Agent, limits. */
async function fetchPage(url: string, { contact, allowPrivate }: InitOptions): Promise<FetchedPage> {
  const parsed = zWebSource.safeParse({ type: 'web', start: [{ url }], contact, allow_private: allowPrivate === true });
  if (!parsed.success) throw errors.notFetched(url, parsed.error.issues.map((issue) => issue.message).join('; '));
  const fetcher = createFetcher(fetcherSettings(parsed.data));
  try {
    const answer = await fetcher.fetch({ url });
    if (answer.type !== 'ok') throw errors.notFetched(url, answer.type === 'failed' ? `${answer.code}: ${answer.message}` : answer.type);
    return { url: answer.finalUrl, body: answer.body, headers: answer.headers };
  } finally {
    await fetcher.close();
  }
}

import { sniffMediaType } from '../fetch/index.js';
import type { Diagnostic } from '../model/index.js';
import { type FetchedPage, readHtmlPage } from './htmlPage.js';
import { pageProblem } from './pageProblem.js';

/**
 * What is wrong with an answer that was to be a document: an error, challenge or redirect page sent with success in its place. Null for every other content. Such an
 * answer is no document.
 */
export function answerProblem(page: FetchedPage): Diagnostic | null {
  const { mediaType } = sniffMediaType(page.body, { contentType: page.headers?.['content-type'] });
  return mediaType === 'text/html' ? pageProblem(readHtmlPage(page)) : null;
}

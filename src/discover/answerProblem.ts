import { sniffMediaType } from '../fetch/index.js';
import type { Diagnostic } from '../model/index.js';
import { type FetchedPage, readHtmlPage } from './htmlPage.js';
import { pageProblem } from './pageProblem.js';

/**
 * What is wrong with an answer that was to be a document: an error, challenge or placeholder page sent with success in its place. Null for every other content. Such
 * an answer is no document. A page too large to look for links is one: readers of documents have their own limits.
 */
export function answerProblem(page: FetchedPage): Diagnostic | null {
  const { mediaType } = sniffMediaType(page.body, { contentType: page.headers?.['content-type'] });
  const problem = mediaType === 'text/html' ? pageProblem(readHtmlPage(page)) : null;
  return problem?.code === 'page_unreadable' ? null : problem;
}

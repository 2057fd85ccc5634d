export { discoverPage } from './discoverPage.js';
export { discoverFolder, readFolderFile } from './folder.js';
export { type FetchedPage, readHtmlPage } from './htmlPage.js';
export { pageProblem } from './pageProblem.js';

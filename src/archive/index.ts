export { type Archive, CATALOGUE_FILE, openArchive } from './archive.js';
export type { Capture, Captures, LatestCaptures, Link, Member, NewCapture } from './captures.js';
export { Originals, readOriginal, sha256Of } from './originals.js';
export { packJson, unpackJson } from './packedJson.js';
export type { ArchivedPage, Expansion, Pages } from './pages.js';
export type { ResultSummary, Results, StoredResult } from './results.js';
export type { RunRow, Runs } from './runs.js';

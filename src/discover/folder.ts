import { lstat, open, opendir, realpath } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import type { Candidate, Diagnostic, Discovery, FolderSource, Severity } from '../model/index.js';

/** The folder itself as a path inside it: where it lies on a machine is not published. */
const ROOT = '.';
/** Files that systems and editors leave in folders. */
const LEFTOVERS = ['**/.*', '**/.*/**', '**/~$*', '**/Thumbs.db', '**/desktop.ini', '**/__MACOSX/**'];

/**
 * The files of a folder source, in the order of their paths' code points, as candidates whose `url` is the path inside the folder (with `/`). Symbolic links are
 * never followed; what is left out for size, depth or count is a diagnostic. Throws only where the folder itself cannot be read.
 */
export async function discoverFolder(source: FolderSource): Promise<Discovery> {
  const diagnostics: Diagnostic[] = [];
  const included = picomatch(source.include);
  const excluded = picomatch([...LEFTOVERS, ...source.exclude], { dot: true });
  const root = await realpath(source.path);
  const files: string[] = [];
  const note = (code: string, severity: Severity, part: string, message: string): void => {
    diagnostics.push({ stage: 'discover', code, severity, place: { part }, message: `${part}: ${message}` });
  };
  const visit = async (folder: string, depth: number): Promise<void> => {
    const names: { name: string; kind: 'file' | 'folder' | 'link' | 'other' }[] = [];
    for await (const entry of await opendir(path.join(root, folder))) {
      names.push({
        name: entry.name,
        kind: entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other',
      });
    }
    for (const { name, kind } of names.sort((a, b) => byCodePoint(a.name, b.name))) {
      const inside = folder === '' ? name : `${folder}/${name}`;
      if (files.length > source.max_files) return;
      if (kind === 'folder') {
        if (excluded(inside) || excluded(`${inside}/`)) continue;
        if (depth >= source.max_depth)
          note('folder_too_deep', 'warning', inside, `deeper than max_depth ${source.max_depth}; it is not read`);
        else await visit(inside, depth + 1);
      } else if (included(inside) && !excluded(inside)) {
        if (kind === 'file') files.push(inside);
        else note('not_a_regular_file', 'warning', inside, 'a symbolic link or special file is not read; put the file itself here');
      }
    }
  };
  await visit('', 1);
  if (files.length > source.max_files)
    note('too_many_files', 'error', ROOT, `the folder has more than max_files ${source.max_files}; the rest is not read`);
  const candidates: Candidate[] = [];
  for (const file of files.slice(0, source.max_files).sort(byCodePoint)) {
    const { size } = await lstat(path.join(root, file));
    if (size > source.max_bytes)
      note('file_too_large', 'error', file, `${size} bytes, more than max_bytes ${source.max_bytes}; it is not read`);
    else candidates.push(fileCandidate(file));
  }
  if (candidates.length === 0) note('nothing_found', 'warning', ROOT, 'no file of the folder matches include and exclude');
  return { candidates, pages: [], diagnostics };
}

/** The bytes of a candidate of a folder source. Throws where the path leads outside the folder, is no regular file, or is over the size limit. */
export async function readFolderFile(source: FolderSource, inside: string): Promise<Buffer> {
  const root = await realpath(source.path);
  const file = path.resolve(root, inside);
  if (!file.startsWith(root + path.sep) || (await realpath(file)) !== file) throw new Error(`${inside} leads outside the folder`);
  const handle = await open(file, 'r');
  try {
    const facts = await handle.stat();
    if (!facts.isFile()) throw new Error(`${inside} is no regular file`);
    if (facts.size > source.max_bytes) throw new Error(`${inside} has ${facts.size} bytes, more than max_bytes ${source.max_bytes}`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** A file as a candidate: a folder's owner has chosen it, so there is nothing to score. */
function fileCandidate(inside: string): Candidate {
  const parent = path.posix.dirname(inside);
  return {
    url: inside,
    file_name: path.posix.basename(inside),
    link_text: null,
    heading: parent === '.' ? null : parent,
    listed_date: null,
    parent_url: null,
    score: 0,
    score_reasons: ['in_folder'],
  };
}

/** Order by UTF-16 code units: the same on every machine and locale. */
function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

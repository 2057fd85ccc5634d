import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { extract } from '../../src/extract/index.js';
import { type DocumentModel, MEDIA_TYPES, zDocumentModel } from '../../src/model/index.js';

/** The media types of documents by the ends of their names. */
const TYPES: Readonly<Record<string, string>> = { '.pdf': MEDIA_TYPES.pdf, '.docx': MEDIA_TYPES.docx, '.html': MEDIA_TYPES.html };

/** The documents in files and folders, in stable order. */
export function documentFiles(paths: readonly string[]): string[] {
  return paths.flatMap((from) => {
    const inside = statSync(from).isDirectory()
      ? readdirSync(from, { recursive: true }).map((name) => path.join(from, String(name)))
      : [from];
    return inside.filter((file) => path.extname(file).toLowerCase() in TYPES && statSync(file).isFile()).sort();
  });
}

/** What extraction makes of a file; read from the cache folder where it was put there before. The cache knows files by their bytes, not the version of the readers. */
export async function documentModel(file: string, cache: string | undefined): Promise<DocumentModel> {
  const bytes = readFileSync(file);
  const cached = cache && path.join(cache, `${createHash('sha256').update(bytes).digest('hex')}.json`);
  if (cached && existsSync(cached)) return zDocumentModel.parse(JSON.parse(readFileSync(cached, 'utf8')));
  const model = await extract(bytes, TYPES[path.extname(file).toLowerCase()] ?? '');
  if (cache && cached) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(cached, JSON.stringify(model));
  }
  return model;
}

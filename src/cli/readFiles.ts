import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { type DocumentReading, type ReadingPart, readDocuments } from '../pipeline/index.js';
import { errors } from './errors.js';
import { EXIT } from './exitCodes.js';
import { write } from './output.js';

/** Whether nothing of a file could be read: it has no block and an error says why. */
function hasFailed({ model }: Pick<DocumentReading<ReadingPart>, 'model'>): boolean {
  return !model.hasBlocks && model.diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Throws, naming the file, where a path is no readable file: a typing error is no damaged document. */
async function mustBeReadable(file: string): Promise<void> {
  const reason = await stat(file).then(
    async (entry) => (entry.isFile() ? access(file, constants.R_OK).then(() => null, String) : 'it is no file'),
    (error: NodeJS.ErrnoException) => error.code ?? error.message,
  );
  if (reason !== null) throw errors.unreadableFile(file, reason);
}

/**
 * Reads files in child processes and prints what `format` makes of the part of each reading that it needs, in the order given. A file that gave nothing is told on stderr with its
 * diagnostics and makes the exit code `failedDocuments`. `head` goes before all of them, and is not printed where a path is no readable file.
 */
export async function printReadings<P extends ReadingPart>(
  files: readonly string[],
  part: P,
  format: (reading: DocumentReading<P>) => Iterable<string>,
  { head = '', ...options }: { head?: string; secondReader?: boolean | undefined } = {},
): Promise<void> {
  for (const file of files) await mustBeReadable(file);
  if (head !== '') await write(head);
  for await (const reading of readDocuments(files, part, options)) {
    for (const text of format(reading)) await write(text);
    if (!hasFailed(reading)) continue;
    process.exitCode = EXIT.failedDocuments;
    for (const { code, message } of reading.model.diagnostics) console.error(`${reading.file}: ${code}: ${message}`);
  }
}

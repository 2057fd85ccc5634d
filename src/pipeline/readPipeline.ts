import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { type Pipeline, resolvePipeline, zPipelineDescription } from './description.js';

/** A pipeline file that cannot be used. `problems` has one line each: file, where in it, and what is expected there. */
export class PipelineError extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly string[],
  ) {
    super(problems.join('\n'));
    this.name = 'PipelineError';
  }
}

/** The path of a value as a person writes it: `source.start[0].url`. */
function formatPath(parts: readonly PropertyKey[]): string {
  const text = parts.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text.replace(/^\./, '') || 'the whole file';
}

/** The value of a YAML text. Throws PipelineError where it is none, naming the line; aliases may not unfold without bound. */
function parseYaml(file: string, text: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => `${file}:${lines.linePos(error.pos[0]).line}: is no YAML: ${error.message}`);
    throw new PipelineError(file, problems);
  }
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    // Thrown for an alias that is not defined, and for a bomb of aliases.
    throw new PipelineError(file, [`${file}: is no YAML: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/** Reads and validates a pipeline file. Throws PipelineError naming file, path and expectation; the file's folder anchors relative paths. */
export async function readPipeline(file: string): Promise<Pipeline> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new PipelineError(file, [`${file}: cannot be read (${error instanceof Error ? error.message : String(error)})`]);
  }
  const parsed = zPipelineDescription.safeParse(parseYaml(file, text));
  if (parsed.success) return resolvePipeline(parsed.data, path.resolve(file));
  const problems = parsed.error.issues.map((issue) => `${file}: ${formatPath(issue.path)}: ${issue.message}`);
  throw new PipelineError(file, problems);
}

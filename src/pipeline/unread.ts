import type { Diagnostic, DocumentModel, Stage } from '../model/index.js';
import type { TaskFailureCode } from '../pool/index.js';
import type { WorkLimits } from './description.js';

/** What a person is told about work that gave nothing. No measured value is in it, so that the same document gives the same bytes. */
const MESSAGES: Readonly<Record<TaskFailureCode, (stage: Stage, limits: WorkLimits) => string>> = {
  time_limit: (stage, { seconds }) =>
    `${stage} took longer than ${seconds} s and was stopped; look at the document, or raise limits.seconds of the pipeline and retry`,
  memory_limit: (stage, limits) =>
    `${stage} needed more than ${limits.memory_mb} MiB and was stopped; look at the document, or raise limits.memory_mb of the pipeline and retry`,
  worker_crashed: (stage) =>
    `the process that did ${stage} died twice on this document; report it with the document, and retry after an update`,
  internal_error: (stage) => `a fault of Fiscus ended ${stage} of this document; report it with the document, and retry after an update`,
};

/** Codes of diagnostics that say more about the work than about the document: trying again can help. */
export const WORK_FAILURES: readonly string[] = Object.keys(MESSAGES);

/** The diagnostic of a task that gave no value. The first line of an exception is told, its stack is not. */
export function taskDiagnostic(stage: Stage, code: TaskFailureCode, detail: string, limits: WorkLimits): Diagnostic {
  const said = code === 'internal_error' ? ` (${detail.split('\n', 1)[0]?.slice(0, 300)})` : '';
  return { stage, code, severity: 'error', place: {}, message: `${MESSAGES[code](stage, limits)}${said}` };
}

/** The diagnostic of a file that is not read because of its size. */
export function tooLarge(bytes: number, maxBytes: number): Diagnostic {
  const message = `the file has ${bytes} bytes, more than ${maxBytes}; it is not read. Raise max_bytes of the source if it is a document`;
  return { stage: 'fetch', code: 'too_large', severity: 'error', place: {}, message };
}

/** The model of a document that could not be read. */
export function unreadModel(sha256: string, mediaType: string, diagnostic: Diagnostic): DocumentModel {
  return { sha256, mediaType, title: null, pages: [], blocks: [], diagnostics: [diagnostic] };
}

import type { CaptureRow, Disclosure, Line, RevisionRow } from '../model/index.js';

/** Captures of one URL that gave documents, oldest first. */
function histories(captures: readonly CaptureRow[]): CaptureRow[][] {
  const byUrl = new Map<string, CaptureRow[]>();
  for (const capture of captures) {
    if (capture.document_id === null) continue;
    byUrl.set(capture.url, [...(byUrl.get(capture.url) ?? []), capture]);
  }
  const time = (capture: CaptureRow) => capture.fetched_at ?? '';
  return [...byUrl.values()].map((history) => history.sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0)));
}

/** The documents that were replaced at every URL that gave them: their lines are history, not present figures. */
export function replacedDocuments(captures: readonly CaptureRow[]): Set<string> {
  const current = new Set<string>();
  const all = new Set<string>();
  for (const history of histories(captures)) {
    for (const capture of history) if (capture.document_id !== null) all.add(capture.document_id);
    const last = history.at(-1);
    if (last?.document_id) current.add(last.document_id);
  }
  return new Set([...all].filter((id) => !current.has(id)));
}

/** The statements whose amount differs between one version of a document and the next at the same URL. */
export function revisionRows(captures: readonly CaptureRow[], disclosures: readonly Disclosure[]): RevisionRow[] {
  const linesOf = new Map(disclosures.map((disclosure) => [disclosure.facts.document_id, disclosure.lines]));
  const rows = new Map<string, RevisionRow>();
  for (const history of histories(captures)) {
    for (let i = 1; i < history.length; i++) {
      const [before, after] = [history[i - 1]?.document_id ?? '', history[i]?.document_id ?? ''];
      if (before === after) continue;
      const old = new Map<string, Line>((linesOf.get(before) ?? []).map((line) => [line.figure_key, line]));
      for (const line of linesOf.get(after) ?? []) {
        const was = old.get(line.figure_key);
        if (!was || (was.amount === line.amount && was.value === line.value)) continue;
        rows.set(`${was.line_id}|${line.line_id}`, {
          figure_key: line.figure_key,
          old_line_id: was.line_id,
          new_line_id: line.line_id,
          old: was.amount,
          new: line.amount,
          seen_at: history[i]?.fetched_at ?? null,
        });
      }
    }
  }
  return [...rows.values()];
}

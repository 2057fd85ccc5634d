import { hash } from 'node:crypto';

/** A short stable id: the first 16 hex digits of the sha256 of the parts, kept apart by a unit separator. */
export function hashId(...parts: readonly (string | number | null | undefined)[]): string {
  return hash('sha256', parts.map((part) => part ?? '').join('\u001f'), 'hex').slice(0, 16);
}

/** The id of a table: document and 0-based index. */
export function tableId(documentId: string, index: number): string {
  return `${documentId.slice(0, 16)}-t${index}`;
}

/** The id of a line: its table and 0-based grid coordinates. */
export function lineId(documentId: string, index: number, r: number, c: number): string {
  return `${tableId(documentId, index)}-r${r}-c${c}`;
}

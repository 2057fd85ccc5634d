import type { Line } from '../model/index.js';
import type { DisclosureIndex } from './disclosureIndex.js';
import type { Cell, Identity } from './identity.js';

/** What a document says against the codebook or itself that is no sum: it holds or fails, and what it is about. */
export interface Assertion {
  rule: string;
  anchor: string;
  disclosureId: string;
  documentId: string;
  place: Identity['place'];
  holds: boolean;
  cells: number;
  message: string;
}

/**
 * A rule of checking. `document` rules see one document's lines, `organization` rules those of all documents of one organization (and only relate
 * lines of different documents), `department` rules those of a department and of its units. `find` is pure and says what should be equal; the arithmetic is done once for all rules.
 */
export interface Rule {
  /** Stable snake_case name. */
  id: string;
  title: string;
  scope: 'document' | 'organization' | 'department';
  find(index: DisclosureIndex): Iterable<Identity>;
  assertions?(index: DisclosureIndex): Iterable<Assertion>;
}

/** An identity about a line: the left side is the line, the right side are the lines that make it up. */
export function lineIdentity(
  index: DisclosureIndex,
  rule: string,
  whole: Line,
  parts: readonly Cell[],
  message: string,
  relation: Identity['relation'] = 'equal',
): Identity {
  return {
    rule,
    anchor: whole.line_id,
    disclosureId: whole.disclosure_id,
    documentId: whole.document_id,
    place: index.place(whole),
    left: [index.cell(whole)],
    right: parts,
    relation,
    message,
  };
}

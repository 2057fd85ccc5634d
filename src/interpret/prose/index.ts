import type { Diagnostic, DocumentModel, SectionRow, Statement, Term } from '../../model/index.js';
import { readPassages } from './passages.js';
import { readSections } from './sections.js';
import type { ProseFacts } from './statementLedger.js';
import { readStatements } from './statements.js';
import { readTerms } from './terms.js';

/**
 * What a document says in its prose: sections by heading, amounts stated in sentences (in yuan; parents, changes and reasons as in `zStatement`) and
 * explained terms. Never throws for what a document does wrong.
 */
export function readProse(
  model: DocumentModel,
  facts: ProseFacts,
): { sections: SectionRow[]; statements: Statement[]; terms: Term[]; diagnostics: Diagnostic[] } {
  const tree = readSections(facts.document_id, readPassages(model));
  const { statements, diagnostics } = readStatements(facts, tree);
  return { sections: tree.sections, statements, terms: readTerms(facts.document_id, tree), diagnostics };
}

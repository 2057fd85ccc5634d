import type { Diagnostic, DocumentModel, SectionRow, Statement, Term } from '../../model/index.js';
import { readPassages } from './passages.js';
import { readSections } from './sections.js';
import type { ProseFacts } from './statementLedger.js';
import { setDocumentPhase } from './statementPhase.js';
import { readStatements } from './statements.js';
import { type NotedTable, notesOfExpenditure, readAsExpenditure } from './tableNotes.js';
import { readTerms } from './terms.js';

/**
 * What a document says in its prose: sections by heading, amounts stated in sentences (in yuan; parents, changes and reasons as in `zStatement`) and
 * explained terms. `tables` tell what their notes are about. Never throws for what a document does wrong.
 */
export function readProse(
  model: DocumentModel,
  facts: ProseFacts,
  tables: readonly NotedTable[] = [],
): { sections: SectionRow[]; statements: Statement[]; terms: Term[]; diagnostics: Diagnostic[] } {
  const tree = readSections(facts.document_id, readPassages(model));
  const { statements, diagnostics } = readStatements(facts, tree);
  readAsExpenditure(statements, notesOfExpenditure(model, tables));
  setDocumentPhase(statements, facts.year, facts.phase ?? null);
  return { sections: tree.sections, statements, terms: readTerms(facts.document_id, tree), diagnostics };
}

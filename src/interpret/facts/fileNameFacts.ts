import type { Diagnostic, DocumentFacts } from '../../model/index.js';
import { fold } from '../text/fold.js';
import { tight } from './printedFacts.js';
import { titleParts } from './titleParts.js';

/** One disagreement between file name and document. */
function disagreement(facts: DocumentFacts, what: string, inName: string, printed: string): Diagnostic {
  return {
    stage: 'interpret',
    code: 'file_name_disagrees',
    severity: 'warning',
    place: { document: facts.document_id },
    message: `The file name says ${what} ${inName}, the document prints ${printed}; the document counts. Check that the source links the right file.`,
  };
}

/** Where the file name states another year, kind or organization than the document prints. The document counts. */
export function fileNameDiagnostics(fileName: string, facts: DocumentFacts): Diagnostic[] {
  const base = (fileName.split(/[\\/]/).at(-1) ?? '').replace(/(\.\w{2,5})+$/, '');
  const stated = titleParts(tight(base).replace(/_/g, ''));
  const found: Diagnostic[] = [];
  if (stated.year !== null && facts.year !== null && stated.year !== facts.year)
    found.push(disagreement(facts, 'year', String(stated.year), String(facts.year)));
  if (stated.phase !== null && facts.kind !== null && !facts.kind.endsWith(stated.phase))
    found.push(disagreement(facts, 'kind', stated.phase, facts.kind));
  else if (stated.level !== null && facts.kind !== null && !facts.kind.startsWith(stated.level))
    found.push(disagreement(facts, 'kind', `${stated.level}${stated.phase ?? ''}`, facts.kind));
  const [named, printed] = [fold(stated.organization ?? ''), fold(facts.organization ?? '')];
  if (named !== '' && printed !== '' && !printed.includes(named) && !named.includes(printed))
    found.push(disagreement(facts, 'organization', stated.organization ?? '', facts.organization ?? ''));
  return found;
}

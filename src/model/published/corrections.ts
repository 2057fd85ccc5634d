import { z } from 'zod';
import { choice, optionalText, text, yuan } from './columns.js';

/** What a reviewer says of a printed amount, or of something in quarantine: a row of the corrections file that a pipeline names. */
export const zCorrection = z.object({
  target_id: text('line_id of a line, or id of a row of quarantine'),
  printed: text('the cell as printed, when it was reviewed: a correction of something else is not applied'),
  decision: choice(
    z.enum(['accept', 'correct', 'reject']),
    'accept: as read it is right; correct: the amount is another; reject: it must not be summed',
  ),
  amount: yuan('the right amount, in yuan; only of a correction'),
  reason: text('why, for the reader of the dataset'),
  author: text('who says so'),
  date: text('when: an ISO 8601 date'),
});
export type Correction = z.infer<typeof zCorrection>;

/** A reviewer's decision as published: beside what was printed, never in its place. */
export const zCorrectionRow = z.object({
  ...zCorrection.shape,
  document_id: optionalText('the document', { references: 'documents.document_id' }),
  amount_read: yuan('the amount as read from the document, in yuan'),
  status: choice(z.enum(['applied', 'stale', 'unknown']), 'whether it was applied'),
});
export type CorrectionRow = z.infer<typeof zCorrectionRow>;

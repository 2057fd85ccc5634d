import { z } from 'zod';
import { choice, integer, optionalInteger, optionalText, text } from './columns.js';

/** How an entry of the codebook is known: from an official list, an official form, several published documents, or nothing but memory. */
export const zProvenance = z.enum(['official', 'template', 'observed', 'memory']);
export const zConfidence = z.enum(['high', 'medium', 'low']);

/** A version of an official code, as the codebook has it. */
export const zCodeRow = z.object({
  classification: text('which list: functional, economic_department, economic_government, revenue, procurement'),
  code: text('the code'),
  name: text('its name from valid_from to valid_to'),
  level: optionalInteger('1 类, 2 款, 3 项, 4 目'),
  parent: optionalText('the code above it'),
  valid_from: integer('first year'),
  valid_to: optionalInteger('last year; blank while in force'),
  successor: optionalText('the codes after it, a space between them'),
  provenance: choice(zProvenance, 'how the entry is known'),
  confidence: choice(zConfidence, 'how sure it is'),
  documents: integer('independent documents that print the name with the code'),
});
export type CodeRow = z.infer<typeof zCodeRow>;

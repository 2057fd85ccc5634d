export { sourceFacts } from './facts/saidFacts.js';
export { type InterpretOptions, interpret } from './interpret.js';
export { type MappingHints, type SourceEvidence, zMappingHints, zSourceEvidence } from './sourceEvidence.js';

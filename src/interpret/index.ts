export { sourceFacts } from './facts/saidFacts.js';
export { type InterpretOptions, interpret } from './interpret.js';

export { type InterpretOptions, interpret } from './interpret.js';

export { jsonColumn, openDatabase, type SqlValue, type StateDatabase } from './stateDatabase.js';

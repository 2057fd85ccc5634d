export { readTables, type TablesReading } from './readTables.js';

import path from 'node:path';
import Database from 'libsql';
import { StateLocked } from './stateLocked.js';

/**
 * Takes a state folder for this process alone. The lock is an exclusive SQLite transaction: the system frees it however the process ends, and no
 * process id has to be trusted. Throws StateLocked where it is taken; gives the function that frees it.
 */
export function lockState(folder: string): () => void {
  const database = new Database(path.join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') throw new StateLocked(folder);
    throw error;
  }
  return () => {
    database.exec('ROLLBACK');
    database.close();
  };
}

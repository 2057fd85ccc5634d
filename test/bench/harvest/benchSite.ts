import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type ServerMessage, zServerMessage } from './messages.js';
import { cpuSecondsOf } from './processes.js';

const YEARS = 10;

/** What a harvest asked of the site, and what answering cost. */
export interface Asked {
  requests: number;
  documents: number;
  serverCpuSeconds: number;
}

/** The site of the benchmark, in a process of its own: departments of ten documents each, their lists and articles, in the styles of several kinds of portal software. */
export class BenchSite {
  #cpuBefore = 0;
  /** Told each time so many documents more have been asked for. */
  onDocuments: (documents: number) => void = () => undefined;

  private constructor(
    private readonly server: ChildProcess,
    readonly url: string,
  ) {
    server.on('message', (message) => {
      const told = zServerMessage.parse(message);
      if (told.type === 'documents') this.onDocuments(told.documents);
    });
  }

  /** Starts the site with about `documents` documents of `bytes` bytes each (0: small budgets that can be read). */
  static async start(documents: number, bytes: number, step: number): Promise<BenchSite> {
    const program = fileURLToPath(new URL('serve.js', import.meta.url));
    const server = fork(program, [Math.ceil(documents / YEARS), YEARS, bytes, step].map(String), {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const message = await next(server, 'listening');
    return new BenchSite(server, message.url);
  }

  /** What was asked for since the last call. */
  async asked(): Promise<Asked> {
    const answer = next(this.server, 'asked');
    this.server.send('asked');
    const { requests, documents } = await answer;
    const cpu = cpuSecondsOf(z.number().parse(this.server.pid));
    const serverCpuSeconds = cpu - this.#cpuBefore;
    this.#cpuBefore = cpu;
    return { requests, documents, serverCpuSeconds };
  }

  async stop(): Promise<void> {
    const ended = once(this.server, 'exit');
    this.server.disconnect();
    await ended;
  }
}

/** The next message of one type. */
function next<T extends ServerMessage['type']>(server: ChildProcess, type: T): Promise<Extract<ServerMessage, { type: T }>> {
  return new Promise((resolve, reject) => {
    const listener = (message: unknown) => {
      const told = zServerMessage.parse(message);
      if (!isOf(told, type)) return;
      server.off('message', listener);
      resolve(told);
    };
    server.on('message', listener);
    server.once('exit', () => reject(new Error('the server of the benchmark ended')));
  });
}

function isOf<T extends ServerMessage['type']>(message: ServerMessage, type: T): message is Extract<ServerMessage, { type: T }> {
  return message.type === type;
}

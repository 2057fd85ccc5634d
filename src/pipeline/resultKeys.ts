import { createHash } from 'node:crypto';
import type { MappingHints } from '../model/index.js';
import type { WorkLimits } from './description.js';
import type { DocumentEntry } from './jobs.js';
import type { StageVersions } from './stageVersions.js';

/** What the results of a run depend on beside their inputs. */
export interface ResultContext {
  versions: StageVersions;
  codebookVersion: string;
  limits: WorkLimits;
  maxBytes: number;
  secondReader: boolean;
  mapping: MappingHints;
}

/** The hash of a JSON value; object keys must come in a fixed order. */
export function hashOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * Keys of stage results: a hash of the keys of the inputs, the stage's version, the codebook's version and the slice of configuration that the
 * stage reads. Each can be computed from the archive's captures alone, so planning a run opens no result.
 */
export class ResultKeys {
  /** Hashes of sources: there is one, and many pages. */
  readonly #sources = new WeakMap<object, string>();

  constructor(private readonly context: ResultContext) {}

  /** What a listing of a folder gave: what it holds is its key, because listing it is how its content is known. */
  discovery(discovery: unknown): string {
    return hashOf('discovery', discovery);
  }

  /** What discovery finds on a page. */
  discoverPage(original: string, url: string, variant: string, source: object): string {
    const described = this.#sources.get(source) ?? hashOf(source);
    this.#sources.set(source, described);
    return hashOf('discover', this.context.versions.discover, original, url, variant, described);
  }

  /** The members of an archive. */
  unpack(document_id: string): string {
    const { versions, limits, maxBytes } = this.context;
    return hashOf('unpack', versions.unpack, document_id, limits.seconds, limits.memory_mb, maxBytes);
  }

  extract({ document_id, file_name, content_type }: DocumentEntry): string {
    const { versions, limits, maxBytes, secondReader } = this.context;
    return hashOf(
      'extract',
      versions.extract,
      document_id,
      file_name,
      content_type,
      limits.seconds,
      limits.memory_mb,
      maxBytes,
      secondReader,
    );
  }

  interpret(entry: DocumentEntry): string {
    const { versions, codebookVersion, mapping } = this.context;
    return hashOf('interpret', versions.interpret, codebookVersion, this.extract(entry), entry.file_name, entry.said ?? null, mapping);
  }

  checkDisclosure(entry: DocumentEntry): string {
    return hashOf('check', this.context.versions.check, this.context.codebookVersion, this.interpret(entry));
  }

  checkOrganization(entries: readonly DocumentEntry[]): string {
    const inputs = this.#ofGroup(entries);
    return hashOf('check_organization', this.context.versions.check, this.context.codebookVersion, inputs);
  }

  checkDepartment(entries: readonly DocumentEntry[]): string {
    const inputs = this.#ofGroup(entries);
    return hashOf('check_department', this.context.versions.check, this.context.codebookVersion, inputs);
  }

  /** What stands for documents that are checked together, in whatever order. */
  #ofGroup(entries: readonly DocumentEntry[]): string[] {
    return entries.map((entry) => `${this.interpret(entry)} ${entry.organization_id ?? ''}`).sort();
  }

  /** `inputs`: keys of all results published, and every row that comes straight from the catalogue. */
  publish(inputs: readonly unknown[]): string {
    return hashOf('publish', this.context.versions.publish, this.context.codebookVersion, inputs);
  }
}

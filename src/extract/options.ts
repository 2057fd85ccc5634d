/** Bounds on what one document may cost. A document that passes one ends as a diagnostic, never as a crash. */
export interface ExtractLimits {
  /** Bytes of the file itself. */
  maxBytes: number;
  /** Bytes that all parts read from a package may unpack to. */
  maxUncompressedBytes: number;
  /** Unpacked bytes per packed byte, asked only of parts larger than `ratioFreeBytes`. */
  maxCompressionRatio: number;
  ratioFreeBytes: number;
  /** Entries of a package. */
  maxEntries: number;
  /** Elements of one markup part. */
  maxElements: number;
  /** Elements inside one another; also the recursion depth of every walk. */
  maxDepth: number;
  /** Cells of all grids of a document together, nested ones included. */
  maxCells: number;
  /** Blocks of a document. */
  maxBlocks: number;
}

export const DEFAULT_LIMITS: ExtractLimits = {
  maxBytes: 150 * 2 ** 20,
  maxUncompressedBytes: 160 * 2 ** 20,
  maxCompressionRatio: 150,
  ratioFreeBytes: 24 * 2 ** 20,
  maxEntries: 20_000,
  maxElements: 4_000_000,
  maxDepth: 512,
  maxCells: 1_000_000,
  maxBlocks: 200_000,
};

export interface ExtractOptions {
  limits?: Partial<ExtractLimits> | undefined;
  /** The charset that the server or the caller states, such as `gb2312`; evidence, not truth. */
  charset?: string | undefined;
  /** Whether the numbers of PDF pages with tables are compared with those of a second, independent reader; by default they are. */
  secondReader?: boolean | undefined;
}

/** The limits of a call: the defaults, replaced where the caller says so. */
export function limitsOf(options: ExtractOptions | undefined): ExtractLimits {
  return { ...DEFAULT_LIMITS, ...options?.limits };
}

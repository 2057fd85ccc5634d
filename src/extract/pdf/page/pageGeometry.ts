import type { Box } from '../../../model/index.js';

/** Writing direction on the page as displayed: rightwards, downwards, leftwards, upwards, or at another angle. */
export type Direction = 'right' | 'down' | 'left' | 'up' | 'skewed';

/**
 * One visible character, blanks left out. Points, origin at the top left of the page as displayed. `x0..y1` is the em box (advance wide,
 * one font size high), `baseline` the y of its origin (the x for text written down or up). `object` numbers the text object it was drawn by;
 * `blankBefore` says that the text layer has a blank between it and the character before.
 */
export interface Glyph {
  readonly text: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly baseline: number;
  readonly size: number;
  readonly direction: Direction;
  readonly bold: boolean;
  readonly object: number;
  readonly order: number;
  readonly blankBefore: boolean;
}

/** An axis-parallel line: `at` is its y (horizontal) or x (vertical), `from`..`to` its extent, `width` its thickness in points. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** A filled area: its box, its colour as 0xRRGGBB and its painting order. */
export interface FilledArea {
  readonly box: Box;
  readonly colour: number;
  readonly order: number;
}

/** What made glyphs leave the page's text, and what of it is in doubt. */
export interface TextLosses {
  readonly outsidePage: string;
  readonly clipped: string;
  readonly invisible: string;
  /** Beyond the edge of the page, but read: the rest of numbers that are seen in part. */
  readonly cut: string;
  /** Of what is clipped, the rest of numbers that are seen in part; it may lie over the text of other cells and is not read. */
  readonly halfClipped: string;
  readonly unmapped: readonly { readonly text: string; readonly box: Box }[];
}

/** Everything of a page that table recognition reads. */
export interface PageGeometry {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise from the page's own space to the space of its coordinates: /Rotate and `turned`. */
  readonly rotation: number;
  /** The degrees of it by which the page was turned because its text lies on its side; 0 where that is absent. */
  readonly turned?: number;
  readonly glyphs: readonly Glyph[];
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
  readonly fills: readonly FilledArea[];
  readonly images: readonly Box[];
  /** Curved path segments: many of them without text are letters drawn as outlines, or a chart. */
  readonly curves: number;
  readonly losses: TextLosses;
  /** True where the only text is an invisible layer over a picture (a scan with recognized text). */
  readonly recognizedText: boolean;
  /** True where a limit stopped the reading of this page. */
  readonly truncated: boolean;
}

/** The most that is read of one document; beyond it a diagnostic says what was left. */
export interface ReadLimits {
  readonly pages: number;
  readonly charactersPerPage: number;
  readonly segmentsPerPage: number;
}

/** What is read where nobody asks for less. */
export const READ_LIMITS: ReadLimits = { pages: 5000, charactersPerPage: 200_000, segmentsPerPage: 1_000_000 };

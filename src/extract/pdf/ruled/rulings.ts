import type { Box } from '../../../model/index.js';
import type { FilledArea, Ruling } from '../page/pageGeometry.js';

/** A filled rectangle at most this thick (points) is a drawn line. */
export const THIN = 3;
/** A line may lean this much (points per point) and still count as axis-parallel. */
const LEAN = 0.02;
const WHITE = 0xf8;
/** So many areas below a white line are looked at for the one it is drawn on. */
const AREAS_BELOW = 2000;

/** Collects what a page paints as lines and areas, in display coordinates. */
export class RulingCollector {
  readonly horizontal: Ruling[] = [];
  readonly vertical: Ruling[] = [];
  readonly fills: FilledArea[] = [];
  private order = 0;

  constructor(private readonly page: Box) {}

  /** A stroked straight segment; a stroke wider than long is a filled area. */
  addStroke(x0: number, y0: number, x1: number, y1: number, width: number, colour: number, clip: Box): void {
    const dx = Math.abs(x1 - x0);
    const dy = Math.abs(y1 - y0);
    if (dy <= Math.max(LEAN * dx, 0.6) && dx >= dy) {
      const at = (y0 + y1) / 2;
      if (width > THIN) this.addFill([Math.min(x0, x1), at - width / 2, Math.max(x0, x1), at + width / 2], colour, clip);
      else this.addHorizontal(at, Math.min(x0, x1), Math.max(x0, x1), width, colour, clip);
    } else if (dx <= Math.max(LEAN * dy, 0.6)) {
      const at = (x0 + x1) / 2;
      if (width > THIN) this.addFill([at - width / 2, Math.min(y0, y1), at + width / 2, Math.max(y0, y1)], colour, clip);
      else this.addVertical(at, Math.min(y0, y1), Math.max(y0, y1), width, colour, clip);
    }
  }

  /** A filled rectangle: a line where it is thin, else an area. */
  addFill(box: Box, colour: number, clip: Box): void {
    const x0 = Math.max(box[0], clip[0]);
    const y0 = Math.max(box[1], clip[1]);
    const x1 = Math.min(box[2], clip[2]);
    const y1 = Math.min(box[3], clip[3]);
    const width = x1 - x0;
    const height = y1 - y0;
    if (width < 0 || height < 0) return;
    if (height <= THIN && height <= width) this.addHorizontal((y0 + y1) / 2, x0, x1, height, colour, clip);
    if (width <= THIN && width <= height) this.addVertical((x0 + x1) / 2, y0, y1, width, colour, clip);
    if (width > THIN && height > THIN) this.fills.push({ box: [x0, y0, x1, y1], colour, order: this.order++ });
  }

  private addHorizontal(at: number, from: number, to: number, width: number, colour: number, clip: Box): void {
    if (at < clip[1] - 1 || at > clip[3] + 1) return;
    const a = Math.max(from, clip[0]);
    const b = Math.min(to, clip[2]);
    if (b >= a && this.isSeen(colour, (a + b) / 2, at)) this.horizontal.push({ at, from: a, to: b, width });
  }

  private addVertical(at: number, from: number, to: number, width: number, colour: number, clip: Box): void {
    if (at < clip[0] - 1 || at > clip[2] + 1) return;
    const a = Math.max(from, clip[1]);
    const b = Math.min(to, clip[3]);
    if (b >= a && this.isSeen(colour, at, (a + b) / 2)) this.vertical.push({ at, from: a, to: b, width });
  }

  /** False for a white line on paper; on a coloured area it is a border. */
  private isSeen(colour: number, x: number, y: number): boolean {
    if (!isWhite(colour)) return true;
    for (let i = this.fills.length - 1; i >= Math.max(0, this.fills.length - AREAS_BELOW); i--) {
      const { box, colour: under } = this.fills[i]!;
      if (x >= box[0] - 1 && x <= box[2] + 1 && y >= box[1] - 1 && y <= box[3] + 1) return !isWhite(under);
    }
    return false;
  }

  /** The page's own area, the clip where nothing else clips. */
  get whole(): Box {
    return this.page;
  }
}

/** True for white and what cannot be told from it. */
export function isWhite(colour: number): boolean {
  return colour >> 16 >= WHITE && ((colour >> 8) & 255) >= WHITE && (colour & 255) >= WHITE;
}

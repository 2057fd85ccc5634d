import type { Box } from '../../../model/index.js';
import { RulingCollector, THIN } from '../ruled/rulings.js';
import { type Affine, compose, intersect, transformBox } from './affine.js';
import { BoundlessTexts } from './boundlessTexts.js';
import type { LayerMarks } from './layerMarks.js';
import type { Pdfium } from './pdfium.js';

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const SHADING = 4;
const FORM = 5;
const LINE_TO = 0;
const BEZIER_TO = 1;
const MOVE_TO = 2;
const FORM_DEPTH = 12;
/** So many segments of a clip path are looked at. */
const CLIP_SEGMENTS = 1000;

/** What the walk over a page's objects found, in display coordinates. `clips` has the clip box of each text object that is clipped, `layered` those on hidden layers. */
export interface PageObjects {
  readonly rulings: RulingCollector;
  readonly images: Box[];
  readonly clips: Map<number, Box>;
  readonly layered: Set<number>;
  readonly boundless: BoundlessTexts;
  /** True where the page paints shadings. */
  shaded: boolean;
  curves: number;
  segments: number;
  truncated: boolean;
}

/** Reads the paths, images and clips of a loaded page, without those on hidden layers; `scratch` points to 64 bytes of PDFium's memory. At most `limit` path segments. */
export function readObjects(
  pdfium: Pdfium,
  page: number,
  toDisplay: Affine,
  pageBox: Box,
  scratch: number,
  limit: number,
  layers: LayerMarks,
): PageObjects {
  const found: PageObjects = {
    rulings: new RulingCollector(pageBox),
    images: [],
    clips: new Map(),
    layered: new Set(),
    boundless: new BoundlessTexts(pdfium, scratch),
    shaded: false,
    curves: 0,
    segments: 0,
    truncated: false,
  };
  const walk = new ObjectWalk(pdfium, found, scratch, limit, layers);
  const count = pdfium._FPDFPage_CountObjects(page);
  for (let i = 0; i < count && !found.truncated; i++) walk.visit(pdfium._FPDFPage_GetObject(page, i), toDisplay, pageBox, 0, false);
  return found;
}

/** The clip of an object: the first segments of its paths, what they were read in, and what they leave. */
interface ReadClip {
  readonly m: Affine;
  readonly parent: Box;
  readonly starts: readonly number[];
  readonly clip: Box | undefined;
}

class ObjectWalk {
  private lastClip: ReadClip | undefined;

  constructor(
    private readonly pdfium: Pdfium,
    private readonly found: PageObjects,
    private readonly scratch: number,
    private readonly limit: number,
    private readonly layers: LayerMarks,
  ) {}

  /** One object whose parent's space `m` maps to the display; `unseen` says that the parent's layer is hidden. */
  visit(object: number, m: Affine, parentClip: Box, depth: number, unseen: boolean): void {
    const { pdfium, found } = this;
    if (++found.segments > this.limit) {
      found.truncated = true;
      return;
    }
    const type = pdfium._FPDFPageObj_GetType(object);
    if (type === SHADING) found.shaded = true;
    if (type !== TEXT && type !== PATH && type !== IMAGE && type !== FORM) return;
    const clip = this.clipOf(object, m, parentClip);
    const hidden = unseen || this.layers.hides(object);
    if (type === TEXT) {
      if (hidden) found.layered.add(object);
      found.boundless.giveExtent(object);
      if (clip === undefined) found.clips.set(object, [0, 0, -1, -1]);
      else if (clip !== found.rulings.whole) found.clips.set(object, clip);
      return;
    }
    if (clip === undefined || (hidden && type !== FORM)) return;
    if (type === PATH) this.path(object, compose(this.matrixOf(object), m), clip);
    else if (type === IMAGE) {
      const box = intersect(transformBox(compose(this.matrixOf(object), m), 0, 0, 1, 1), clip);
      if (box !== undefined) found.images.push(box);
    } else if (depth < FORM_DEPTH) {
      const inner = compose(this.matrixOf(object), m);
      const count = pdfium._FPDFFormObj_CountObjects(object);
      for (let i = 0; i < count && !found.truncated; i++)
        this.visit(pdfium._FPDFFormObj_GetObject(object, i), inner, clip, depth + 1, hidden);
    } else found.truncated = true;
  }

  private matrixOf(object: number): Affine {
    const { pdfium, scratch } = this;
    if (!pdfium._FPDFPageObj_GetMatrix(object, scratch)) return [1, 0, 0, 1, 0, 0];
    const f = pdfium.HEAPF32;
    const i = scratch >> 2;
    return [f[i]!, f[i + 1]!, f[i + 2]!, f[i + 3]!, f[i + 4]!, f[i + 5]!];
  }

  /** The common part of the object's clip paths' bounding boxes and its parent's clip; undefined where nothing can be seen. */
  private clipOf(object: number, m: Affine, parentClip: Box): Box | undefined {
    const { pdfium, lastClip } = this;
    const path = pdfium._FPDFPageObj_GetClipPath(object);
    if (path === 0) return parentClip;
    const paths = pdfium._FPDFClipPath_CountPaths(path);
    if (paths <= 0) return parentClip;
    if (lastClip !== undefined && lastClip.m === m && lastClip.parent === parentClip && this.isPath(path, paths, lastClip.starts))
      return lastClip.clip;
    const starts: number[] = [];
    for (let i = 0; i < paths; i++) starts.push(pdfium._FPDFClipPath_GetPathSegment(path, i, 0));
    let clip: Box | undefined = parentClip;
    for (let i = 0; i < paths && clip !== undefined; i++) clip = this.clippedBy(path, i, m, clip);
    this.lastClip = { m, parent: parentClip, starts, clip };
    return clip;
  }

  /** Whether a clip's paths have these first segments. Most objects have the clip of the object before: its paths are the same ones, at the same place in memory. */
  private isPath(path: number, paths: number, starts: readonly number[]): boolean {
    if (paths !== starts.length) return false;
    for (let i = 0; i < paths; i++) if (this.pdfium._FPDFClipPath_GetPathSegment(path, i, 0) !== starts[i]) return false;
    return true;
  }

  /** What the bounding box of path `i` of a clip leaves of a box; a path without a point leaves all. */
  private clippedBy(path: number, i: number, m: Affine, clip: Box): Box | undefined {
    const { pdfium, scratch } = this;
    const segments = Math.min(pdfium._FPDFClipPath_CountPathSegments(path, i), CLIP_SEGMENTS);
    let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let k = 0; k < segments; k++) {
      if (!pdfium._FPDFPathSegment_GetPoint(pdfium._FPDFClipPath_GetPathSegment(path, i, k), scratch, scratch + 4)) continue;
      const x = pdfium.HEAPF32[scratch >> 2]!;
      const y = pdfium.HEAPF32[(scratch >> 2) + 1]!;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
    }
    if (x0 > x1) return clip;
    const box = transformBox(m, x0, y0, x1, y1);
    const inside = box[0] <= clip[0] && box[1] <= clip[1] && box[2] >= clip[2] && box[3] >= clip[3];
    return inside ? clip : intersect(clip, box);
  }

  private colour(object: number, stroke: boolean): number {
    const { pdfium, scratch } = this;
    const ok = stroke
      ? pdfium._FPDFPageObj_GetStrokeColor(object, scratch, scratch + 4, scratch + 8, scratch + 12)
      : pdfium._FPDFPageObj_GetFillColor(object, scratch, scratch + 4, scratch + 8, scratch + 12);
    if (!ok) return 0;
    const u = pdfium.HEAPU32;
    const i = scratch >> 2;
    if (u[i + 3] === 0) return 0xffffff;
    return (u[i]! << 16) | (u[i + 1]! << 8) | u[i + 2]!;
  }

  /** The strokes and filled rectangles of one path, subpath by subpath. */
  private path(object: number, m: Affine, clip: Box): void {
    const { pdfium, scratch, found } = this;
    if (!pdfium._FPDFPath_GetDrawMode(object, scratch, scratch + 4)) return;
    const filled = pdfium.HEAP32[scratch >> 2]! !== 0;
    const stroked = pdfium.HEAP32[(scratch >> 2) + 1]! !== 0;
    if (!filled && !stroked) return;
    const fillColour = filled ? this.colour(object, false) : 0;
    const strokeColour = stroked ? this.colour(object, true) : 0;
    let width = 0;
    if (stroked) {
      pdfium._FPDFPageObj_GetStrokeWidth(object, scratch);
      width = pdfium.HEAPF32[scratch >> 2]! * Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
    }
    const count = pdfium._FPDFPath_CountSegments(object);
    found.segments += count;
    if (found.segments > this.limit) {
      found.truncated = true;
      return;
    }
    let points: number[] = [];
    let curved = false;
    const finish = (): void => {
      if (filled && points.length >= 4 && !curved) this.fillSubpath(points, fillColour, clip);
      points = [];
      curved = false;
    };
    let px = 0;
    let py = 0;
    for (let k = 0; k < count; k++) {
      const segment = pdfium._FPDFPath_GetPathSegment(object, k);
      const type = pdfium._FPDFPathSegment_GetType(segment);
      pdfium._FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
      const heap = pdfium.HEAPF32;
      const rawX = heap[scratch >> 2]!;
      const rawY = heap[(scratch >> 2) + 1]!;
      const x = m[0] * rawX + m[2] * rawY + m[4];
      const y = m[1] * rawX + m[3] * rawY + m[5];
      if (type === MOVE_TO) finish();
      else if (type === LINE_TO && stroked) found.rulings.addStroke(px, py, x, y, width, strokeColour, clip);
      else if (type === BEZIER_TO) {
        curved = true;
        found.curves++;
      }
      points.push(x, y);
      px = x;
      py = y;
      if (stroked && points.length > 2 && pdfium._FPDFPathSegment_GetClose(segment))
        found.rulings.addStroke(x, y, points[0]!, points[1]!, width, strokeColour, clip);
    }
    finish();
  }

  /** A filled subpath of straight sides: its box where it is an axis-parallel rectangle or thin (border sides are often mitred). */
  private fillSubpath(points: readonly number[], colour: number, clip: Box): void {
    let x0 = points[0]!;
    let y0 = points[1]!;
    let x1 = x0;
    let y1 = y0;
    let parallel = true;
    for (let i = 2; i < points.length; i += 2) {
      const x = points[i]!;
      const y = points[i + 1]!;
      if (Math.abs(x - points[i - 2]!) > 0.5 && Math.abs(y - points[i - 1]!) > 0.5) parallel = false;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y);
    }
    if ((parallel && points.length <= 12) || Math.min(x1 - x0, y1 - y0) <= THIN) this.found.rulings.addFill([x0, y0, x1, y1], colour, clip);
  }
}

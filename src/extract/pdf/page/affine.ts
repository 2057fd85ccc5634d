import type { Box } from '../../../model/index.js';

/** A PDF matrix [a b c d e f]: (x, y) -> (a·x + c·y + e, b·x + d·y + f). */
export type Affine = readonly [number, number, number, number, number, number];

export const IDENTITY: Affine = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `first`, then `second`. */
export function compose(first: Affine, second: Affine): Affine {
  const [a, b, c, d, e, f] = first;
  const [p, q, r, s, t, u] = second;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

/** The matrix from a page's user space to the page as displayed: origin top left, y downwards; `quarterTurns` is /Rotate divided by 90. */
export function displayMatrix(left: number, bottom: number, right: number, top: number, quarterTurns: number): Affine {
  switch (((quarterTurns % 4) + 4) % 4) {
    case 1:
      return [0, 1, 1, 0, -bottom, -left];
    case 2:
      return [-1, 0, 0, 1, right, -bottom];
    case 3:
      return [0, -1, -1, 0, top, right];
    default:
      return [1, 0, 0, -1, -left, top];
  }
}

/** The box around a transformed rectangle. */
export function transformBox(m: Affine, x0: number, y0: number, x1: number, y1: number): Box {
  const [a, b, c, d, e, f] = m;
  const xa = a * x0 + c * y0;
  const xb = a * x1 + c * y0;
  const xc = a * x0 + c * y1;
  const xd = a * x1 + c * y1;
  const ya = b * x0 + d * y0;
  const yb = b * x1 + d * y0;
  const yc = b * x0 + d * y1;
  const yd = b * x1 + d * y1;
  return [Math.min(xa, xb, xc, xd) + e, Math.min(ya, yb, yc, yd) + f, Math.max(xa, xb, xc, xd) + e, Math.max(ya, yb, yc, yd) + f];
}

/** The common part of two boxes, or undefined where they do not meet. */
export function intersect(a: Box, b: Box): Box | undefined {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return box[0] <= box[2] && box[1] <= box[3] ? box : undefined;
}

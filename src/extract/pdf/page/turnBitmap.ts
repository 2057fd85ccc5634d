/** Pixels of four bytes each, row by row from the top left. */
export interface Bitmap {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The bitmap after quarter turns clockwise. */
export function turnBitmap(bitmap: Bitmap, turns: number): Bitmap {
  if (turns === 0) return bitmap;
  const { width, height } = bitmap;
  const from = new DataView(bitmap.data.buffer, bitmap.data.byteOffset, bitmap.data.byteLength);
  const data = new Uint8Array(bitmap.data.length);
  const to = new DataView(data.buffer);
  const across = turns % 2 === 1;
  const newWidth = across ? height : width;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const newX = turns === 1 ? height - 1 - y : turns === 2 ? width - 1 - x : y;
      const newY = turns === 1 ? x : turns === 2 ? height - 1 - y : width - 1 - x;
      to.setUint32(4 * (newY * newWidth + newX), from.getUint32(4 * (y * width + x)));
    }
  return { data, width: newWidth, height: across ? width : height };
}

import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

/** Red, green, blue and alpha, each from 0 to 255. */
export type Pixel = readonly [number, number, number, number];

export type Png = {
  readonly width: number;
  readonly height: number;
  readonly pixel: (x: number, y: number) => Pixel;
};

/** Reads a PNG of 8-bit red, green and blue, with or without alpha, not interlaced (PNG specification, third edition). Throws for others. */
export function readPng(file: string): Png {
  const chunks = chunksOf(readFileSync(file));
  const header = chunks.find(({ type }) => type === 'IHDR')?.body ?? Buffer.alloc(13);
  const [depth, colour, , , interlace] = header.subarray(8);
  const channels = colour === 6 ? 4 : 3;
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlace !== 0)
    throw new Error(`${file} is not a plain PNG with 8 bits for each colour.`);
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ body }) => body));
  const bytes = unfilter(inflateSync(packed), { height, channels, stride: width * channels });
  return {
    width,
    height,
    pixel: (x, y) => {
      const [red = 0, green = 0, blue = 0, alpha = 255] = bytes
        .subarray((y * width + x) * channels)
        .subarray(0, channels);
      return [red, green, blue, alpha];
    },
  };
}

function chunksOf(png: Buffer): readonly { readonly type: string; readonly body: Buffer }[] {
  const chunks = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), body: png.subarray(at + 8, at + 8 + length) });
  }
  return chunks;
}

type Shape = { readonly height: number; readonly channels: number; readonly stride: number };

/** Every row begins with the number of the filter that was laid over it; each byte leans on its neighbours to the left and above. */
function unfilter(filtered: Buffer, { height, channels, stride }: Shape): Buffer {
  const bytes = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y++) {
    const predict = predictors[filtered[y * (stride + 1)] ?? 0];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < channels ? 0 : (bytes[at - channels] ?? 0);
      const above = bytes[at - stride] ?? 0;
      const corner = x < channels ? 0 : (bytes[at - stride - channels] ?? 0);
      bytes[at] = (filtered[y * (stride + 1) + 1 + x] ?? 0) + (predict?.(left, above, corner) ?? 0);
    }
  }
  return bytes;
}

const predictors: readonly ((left: number, above: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => Math.floor((left + above) / 2),
  paeth,
];

function paeth(left: number, above: number, corner: number): number {
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

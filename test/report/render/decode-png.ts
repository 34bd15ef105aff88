import { inflateSync } from "node:zlib";

/** A picture's pixels, row by row, four bytes each. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/**
 * Decodes a PNG of eight-bit RGBA without interlacing, independently of what encoded it.
 * Source: W3C, Portable Network Graphics (Third Edition), 2025, sections 5 and 9.
 */
export function decodePng(png: Uint8Array): Picture {
  const bytes = Buffer.from(png);
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  if (bytes.readUInt16BE(24) !== 0x0806 || bytes[28] !== 0) throw new RangeError("not plain RGBA");
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") {
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * 4;
  const rgba = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!;
    for (let x = 0; x < stride; x++) {
      const left = x < 4 ? 0 : rgba[y * stride + x - 4]!;
      const up = y === 0 ? 0 : rgba[(y - 1) * stride + x]!;
      const corner = x < 4 || y === 0 ? 0 : rgba[(y - 1) * stride + x - 4]!;
      const guess = predict(filter, left, up, corner);
      rgba[y * stride + x] = raw[y * (stride + 1) + 1 + x]! + guess;
    }
  }
  return { width, height, rgba };
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter < 4)
    return filter === 0 ? 0 : filter === 1 ? left : filter === 2 ? up : (left + up) >> 1;
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

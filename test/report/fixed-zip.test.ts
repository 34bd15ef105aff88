import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fixedZip } from "../../src/report/fixed-zip.js";
import { unzip } from "./unzip.js";

/** A ZIP file of one entry, made at a time given in DOS form. */
function zipAt(time: number): Uint8Array {
  const name = Buffer.from("a.txt");
  const packed = deflateRawSync(Buffer.from("content"));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(time, 10);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(time, 12);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}

describe("a ZIP file without times", () => {
  it("has the same bytes whenever it was made, and the same content", () => {
    const [early, late] = [fixedZip(zipAt(0x58211234)), fixedZip(zipAt(0x5b754321))];
    expect(late).toEqual(early);
    expect(unzip(late).get("a.txt")!.toString()).toBe("content");
  });

  it("is not made of anything else", () => {
    expect(() => fixedZip(Buffer.from("no ZIP file at all, but long enough to be one"))).toThrow(
      RangeError,
    );
  });
});

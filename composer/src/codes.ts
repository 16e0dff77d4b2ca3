// A short sealed note as square codes, one a part.

import qrcode from "qrcode-generator";
import { partsOf } from "./parts";

/** Characters that one code holds at the error correction that a bad camera needs, by the standard's table (version 25-M). */
const CODE_SIZE = 900;
/** More codes than this nobody photographs. */
export const MOST_CODES = 8;

/** Data addresses of pictures, or null when the note is too long for codes. */
export function codesOf(file: Uint8Array): string[] | null {
  const parts = partsOf(file, CODE_SIZE);
  return parts.length > MOST_CODES ? null : parts.map(drawn);
}

function drawn(part: string): string {
  const code = qrcode(0, "M");
  code.addData(part, "Byte");
  code.make();
  return code.createDataURL(4, 16);
}

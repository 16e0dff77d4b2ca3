// A sealed file as numbered parts of plain letters, for messengers, cards and pictures.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { base64 } from "@scure/base";

/** Characters of the first line: "part 9999 of 9999 <64>" and its end, never more. */
export const HEAD = 84;

/** Parts of at most `size` characters each. */
export function partsOf(file: Uint8Array, size: number): string[] {
  const whole = bytesToHex(sha256(file));
  const letters = base64.encode(file);
  const room = Math.max(4, size - HEAD);
  const count = Math.ceil(letters.length / room);
  return Array.from({ length: count }, (_, at) => {
    return `part ${at + 1} of ${count} ${whole}\n${letters.slice(at * room, (at + 1) * room)}\n`;
  });
}

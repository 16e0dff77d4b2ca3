// A sealed note has one of eleven sizes, so that its length tells next to nothing.

const KIB = 1024;
export const SIZES = [4, 16, 64, 256, 1024, 2048, 4096, 8192, 16384, 32768, 65536].map((kib) => kib * KIB);
/** Bytes that text and photos together may have: what the sandbox on the other side takes. */
export const CONTENT_LIMIT = 46_000_000;

const CHUNK = 64 * KIB; // age seals chunks of this many plain bytes,
const TAG = 16; // each with a tag of this many
const NONCE = 16;

/** How many plain bytes make a sealed file of exactly `size`, after a header of `header` bytes; null when none do. */
export function plainLength(size: number, header: number): number | null {
  const room = size - header - NONCE;
  const chunks = Math.ceil(room / (CHUNK + TAG));
  const length = room - chunks * TAG;
  return length >= 0 && Math.max(1, Math.ceil(length / CHUNK)) === chunks ? length : null;
}

/** The smallest of the sizes that holds `length` plain bytes, and to how many they are filled up; null when none does. */
export function padded(length: number, header: number): { size: number; length: number } | null {
  for (const size of SIZES) {
    const full = plainLength(size, header);
    if (full !== null && full >= length) return { size, length: full };
  }
  return null;
}

// Inside the seal: one line with the length of a zip archive, the archive, and zeros up to the size.

import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

export type Members = Record<string, Uint8Array>;
const DAY_ZERO = "1980-01-01T00:00:00"; // the first that an archive can state: the true one is nobody's business

/** The archive of `members` behind its line, not yet filled up. */
export function framed(members: Members): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(members)) entries[name] = [content, { level: 0, mtime: DAY_ZERO }];
  const archive = zipSync(entries);
  const line = strToU8(`length ${archive.length}\n`);
  const whole = new Uint8Array(line.length + archive.length);
  whole.set(line);
  whole.set(archive, line.length);
  return whole;
}

/** The members of what `framed` made, filled up or not; throws when it is anything else. */
export function unframed(plain: Uint8Array): Members {
  const end = plain.subarray(0, 32).indexOf(10);
  const said = /^length (\d{1,9})$/.exec(strFromU8(plain.subarray(0, Math.max(end, 0))));
  const from = end + 1;
  const length = Number(said?.[1]);
  if (!said || from + length > plain.length) throw new Error("not a note");
  if (plain.subarray(from + length).some((byte) => byte !== 0)) throw new Error("something follows its end");
  return unzipSync(plain.subarray(from, from + length));
}

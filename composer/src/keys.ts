// To whom this page seals: fixed recipients, or keys that change by the quarter, signed, the last of which ends the page.

import { ed25519 } from "@noble/curves/ed25519.js";
import { hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { Refused } from "./seal";

interface Key {
  recipient: string;
  from?: string; // days, both included
  until?: string;
}

export interface Settings {
  keys: string; // a JSON list of Key, as it was signed
  signature?: string;
  signer?: string;
}

/** The recipients of `day` (YYYY-MM-DD). Throws Refused when the list is not what was signed, or when it has ended. */
export function recipientsOn(day: string, settings: Settings): string[] {
  checkSignature(settings);
  const keys = JSON.parse(settings.keys) as Key[];
  const first = keys.map((key) => key.from ?? "").sort()[0] ?? "";
  const today = day < first ? first : day; // a clock that runs behind must not keep anyone from writing
  const now = keys.filter((key) => (key.from ?? "") <= today && today <= (key.until ?? "9999-12-31"));
  if (now.length === 0) throw new Refused("ended");
  return now.map((key) => key.recipient);
}

/** The last day on which this page seals; null when it has none. */
export function lastDay(settings: Settings): string | null {
  const ends = (JSON.parse(settings.keys) as Key[]).map((key) => key.until ?? null);
  return ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
}

function checkSignature(settings: Settings): void {
  if (!settings.signer && !settings.signature) return;
  const message = utf8ToBytes(`envelope keys/1\n${settings.keys}`);
  let holds = false;
  try {
    holds = ed25519.verify(hexToBytes(settings.signature ?? ""), message, hexToBytes(settings.signer ?? ""));
  } catch {
    holds = false;
  }
  if (!holds) throw new Refused("signature");
}

// Twelve words to a mailbox: everything is derived here, on the writer's side, and nothing is kept.

import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { bech32 } from "@scure/base";
import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist as english } from "@scure/bip39/wordlists/english.js";
import { wordlist as koreanSyllables } from "@scure/bip39/wordlists/korean.js";
import { identityToRecipient } from "age-encryption";

const korean = koreanSyllables.map((word) => word.normalize("NFKD"));

/** `address` is where replies lie, `identity` opens them, `recipient` is what they are sealed to. */
export interface Mailbox {
  address: string;
  identity: string;
  recipient: string;
}

export function newPhrase(lang: string): string {
  return entropyToMnemonic(crypto.getRandomValues(new Uint8Array(16)), lang === "ko" ? korean : english).normalize("NFC");
}

/** The same words as a person may write them: in capitals, with many spaces, in either Unicode form; null when no phrase. */
export function entropyOf(phrase: string): Uint8Array | null {
  const words = phrase.normalize("NFKD").toLowerCase().trim().split(/\s+/u);
  if (words.length !== 12) return null;
  for (const list of [english, korean]) {
    try {
      return mnemonicToEntropy(words.join(" "), list);
    } catch {
      continue;
    }
  }
  return null;
}

export async function mailboxOf(entropy: Uint8Array): Promise<Mailbox> {
  const derived = (purpose: string, length: number): Uint8Array =>
    hkdf(sha256, entropy, undefined, utf8ToBytes(`mailbox/1 ${purpose}`), length);
  const identity = bech32.encodeFromBytes("AGE-SECRET-KEY-", derived("identity", 32)).toUpperCase();
  return { identity, address: bytesToHex(derived("address", 16)), recipient: await identityToRecipient(identity) };
}

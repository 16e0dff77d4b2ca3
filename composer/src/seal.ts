// Sealing with age: eight stanzas always, of one kind, in an order that tells nothing.

import { Decrypter, Encrypter, generateHybridIdentity, generateX25519Identity, identityToRecipient } from "age-encryption";
import { forceWebCryptoOff } from "../node_modules/age-encryption/dist/x25519.js";
import { padded, plainLength } from "./sizes";

export const STANZAS = 8;
const POST_QUANTUM = "age1pq1";

/** Without WebCrypto (a page opened from a disk, in some browsers) the library must be told to use its own arithmetic. */
export function preparePureWhereNeeded(): void {
  if (!globalThis.crypto?.subtle) forceWebCryptoOff(true);
}

export class Refused extends Error {}

/** Throws Refused for none, for more than eight, and for post-quantum recipients beside others: the weaker would open it. */
export function checkRecipients(recipients: string[]): void {
  const quantum = recipients.filter((one) => one.startsWith(POST_QUANTUM)).length;
  if (recipients.length === 0 || recipients.length > STANZAS) throw new Refused("recipients");
  if (quantum !== 0 && quantum !== recipients.length) throw new Refused("mixed");
}

/** `plain` filled up with zeros and sealed to `recipients` and to strangers that nobody holds: its length is one of the sizes. */
export async function sealed(plain: Uint8Array, recipients: string[], size?: number): Promise<Uint8Array> {
  checkRecipients(recipients);
  const encrypter = new Encrypter();
  for (const one of shuffled([...recipients, ...(await strangers(recipients))])) encrypter.addRecipient(one);
  const empty = await encrypter.encrypt(new Uint8Array(0));
  const header = empty.length - 32; // a nonce and the tag of an empty chunk
  const length = size === undefined ? padded(plain.length, header)?.length : plainLength(size, header);
  if (length === undefined || length === null || length < plain.length) throw new Refused("large");
  const full = new Uint8Array(length);
  full.set(plain);
  return encrypter.encrypt(full);
}

/** The plain bytes; null when the file is sealed to others. Throws when it is damaged. */
export async function opened(file: Uint8Array, identity: string): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(file);
  } catch (error) {
    if (error instanceof Error && error.message.includes("no identity matched")) return null;
    throw error;
  }
}

async function strangers(recipients: string[]): Promise<string[]> {
  const quantum = recipients[0]?.startsWith(POST_QUANTUM) ?? false;
  const make = quantum ? generateHybridIdentity : generateX25519Identity;
  const missing = Array.from({ length: STANZAS - recipients.length });
  return Promise.all(missing.map(async () => identityToRecipient(await make())));
}

function shuffled<T>(items: T[]): T[] {
  const keyed = items.map((item) => ({ item, key: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

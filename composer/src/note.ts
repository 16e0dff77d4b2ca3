// What is written, as the members of the archive.

import { strToU8 } from "fflate";
import { unframed, type Members } from "./framing";
import type { Mailbox } from "./mailbox";
import type { Photo } from "./photos";

export interface Note {
  text: string;
  lang: string;
  told: string | null; // a day; never a time
  basis: string | null; // eyewitness, second-hand, rumour
  series: string; // joins the instalments of one story
  instalment: number;
  last: boolean;
  reply: Pick<Mailbox, "address" | "recipient"> | null;
}

export function membersOf(note: Note, photos: Photo[]): Members {
  const words = { note: 1, ...note, photos: photos.map((photo) => photo.name) };
  const members: Members = { "note.json": strToU8(JSON.stringify(words)) };
  for (const photo of photos) members[photo.name] = photo.content;
  return members;
}

/** The text of a reply. Throws when it is none. */
export function replyText(plain: Uint8Array): string {
  const member = unframed(plain)["reply.txt"];
  if (!member) throw new Error("no reply");
  return new TextDecoder("utf-8", { fatal: true }).decode(member);
}

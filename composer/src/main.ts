// The page: it keeps what is written in the fields and in one object, and forgets both at once.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { codesOf } from "./codes";
import { framed } from "./framing";
import { lastDay, recipientsOn, type Settings } from "./keys";
import { entropyOf, mailboxOf, newPhrase, type Mailbox } from "./mailbox";
import { membersOf, replyText, type Note } from "./note";
import { partsOf } from "./parts";
import { redrawn, type Photo } from "./photos";
import { opened, preparePureWhereNeeded, Refused, sealed } from "./seal";
import { CONTENT_LIMIT, padded } from "./sizes";
import { langOf, say, type Lang } from "./words";

const HEADER = 854; // bytes of age's header with eight stanzas; post-quantum ones are longer, and the preview then a step low
const settings = JSON.parse(document.getElementById("settings")?.textContent ?? "{}") as Settings;
const held: { photos: Photo[]; file: Uint8Array | null; links: string[] } = { photos: [], file: null, links: [] };
let lang: Lang = langOf(navigator.languages);

function at<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}
const field = (id: string): string => at<HTMLInputElement>(id).value.trim();

function tell(id: string, key: string, fill: Record<string, string> = {}): void {
  at(id).textContent = key ? say(key, lang, fill) : "";
}

function translate(to: Lang): void {
  lang = to;
  document.documentElement.lang = to;
  document.title = say("title", to);
  for (const one of document.querySelectorAll<HTMLElement>("[data-say]")) one.textContent = say(one.dataset.say ?? "", to);
  for (const one of document.querySelectorAll<HTMLElement>("[data-lang]")) {
    one.setAttribute("aria-pressed", String(one.dataset.lang === to));
  }
  const day = lastDay(settings);
  tell("until", day ? "until" : "", { day: day ?? "" });
  tell("signer", settings.signer ? "signer" : "", { print: fingerprint() });
  preview();
}

function fingerprint(): string {
  return bytesToHex(sha256(new TextEncoder().encode(settings.signer ?? ""))).slice(0, 24).replace(/(.{4})(?=.)/g, "$1 ");
}

function note(reply: Mailbox | null): Note {
  if (!field("series")) at<HTMLInputElement>("series").value = newMark();
  return {
    text: at<HTMLTextAreaElement>("text").value.normalize("NFC"),
    lang,
    told: field("told") || null,
    basis: field("basis") || null,
    series: field("series"),
    instalment: Number(field("instalment")) || 1,
    last: at<HTMLInputElement>("last").checked,
    reply: reply && { address: reply.address, recipient: reply.recipient },
  };
}

function newMark(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  return [...crypto.getRandomValues(new Uint8Array(8))].map((one) => letters[one % letters.length]).join("");
}

function contentLength(): number {
  const text = new TextEncoder().encode(at<HTMLTextAreaElement>("text").value).length;
  return text + held.photos.reduce((sum, photo) => sum + photo.content.length + 300, 700);
}

function preview(): void {
  at("shown-text").textContent = at<HTMLTextAreaElement>("text").value;
  const size = padded(contentLength(), HEADER)?.size;
  const fits = size !== undefined && contentLength() <= CONTENT_LIMIT;
  if (fits) tell("shown-size", "previewSize", { size: bytes(size) });
  else tell("shown-size", "refused.large");
}

function bytes(size: number): string {
  return size < 1024 * 1024 ? `${size / 1024} KiB` : `${size / 1024 / 1024} MiB`;
}

function link(content: BlobPart, type: string): string {
  const address = URL.createObjectURL(new Blob([content], { type }));
  held.links.push(address);
  return address;
}

function showPhotos(): void {
  const list = at("shown-photos");
  list.replaceChildren();
  held.photos.forEach((photo, index) => {
    const item = document.createElement("li");
    const picture = document.createElement("img");
    picture.src = link(photo.content as Uint8Array<ArrayBuffer>, "image/jpeg");
    picture.alt = `${photo.name}, ${photo.width} x ${photo.height}`;
    const away = document.createElement("button");
    away.type = "button";
    away.textContent = "×";
    away.setAttribute("aria-label", `× ${photo.name}`);
    away.onclick = (): void => {
      held.photos.splice(index, 1);
      showPhotos();
      preview();
    };
    item.append(picture, away);
    list.append(item);
  });
}

async function addPhotos(): Promise<void> {
  const input = at<HTMLInputElement>("photos");
  for (const file of input.files ?? []) {
    try {
      const taken = Math.max(0, ...held.photos.map((photo) => Number(/\d+/.exec(photo.name)?.[0])));
      held.photos.push(await redrawn(file, taken + 1));
    } catch (error) {
      tell("photo-trouble", `refused.${why(error)}`, { name: file.name });
    }
  }
  input.value = ""; // the page keeps no hold of the files as they were
  showPhotos();
  preview();
}

const why = (error: unknown): string => (error instanceof Refused ? error.message : "damaged");

async function sealNow(): Promise<void> {
  at("result").hidden = true;
  tell("trouble", "sealing");
  await new Promise((done) => setTimeout(done, 30)); // the word above is painted first
  try {
    const phrase = field("phrase");
    const entropy = phrase ? entropyOf(phrase) : null;
    if (phrase && !entropy) throw new Refused("phrase");
    if (!field("text") && held.photos.length === 0) throw new Refused("empty");
    if (contentLength() > CONTENT_LIMIT) throw new Refused("large");
    const reply = entropy && (await mailboxOf(entropy));
    const recipients = recipientsOn(today(), settings);
    held.file = await sealed(framed(membersOf(note(reply), held.photos)), recipients);
    tell("trouble", "sealed");
    showResult(held.file);
  } catch (error) {
    tell("trouble", `refused.${why(error)}`);
  }
}

function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function showResult(file: Uint8Array): void {
  at("result").hidden = false;
  tell("keep-mark", "keepMark", { mark: field("series") });
  at("hash").textContent = `${say("hash", lang)}: ${bytesToHex(sha256(file))}`;
  const save = at<HTMLAnchorElement>("save");
  save.href = link(file as Uint8Array<ArrayBuffer>, "application/octet-stream");
  save.download = "letter.bin";
  showParts();
  const codes = codesOf(file);
  at("codes-part").hidden = codes === null;
  at("codes").replaceChildren(
    ...(codes ?? []).map((address, index) => {
      const picture = document.createElement("img");
      picture.src = address;
      picture.alt = `${index + 1} / ${codes?.length ?? 0}`;
      return picture;
    }),
  );
}

function showParts(): void {
  if (!held.file) return;
  const size = Math.max(200, Number(field("part-size")) || 0);
  const parts = held.file.length / size > 400 ? [] : partsOf(held.file, size);
  at("parts").replaceChildren(
    ...parts.map((part, index) => {
      const item = document.createElement("li");
      const save = document.createElement("a");
      save.href = link(part, "text/plain");
      save.download = `letter-${index + 1}-of-${parts.length}.txt`;
      save.textContent = `${index + 1} / ${parts.length}`;
      item.append(save);
      return item;
    }),
  );
}

async function openReply(): Promise<void> {
  at("reply").textContent = "";
  try {
    const entropy = entropyOf(field("open-phrase"));
    if (!entropy) throw new Refused("phrase");
    const mailbox = await mailboxOf(entropy);
    tell("where", "openHelp", { address: mailbox.address });
    const file = at<HTMLInputElement>("open-file").files?.[0];
    if (!file) return;
    const plain = await opened(new Uint8Array(await file.arrayBuffer()), mailbox.identity);
    if (plain) at("reply").textContent = replyText(plain);
    else tell("reply", "nothing");
  } catch (error) {
    tell("reply", `refused.${why(error)}`);
  }
}

/** Leaves an empty page behind, without a way back to this one. */
function clearEverything(): void {
  held.links.forEach((address) => URL.revokeObjectURL(address));
  held.photos = [];
  held.file?.fill(0);
  held.file = null;
  for (const form of document.forms) form.reset();
  document.body.replaceChildren();
  document.title = "";
  location.replace("about:blank");
}

let lastEscape = 0;
function onKey(event: KeyboardEvent): void {
  if (event.key !== "Escape") return;
  if (event.timeStamp - lastEscape < 1000) clearEverything();
  lastEscape = event.timeStamp;
}

preparePureWhereNeeded();
for (const one of document.querySelectorAll<HTMLElement>("[data-lang]")) {
  one.onclick = (): void => translate(one.dataset.lang as Lang);
}
for (const form of document.forms) form.onsubmit = (event): void => event.preventDefault();
at("text").oninput = preview;
at("photos").onchange = (): void => void addPhotos();
at("make-words").onclick = (): void => {
  at<HTMLInputElement>("phrase").value = newPhrase(lang);
};
at("seal").onclick = (): void => void sealNow();
at("part-size").oninput = showParts;
at("open").onclick = (): void => void openReply();
at("clear").onclick = clearEverything;
document.onkeydown = onKey;
translate(lang);

// A call that is saved while the desk does not answer: sealed to the desk's key here, and kept as ciphertext until it is sent.

import { base64 } from "@scure/base";
import { preparePureWhereNeeded, sealed } from "./seal";

const form = document.querySelector<HTMLFormElement>("form[data-sealed-to]");
const KEPT = "call."; // what waits in the storage, by the call's own mark

/** The fields as they would have been sent; the word against forgery stays out. */
function said(from: HTMLFormElement): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(from)) {
    if (typeof value === "string" && name !== "csrfmiddlewaretoken") fields[name] = value;
  }
  return fields;
}

function fresh(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function tell(words: string | undefined): void {
  const place = document.querySelector("#said");
  const line = document.createElement("p");
  line.className = "said";
  line.textContent = words ?? "";
  place?.replaceChildren(line);
}

let isSealing = false;

async function keep(from: HTMLFormElement): Promise<void> {
  if (isSealing) return;
  isSealing = true;
  try {
    const fields = said(from);
    const plain = new TextEncoder().encode(JSON.stringify(fields));
    const file = await sealed(plain, [from.dataset.sealedTo ?? ""]);
    localStorage.setItem(KEPT + fields.once, base64.encode(file));
    for (const name of ["text", "instalment"]) (from.elements.namedItem(name) as HTMLInputElement).value = "";
    (from.elements.namedItem("once") as HTMLInputElement).value = fresh();
    document.querySelector("#numbers")?.replaceChildren();
    tell(from.dataset.kept);
    document.dispatchEvent(new Event("calls:kept"));
  } catch {
    tell(from.dataset.full); // what was typed stays where it is
  } finally {
    isSealing = false;
  }
}

if (form) {
  preparePureWhereNeeded();
  const down = (event: Event): void => {
    event.stopPropagation(); // the words of the other pages say that nothing was kept
    if ((event as CustomEvent<{ elt: Element }>).detail.elt === form) void keep(form);
  };
  form.addEventListener("htmx:sendError", down);
  form.addEventListener("htmx:timeout", down);
}

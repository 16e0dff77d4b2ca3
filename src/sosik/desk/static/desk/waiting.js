/* Calls that were sealed while the desk did not answer: sent when it does, each dropped only when the desk says that it has it. */
"use strict";
(() => {
  const KEPT = "call.", EVERY = 15000;
  const place = () => document.querySelector("#waiting-calls");
  const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(KEPT)).sort();
  const refused = new Set();
  let isSending = false;

  async function send(key) {
    const box = place();
    const body = new FormData();
    body.append("sealed", localStorage.getItem(key));
    const answer = await fetch(box.dataset.to, { method: "POST", body, redirect: "manual", headers: { "X-CSRFToken": box.dataset.word } });
    if (answer.status === 422) { refused.add(key); return; }
    const kind = answer.headers.get("Content-Type") || "";
    if (answer.ok && kind.includes("json") && (await answer.json()).kept) localStorage.removeItem(key);
  }

  async function sendAll() {
    if (!place() || isSending) return;
    isSending = true;
    try {
      for (const key of keys()) if (!refused.has(key)) await send(key);
    } catch { /* the desk does not answer: the next time */ }
    isSending = false;
    show();
  }

  function show() {
    const box = place(), number = keys().length;
    if (!box) return;
    box.hidden = !number;
    box.querySelector(".number").textContent = String(number);
    const form = box.querySelector("form"), wrong = keys().find((key) => refused.has(key));
    form.hidden = !wrong;
    if (wrong) form.elements.sealed.value = localStorage.getItem(wrong);
  }

  addEventListener("online", sendAll);
  document.addEventListener("calls:kept", show);
  document.addEventListener("DOMContentLoaded", () => { show(); sendAll(); });
  setInterval(() => { if (keys().length) sendAll(); }, EVERY);
})();

"use strict";
/* The desk's keys, words chosen in a text, and pages that follow the count. Everything here also works by links and buttons. */
(() => {
  const $ = (what, from = document) => from.querySelector(what);
  const $$ = (what, from = document) => [...from.querySelectorAll(what)];
  const typing = (e) => e.target.closest("input, textarea, select, [contenteditable=true]");

  // --- words of the text, by characters as the desk counts them (code points) ---
  const text = () => $("#text");
  const points = (s) => [...s].length;
  function offsetOf(node, at) {
    const range = document.createRange();
    range.setStart(text(), 0);
    range.setEnd(node, at);
    return points(range.toString());
  }
  function chosen() {
    const found = getSelection();
    if (!text() || found.isCollapsed || !found.rangeCount) return null;
    const range = found.getRangeAt(0);
    if (!text().contains(range.startContainer) || !text().contains(range.endContainer)) return null;
    const start = offsetOf(range.startContainer, range.startOffset);
    const words = range.toString();
    const before = points(words) - points(words.trimStart());
    const size = points(words.trim());
    return size ? `${start + before}-${start + before + size}` : null;
  }
  function moveInText(e) {
    const found = getSelection();
    if (!found.rangeCount || !text().contains(found.anchorNode)) found.collapse(text().firstChild || text(), 0);
    const way = { ArrowRight: ["forward", "word"], ArrowLeft: ["backward", "word"], ArrowDown: ["forward", "line"], ArrowUp: ["backward", "line"] }[e.key];
    if (!way) return false;
    found.modify(e.shiftKey ? "extend" : "move", ...way);
    e.preventDefault();
    return true;
  }

  // --- the claims beside it ---
  const cards = () => $$(".card[data-number]");
  const here = () => $(".card.here") || $(".card[data-next]") || cards()[0];
  function goTo(card, focus = true) {
    if (!card) return;
    cards().forEach((one) => one.classList.toggle("here", one === card));
    $$("mark.lit").forEach((one) => one.classList.remove("lit"));
    $$("mark").filter((one) => one.dataset.claims.split(" ").includes(card.dataset.number)).forEach((one) => one.classList.add("lit"));
    if (focus) card.focus({ preventScroll: false });
    card.scrollIntoView({ block: "nearest" });
  }
  function step(by) {
    const all = cards();
    if (!all.length) return;
    const at = all.indexOf(here());
    goTo(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
  }
  const press = (what, from = document) => { const found = from && $(what, from); if (found) found.click(); return Boolean(found); };

  // --- forms that take chosen words ---
  const form = () => $("form[data-claim-form]");
  function take(field) {
    const span = chosen();
    if (!span) { tell(document.body.dataset.choose); return; }
    if (!form()) { if (field === "category") open(span); else tell(document.body.dataset.open); return; }
    const into = $(`[data-into=${field}]`, form());
    const many = into.dataset.many !== undefined;
    const same = many && $$(".row", into).find((row) => meets($("[name$=_span]", row), span));
    htmx.ajax("GET", `${form().dataset.words}?field=${field}&span=${span}`, { target: same || into, swap: same ? "outerHTML" : many ? "beforeend" : "innerHTML" });
  }
  function meets(input, span) {
    if (!input) return false;
    const [[a, b], [x, y]] = [input.value, span].map((one) => one.split("-").map(Number));
    return a < y && x < b;
  }
  function open(span) {
    htmx.ajax("GET", `${$("#claims").dataset.form}?span=${span}`, { target: "#new", swap: "innerHTML" });
  }
  function tell(words) {
    const place = $("#said");
    if (place && words) place.innerHTML = "<p class=said></p>", place.firstChild.textContent = words;
  }

  const KEYS = {
    "?": () => { const box = $("#keys"); if (box) box.hidden = !box.hidden; },
    "Escape": () => { const box = $("#keys"); if (box && !box.hidden) box.hidden = true; else press("[data-close]"); },
    "j": () => cards().length ? step(1) : stepRow(1),
    "k": () => cards().length ? step(-1) : stepRow(-1),
    "a": () => press("[data-key=a]", here()),
    "r": () => press("[data-key=r]", here()),
    "c": () => press("[data-key=c]", here()),
    "u": () => press("[data-key=u]", here()),
    "t": () => text() && text().focus(),
    "g": () => take("category"),
    "d": () => take("when"),
    "p": () => take("place"),
    "v": () => take("people"),
    "n": () => { const span = chosen(); if (span && $("#claims") && !form()) open(span); else press("[data-key=n]"); },
    "s": () => press("[data-key=s]"),
    "1": () => press(pair("1")), "2": () => press(pair("2")), "3": () => press(pair("3")),
    "x": () => press("[data-key=x]"),
    "/": () => press("[data-key='/']"),
    "i": () => press("[data-key=i]"), "e": () => press("[data-key=e]"), "m": () => press("[data-key=m]"), "b": () => press("[data-key=b]"), "o": () => press("[data-key=o]"),
  };
  // The first pair that waits, or one that somebody opened: never one that is out of sight.
  const pair = (key) => `details.settled[open] [data-key='${key}'], .pair.waits [data-key='${key}']`;
  function stepRow(by) {
    const rows = $$("[data-row]");
    const at = rows.indexOf(document.activeElement.closest("[data-row]"));
    const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (next) $("a", next).focus();
  }

  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey && e.key === "Enter") { const one = e.target.closest("form"); if (one) { e.preventDefault(); one.requestSubmit(); } return; }
    if (typing(e)) { if (e.key === "Escape") e.target.blur(); return; }
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
    if (text() && document.activeElement === text() && moveInText(e)) return;
    // A Korean keyboard sends 한글 letters: the key's place counts.
    const placed = /^Key[A-Z]$/.test(e.code) && !e.shiftKey ? e.code.slice(3).toLowerCase() : e.key;
    const does = KEYS[e.key] || KEYS[placed];
    if (does) { if (e.key !== "Escape") e.preventDefault(); does(); }
  });

  document.addEventListener("click", (e) => {
    const mark = e.target.closest("mark");
    if (mark) goTo(cards().find((one) => one.dataset.number === mark.dataset.claims.split(" ")[0]), false);
    const card = e.target.closest(".card[data-number]");
    if (card) goTo(card, false);
    const takes = e.target.closest("[data-take]");
    if (takes) { e.preventDefault(); take(takes.dataset.take); }
    const drop = e.target.closest("[data-drop]");
    if (drop) { e.preventDefault(); drop.closest(".row").remove(); }
    const close = e.target.closest("[data-close]");
    if (close) { e.preventDefault(); close.closest("[data-form-place]").innerHTML = ""; }
    if (e.target.closest("[data-keys]")) KEYS["?"]();
  });
  // A button takes the focus and with it the chosen words: they stay chosen.
  document.addEventListener("mousedown", (e) => { if (e.target.closest("[data-take]")) e.preventDefault(); });

  // Kinds of a claim say what its day means.
  document.addEventListener("change", (e) => { if (e.target.matches("[data-submit]")) e.target.form.requestSubmit(); });

  function ready() {
    const next = $("[data-next]");
    if (next) goTo(next); else if (here()) goTo(here(), false);
    const focus = $("[data-focus]");
    if (focus) { focus.focus(); focus.removeAttribute("data-focus"); }
  }
  document.addEventListener("DOMContentLoaded", ready);
  document.addEventListener("htmx:afterSettle", (e) => { if (["work", "page"].includes(e.detail.target.id) || $("[data-focus]")) ready(); });
  document.addEventListener("htmx:sendError", () => tell(document.body.dataset.lost));
  document.addEventListener("htmx:beforeSwap", (e) => { if ([403, 404, 422].includes(e.detail.xhr.status)) { e.detail.shouldSwap = true; e.detail.isError = false; } });

  // A page that shows counted things comes again when the count is done, unless somebody is writing on it.
  let waits = false;
  async function follow() {
    if (!document.body.hasAttribute("data-follows") || document.hidden) return;
    waits = waits || Boolean($(".counting[data-counting]"));
    if (!waits || document.activeElement.matches("input, textarea, select")) return;
    try {
      const said = await (await fetch("/progress/counted/")).json();
      if (said.is_current) location.reload();
    } catch { /* the next time */ }
  }
  document.addEventListener("DOMContentLoaded", follow);
  setInterval(follow, 700);
})();

// Search in the prebuilt indexes, the newest months first. Nothing that is typed leaves the page.
"use strict";
(() => {
  const AT_ONCE = 12;
  const box = document.getElementById("search");
  const field = document.getElementById("words");
  const list = document.getElementById("found");
  const told = document.getElementById("told");
  const older = document.getElementById("older");
  const waiting = box.dataset.shards.split(" ");
  const parts = [];
  let loading = 0;

  // As `terms` in public/finding.py: Hangul by two syllables, other words in small letters.
  const terms = text => {
    const found = [];
    for (const run of text.normalize("NFC").toLowerCase().match(/[가-힣]+|(?:(?![가-힣_])[\p{L}\p{N}])+/gu) || []) {
      if (/[가-힣]/.test(run) && run.length > 1)
        for (let at = 0; at + 2 <= run.length; at++) found.push(run.slice(at, at + 2));
      else if (lunr.stopWordFilter(run)) found.push(/^[\x00-\x7f]+$/.test(run) ? lunr.stemmer(new lunr.Token(run, {})).toString() : run);
    }
    return found;
  };

  const hits = words => parts.flatMap(({ about, index }) =>
    index.query(query => {
      for (const word of words) {
        const single = /^[가-힣]$/.test(word);
        query.term(word, {
          usePipeline: false,
          presence: lunr.Query.presence.REQUIRED,
          wildcard: single ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE,
        });
      }
    }).map(hit => ({ slug: hit.ref, title: about[hit.ref][0], day: about[hit.ref][1], score: hit.score })));

  const show = () => {
    const words = terms(field.value);
    list.replaceChildren();
    told.textContent = "";
    if (!words.length) return;
    const found = hits(words).sort((a, b) => b.score - a.score || b.day.localeCompare(a.day));
    for (const { slug, title, day } of found.slice(0, 100)) {
      const item = document.createElement("li");
      const time = document.createElement("time");
      const link = document.createElement("a");
      time.className = "dateline";
      time.dateTime = time.textContent = day;
      link.href = `bulletins/${slug}.html`;
      link.textContent = title;
      item.append(time, " ", link);
      list.append(item);
    }
    if (!loading) told.textContent = found.length ? `${box.dataset.found}: ${found.length}` : box.dataset.none;
  };

  const load = () => {
    for (const path of waiting.splice(0, AT_ONCE)) {
      const script = document.createElement("script");
      loading += 1;
      script.onload = script.onerror = () => { loading -= 1; if (!loading) { older.hidden = !waiting.length; show(); } };
      script.src = box.dataset.root + path;
      document.head.append(script);
    }
  };

  window.sosikFound = (about, index) => parts.push({ about, index: lunr.Index.load(index) });
  box.hidden = false;
  field.addEventListener("focus", load, { once: true });
  field.addEventListener("input", show);
  older.addEventListener("click", load);
})();

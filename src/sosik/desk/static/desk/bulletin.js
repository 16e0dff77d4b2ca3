// The bulletin page: a proposed rewrite into the text, a figure where the caret stands.
(() => {
  "use strict";
  const $ = (css, from = document) => from.querySelector(css);
  let last = null;

  const put = (area, start, end, words) => {
    area.focus();
    area.setRangeText(words, start, end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };

  /* Spans count characters as the desk does: by code points, with one character for a line's end. */
  const unit = (text, points) => [...text].slice(0, points).join("").length;

  const rewrite = (button) => {
    const area = $(`textarea[data-version=${button.dataset.lang}]`);
    if (!area) return;
    const [start, end] = [button.dataset.start, button.dataset.end].map((at) => unit(area.value, Number(at)));
    put(area, start, end, button.dataset.with);
    button.closest("li").remove();
    document.querySelectorAll("[data-rewrite]").forEach((one) => { one.disabled = true; });
  };

  document.addEventListener("focusin", (e) => { if (e.target.matches("textarea[data-version]")) last = e.target; });
  document.addEventListener("click", (e) => {
    const button = e.target.closest("[data-rewrite]");
    if (button) rewrite(button);
    const figure = e.target.closest("[data-put]");
    if (figure) {
      const area = last || $("textarea[data-version]");
      put(area, area.selectionStart, area.selectionEnd, figure.dataset.put);
    }
  });
  document.addEventListener("keydown", (e) => {
    if (!(e.ctrlKey || e.metaKey)) return;
    if (e.key === ".") { const first = $("[data-rewrite]:not(:disabled)"); if (first) { e.preventDefault(); rewrite(first); } }
  });
})();

// Rows, cards and marks of a list by category, grade and year. Without this script all of them are shown.
"use strict";
(() => {
  const box = document.getElementById("filters");
  const rows = [...document.querySelectorAll("tr[data-id]")];
  if (!box || rows.length < 2) return;
  const keys = ["category", "grade", "year"];
  const chosen = {};
  const shown = document.getElementById("shown");
  const show = () => {
    const ids = new Set();
    for (const row of rows) {
      row.hidden = !keys.every(key => !chosen[key] || row.dataset[key] === chosen[key]);
      if (!row.hidden) ids.add(row.dataset.id);
    }
    for (const card of document.querySelectorAll("[data-of]")) card.hidden = !ids.has(card.dataset.of);
    for (const mark of document.querySelectorAll("[data-ids]"))
      mark.style.display = mark.dataset.ids.split(" ").some(id => ids.has(id)) ? "" : "none";
    shown.textContent = `${ids.size} / ${rows.length}`;
  };
  for (const key of keys) {
    const values = [...new Set(rows.map(row => row.dataset[key]).filter(Boolean))].sort();
    if (values.length < 2) continue;
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.append(new Option(box.dataset.all, ""), ...values.map(value => new Option(value, value)));
    select.addEventListener("change", () => { chosen[key] = select.value; show(); });
    label.append(box.dataset[key], " ", select);
    box.append(label);
    box.hidden = false;
  }
})();

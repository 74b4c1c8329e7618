"use strict";
// Finding and choosing entries; without this script the page still shows everything.
(() => {
  const find = document.getElementById("find");
  const state = document.getElementById("state");
  const count = document.getElementById("count");
  if (!find) return;
  const entries = [...document.querySelectorAll(".entry")];
  const words = new Map(entries.map((entry) => [entry, entry.textContent.toLowerCase()]));
  const choose = () => {
    const wanted = find.value.trim().toLowerCase();
    let shown = 0;
    for (const entry of entries) {
      const fits = (!state.value || entry.dataset.state === state.value)
        && words.get(entry).includes(wanted);
      entry.hidden = !fits;
      shown += fits;
    }
    count.value = shown === entries.length ? "" : `${shown} of ${entries.length}`;
  };
  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const details = target && target.querySelector("details");
    if (details) details.open = true;
  };
  document.getElementById("controls").addEventListener("submit", (e) => e.preventDefault());
  find.addEventListener("input", choose);
  state.addEventListener("change", choose);
  window.addEventListener("hashchange", openTarget);
  openTarget();
})();

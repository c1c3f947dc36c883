(() => {
  "use strict";
  // Search in both languages, by alias and by id; what to do with a hit is decided by the listener of "kgraph-pick".
  const data = JSON.parse(document.getElementById("kgraph-data").textContent);
  const box = document.getElementById("search");
  const list = document.getElementById("hits");
  const count = document.getElementById("hit-count");
  const greek = { α: "alpha", β: "beta", γ: "gamma", δ: "delta", κ: "kappa", μ: "mu" };
  const most = 12;

  function folded(text) {
    const plain = text.normalize("NFKC").toLowerCase().replace(/[αβγδκμ]/g, (letter) => greek[letter]);
    return plain.replace(/[\s\-_'’‐–—·,，()（）]/g, "");
  }

  const entryOf = ([id, variable]) => ({
    id,
    label: variable.label,
    names: [...new Set([variable.label.en, variable.label.zh, id, id.slice(id.indexOf(":") + 1), ...variable.names])].map((name) => ({ name, folded: folded(name) })),
  });
  const index = Object.entries(data.variables).map(entryOf);

  function found(query) {
    const wanted = folded(query);
    if (!wanted) return [];
    const hits = [];
    for (const entry of index) {
      let best = null;
      for (const { name, folded: text } of entry.names) {
        const rank = text === wanted ? 0 : text.startsWith(wanted) ? 1 : text.includes(wanted) ? 2 : 9;
        if (rank < 9 && (best === null || rank < best.rank)) best = { rank, name };
      }
      if (best) hits.push({ id: entry.id, label: entry.label, rank: best.rank, name: best.name });
    }
    hits.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
    return hits;
  }

  function pick(id) {
    list.hidden = true;
    document.dispatchEvent(new CustomEvent("kgraph-pick", { detail: id }));
  }

  function show() {
    const language = window.kgraphLanguage.current();
    const hits = found(box.value);
    list.replaceChildren();
    for (const hit of hits.slice(0, most)) {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.variableId = hit.id;
      button.append(hit.label[language] + " ");
      const small = document.createElement("small");
      const other = hit.label[language === "zh" ? "en" : "zh"];
      small.textContent = hit.name === hit.label[language] || hit.name === other ? other : hit.name + " · " + other;
      button.append(small);
      button.addEventListener("click", () => pick(hit.id));
      item.append(button);
      list.append(item);
    }
    if (box.value.trim() && !hits.length) {
      const item = document.createElement("li");
      item.textContent = language === "zh" ? "无结果" : "Nothing found";
      list.append(item);
    }
    list.hidden = !box.value.trim();
    count.textContent = box.value.trim() ? (language === "zh" ? hits.length + " 个结果" : hits.length + " found") : "";
  }

  function step(from, by) {
    const buttons = [...list.querySelectorAll("button")];
    const place = buttons.indexOf(from) + by;
    if (place < 0) box.focus();
    else if (buttons[place]) buttons[place].focus();
  }

  box.addEventListener("input", show);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      const hits = found(box.value);
      if (hits.length) pick(hits[0].id);
      event.preventDefault();
    } else if (event.key === "ArrowDown") {
      step(null, 1);
      event.preventDefault();
    } else if (event.key === "Escape") {
      list.hidden = true;
    }
  });
  list.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      step(document.activeElement, event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
    } else if (event.key === "Escape") {
      list.hidden = true;
      box.focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) list.hidden = true;
  });
  document.addEventListener("kgraph-language", () => {
    if (!list.hidden) show();
  });
  document.addEventListener("kgraph-more", (event) => index.push(...event.detail.map(entryOf)));
  window.kgraphSearch = { found, folded };
})();

(() => {
  "use strict";
  // Pages that are lists: the searchbox narrows what is listed, and the address remembers it.
  const language = window.kgraphLanguage;
  const box = document.getElementById("search");
  const said = document.getElementById("evidence");
  const entries = [...document.querySelectorAll(".entry")];
  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s\-_'’·,，()（）]/g, "");
  const texts = entries.map((entry) => folded(entry.textContent));

  const all = () => entries.filter((entry) => !entry.closest(language.current() === "zh" ? ".en" : ".zh")).length;

  function narrow() {
    const wanted = folded(box.value);
    let count = 0;
    entries.forEach((entry, number) => {
      entry.hidden = !texts[number].includes(wanted);
      if (!entry.hidden && !entry.closest(language.current() === "zh" ? ".en" : ".zh")) count += 1;
    });
    for (const section of document.querySelectorAll("main section")) {
      const own = [...section.querySelectorAll(".entry")];
      if (own.length) section.hidden = own.every((entry) => entry.hidden);
    }
    if (wanted) said.textContent = language.current() === "zh" ? "显示 " + count + "/" + all() : count + " of " + all() + " shown";
    else said.textContent = "";
    language.remember({ find: box.value.trim() });
  }

  function select(id) {
    const entry = entries.find((one) => one.dataset.pageId === id);
    if (entry) entry.scrollIntoView({ block: "center" });
    return Boolean(entry);
  }

  box.addEventListener("input", narrow);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    box.value = "";
    narrow();
  });
  document.addEventListener("kgraph-language", () => box.value.trim() && narrow());
  const asked = language.parameters().get("find");
  if (asked) {
    box.value = asked;
    narrow();
  }
  window.kgraph = {
    ready: document.fonts.ready.then(() => undefined),
    positions: () => ({}),
    scale: () => 1,
    select,
    state: () => ({ language: language.current(), find: box.value.trim() }),
  };
})();

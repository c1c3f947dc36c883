(() => {
  "use strict";
  // One place that knows the language of the page; others listen for the event "kgraph-language".
  const root = document.documentElement;
  const tags = { en: "en", zh: "zh-Hans" };
  const chooser = document.getElementById("language");
  root.classList.add("js");

  function parameters() {
    return new URLSearchParams(location.hash.replace(/^#/, ""));
  }

  function current() {
    return root.lang.startsWith("zh") ? "zh" : "en";
  }

  function apply(language) {
    root.lang = tags[language] || "en";
    if (chooser) chooser.value = current();
    const title = document.querySelector("title");
    title.textContent = title.dataset[current()];
    for (const element of document.querySelectorAll("[data-label-en]")) {
      element.setAttribute("aria-label", current() === "zh" ? element.dataset.labelZh : element.dataset.labelEn);
    }
    for (const element of document.querySelectorAll("[data-placeholder-en]")) {
      element.placeholder = current() === "zh" ? element.dataset.placeholderZh : element.dataset.placeholderEn;
    }
    for (const link of document.querySelectorAll("a[data-page]")) {
      link.href = link.dataset.page + "#lang=" + current();
    }
    document.dispatchEvent(new CustomEvent("kgraph-language", { detail: current() }));
  }

  function remember(changes, { push = false } = {}) {
    const now = parameters();
    for (const [key, value] of Object.entries(changes)) {
      if (value) now.set(key, value);
      else now.delete(key);
    }
    const hash = now.toString() ? "#" + now.toString() : location.pathname + location.search;
    if (hash === location.hash) return;
    if (push) history.pushState(null, "", hash);
    else history.replaceState(null, "", hash);
  }

  const asked = parameters().get("lang");
  window.kgraphLanguage = { current, apply, remember, parameters };
  apply(tags[asked] ? asked : current());
  if (chooser) {
    chooser.addEventListener("change", () => {
      apply(chooser.value);
      remember({ lang: chooser.value });
    });
  }
})();

(() => {
  "use strict";
  // The quiz of a lesson: options chosen, names typed in either language, steps put in order; every key came from the solver.
  const language = window.kgraphLanguage;
  const keys = JSON.parse(document.getElementById("kgraph-data").textContent).quiz;
  const said = (en, zh) => (language.current() === "zh" ? zh : en);
  const greek = { α: "alpha", β: "beta", γ: "gamma", δ: "delta", κ: "kappa" };
  const folded = (text) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[αβγδκ]/g, (letter) => greek[letter])
      .replace(/[\s\-_'’·.,，。()（）]/g, "");
  const score = document.getElementById("score");
  const done = new Map();

  function chosen(form, key) {
    if (key.order) {
      const places = [...form.querySelectorAll(".place")].map((one) => [Number(one.value), one.dataset.option]);
      return places.every(([place]) => place) ? places.sort((one, other) => one[0] - other[0]).map(([, id]) => id) : [];
    }
    const typed = form.querySelector(".type");
    if (typed && typed.value.trim()) {
      const wanted = folded(typed.value);
      const found = Object.keys(key.names).find((id) => key.names[id].some((name) => folded(name) === wanted));
      return [found || "?"];
    }
    return [...form.querySelectorAll("input:checked")].map((one) => one.value);
  }

  function correct(form) {
    const key = keys[form.dataset.exerciseId];
    const given = chosen(form, key);
    const line = form.querySelector(".said");
    if (!given.length) {
      line.textContent = said("Choose or type an answer first.", "请先选择或键入答案。");
      return;
    }
    const right = key.order ? given.join("|") === key.key.join("|") : [...given].sort().join("|") === [...key.key].sort().join("|");
    for (const option of form.querySelectorAll(".option")) {
      const input = option.querySelector("input");
      option.classList.toggle("right", key.key.includes(input.value));
      option.classList.toggle("wrong", input.checked && !key.key.includes(input.value));
    }
    line.textContent = right ? said("Right.", "对。") : said("Wrong.", "错。");
    form.classList.toggle("solved", right);
    form.querySelector(".answer").open = true;
    if (!done.has(form.dataset.exerciseId)) done.set(form.dataset.exerciseId, right);
    tell();
  }

  function tell() {
    if (!score) return;
    const count = [...done.values()].filter(Boolean).length;
    score.textContent = done.size ? said(count + " of " + done.size + " right at the first try", "首次作答" + done.size + "题，答对" + count + "题") : "";
  }

  for (const form of document.querySelectorAll(".exercise")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      correct(form);
    });
  }
  const answers = document.getElementById("answers");
  const spread = () => {
    document.documentElement.classList.toggle("answers", Boolean(answers && answers.checked));
    for (const one of document.querySelectorAll("details.answer")) one.dataset.was = String(one.open);
    if (answers && answers.checked) for (const one of document.querySelectorAll("details.answer")) one.open = true;
  };
  window.addEventListener("beforeprint", spread);
  answers?.addEventListener("change", spread);
  window.addEventListener("afterprint", () => {
    for (const one of document.querySelectorAll("details.answer")) one.open = one.dataset.was === "true";
  });
  document.getElementById("print")?.addEventListener("click", () => window.print());
  document.addEventListener("kgraph-language", tell);
})();

(() => {
  "use strict";
  // Steps of a lesson: one at a time, by button, key, search or address. The drawing never moves; old and later steps are dimmed.
  const language = window.kgraphLanguage;
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById("kgraph-data").textContent);
  const steps = [...document.querySelectorAll(".step")];
  const where = document.getElementById("where");
  const box = document.getElementById("search");
  const said = (en, zh) => (language.current() === "zh" ? zh : en);
  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s\-_'’·,，()（）]/g, "");
  const drawn = (kind) => [...document.querySelectorAll("#drawn [data-" + kind + "-id]")];
  let current = 1;
  let every = false;

  function dress() {
    const first = new Map();
    data.steps.forEach((links, number) => links.forEach((link) => first.has(link) || first.set(link, number + 1)));
    const ends = new Map();
    for (const [link, number] of first) {
      const [subject, , object] = link.split("|");
      for (const end of [subject, object]) ends.set(end, Math.min(ends.get(end) || number, number));
    }
    const now = new Set(data.steps[current - 1] || []);
    const near = new Set([...now].flatMap((link) => [link.split("|")[0], link.split("|")[2]]));
    const told = steps.length && (data.steps[current - 1] || []).length;
    const style = (part, number, here) => {
      const all = every || !told;
      part.classList.toggle("now", !all && here);
      part.classList.toggle("old", !all && !here && number <= current);
      part.classList.toggle("later", !all && !here && number > current);
    };
    for (const part of drawn("link")) style(part, first.get(part.dataset.linkId) || 99, now.has(part.dataset.linkId));
    for (const part of drawn("variable")) style(part, ends.get(part.dataset.variableId) || 99, near.has(part.dataset.variableId));
  }

  function show({ push = false, focus = false } = {}) {
    document.body.classList.toggle("stepping", !every);
    steps.forEach((step, number) => step.classList.toggle("current", number + 1 === current));
    where.textContent = every ? said("all " + steps.length + " steps", "全部" + steps.length + "步") : current + " / " + steps.length;
    document.getElementById("back").disabled = every || current === 1;
    document.getElementById("next").disabled = every || current === steps.length;
    document.getElementById("every").setAttribute("aria-pressed", String(every));
    dress();
    language.remember({ step: every ? "all" : String(current) }, { push });
    if (focus && steps[current - 1]) steps[current - 1].focus({ preventScroll: true });
  }

  function go(number, options) {
    every = false;
    current = Math.min(steps.length, Math.max(1, number));
    show(options);
  }

  function read() {
    const asked = language.parameters();
    every = asked.get("step") === "all";
    const number = Number.parseInt(asked.get("step"), 10);
    current = Number.isInteger(number) ? Math.min(steps.length, Math.max(1, number)) : 1;
    project(asked.get("theme") === "projector", false);
    show();
  }

  function project(on, keep = true) {
    root.classList.toggle("projector", on);
    document.getElementById("projector").setAttribute("aria-pressed", String(on));
    if (keep) language.remember({ theme: on ? "projector" : "" });
  }

  function filter() {
    const off = [...document.querySelectorAll("[data-filter]")].filter((one) => !one.checked);
    const hidden = (part) => off.some((one) => part.dataset[one.dataset.filter] === one.value);
    for (const part of document.querySelectorAll(".told[data-sign],#claims tbody tr")) part.hidden = hidden(part);
    const rows = [...document.querySelectorAll("#claims tbody tr")];
    for (const part of drawn("link")) {
      const own = rows.filter((row) => row.dataset.linkId === part.dataset.linkId);
      part.classList.toggle("gone", own.length > 0 && own.every((row) => row.hidden));
    }
  }

  function find() {
    const wanted = folded(box.value);
    if (!wanted) return;
    const number = steps.findIndex((step) => folded(step.textContent).includes(wanted));
    if (number >= 0) go(number + 1);
    where.textContent = number >= 0 ? where.textContent : said("not in this lesson", "本课未涉及");
  }

  function select(id) {
    const number = steps.findIndex((step) =>
      [...step.querySelectorAll("[data-claim-id]")].some((one) => one.dataset.claimId === id || one.dataset.linkId === id || one.dataset.linkId.split("|").includes(id)),
    );
    if (number >= 0) go(number + 1, { push: true });
    return number >= 0;
  }

  document.getElementById("back").addEventListener("click", () => go(current - 1, { push: true, focus: true }));
  document.getElementById("next").addEventListener("click", () => go(current + 1, { push: true, focus: true }));
  document.getElementById("every").addEventListener("click", () => {
    every = !every;
    show({ push: true });
  });
  document.getElementById("projector").addEventListener("click", () => project(!root.classList.contains("projector")));
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input,select,textarea,[role=group][tabindex]") || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowRight" || event.key === "PageDown") go(current + 1, { push: true });
    else if (event.key === "ArrowLeft" || event.key === "PageUp") go(current - 1, { push: true });
    else if (event.key === "Home") go(1, { push: true });
    else if (event.key === "End") go(steps.length, { push: true });
    else if (event.key === "Escape") show();
    else return;
    event.preventDefault();
  });
  document.getElementById("drawn")?.addEventListener("click", (event) => {
    const part = event.target.closest("[data-link-id],[data-variable-id]");
    if (part) select(part.dataset.linkId || part.dataset.variableId);
  });
  for (const link of document.querySelectorAll("[data-jump]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      go(Number(link.dataset.jump), { push: true, focus: true });
      document.querySelector(".stage").scrollIntoView();
    });
  }
  for (const one of document.querySelectorAll("[data-filter]")) one.addEventListener("change", filter);
  for (const guess of document.querySelectorAll(".guess")) {
    for (const button of guess.querySelectorAll("[data-guess]")) {
      button.addEventListener("click", () => {
        const right = button.dataset.guess === guess.dataset.right;
        for (const other of guess.querySelectorAll("[data-guess]")) {
          other.classList.toggle("right", other.dataset.guess === guess.dataset.right);
          other.classList.toggle("wrong", other === button && !right);
        }
        guess.querySelector(".said").textContent = right ? said("Right.", "对。") : said("Not so.", "不对。");
        guess.querySelector(".answer").open = true;
      });
    }
  }
  box?.addEventListener("input", find);
  box?.addEventListener("keydown", (event) => {
    if (event.key === "Escape") box.value = "";
  });
  window.addEventListener("popstate", read);
  window.addEventListener("hashchange", read);
  document.addEventListener("kgraph-language", () => show());
  const centre = (part) => {
    const shape = part.getBBox();
    return [Math.round(shape.x + shape.width / 2), Math.round(shape.y + shape.height / 2)];
  };
  window.kgraph = {
    ready: document.fonts.ready.then(() => undefined),
    positions: () => Object.fromEntries(drawn("variable").filter((one) => one.getClientRects().length).map((one) => [one.dataset.variableId, centre(one)])),
    scale: () => {
      const shown = [...document.querySelectorAll("#drawn .drawing")].find((one) => one.getClientRects().length);
      return shown ? shown.getBoundingClientRect().width / shown.viewBox.baseVal.width : 1;
    },
    select,
    state: () => ({ language: language.current(), step: every ? "all" : current, projector: root.classList.contains("projector") }),
  };
  read();
})();

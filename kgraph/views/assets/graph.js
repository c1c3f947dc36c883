(() => {
  "use strict";
  // What is selected, what is filtered, what the panel says, and what the address remembers.
  const canvas = window.kgraphCanvas;
  const { data } = canvas;
  const language = window.kgraphLanguage;
  const panel = document.getElementById("panel");
  const hint = document.getElementById("hint");
  const evidence = document.getElementById("evidence");
  const host = document.getElementById("canvas");
  const boxes = [...document.querySelectorAll("input[data-filter]")];
  const rows = [...document.querySelectorAll("#claims tr[data-claim-id]")];
  const words = {
    into: { en: "Acts on it", zh: "作用于它" },
    out: { en: "It acts on", zh: "它作用于" },
    close: { en: "Close", zh: "关闭" },
    none: { en: "nothing in this picture", zh: "本图中没有" },
    also: { en: "Names", zh: "名称" },
    ringed: { en: "Contradicted or disputed: see both sides.", zh: "有矛盾或质疑：请看双方。" },
  };
  const arrows = { "+": "▶", "-": "⊣", "?": "◇" };
  const linkOfClaim = {};
  for (const [id, link] of Object.entries(data.links)) for (const claim of link.claims) linkOfClaim[claim] = id;
  let selected = null;
  let before = null;

  function said(text) {
    return ["en", "zh"].map((one) => {
      const span = document.createElement("span");
      span.className = one;
      span.lang = one === "zh" ? "zh-Hans" : "en";
      span.textContent = text[one];
      return span;
    });
  }

  function element(tag, content, kind) {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    made.append(...content);
    return made;
  }

  function off(group) {
    return new Set(boxes.filter((box) => box.dataset.filter === group && !box.checked).map((box) => box.value));
  }

  // A link shows while, in each group of the legend, one of its own entries is on.
  function hiddenLinks() {
    const without = { sign: off("sign"), directness: off("directness"), layer: off("layer"), mechanism: off("mechanism"), scale: off("scale") };
    const hidden = new Set();
    for (const [id, link] of Object.entries(data.links)) {
      const gone = [link.subject, link.object].some((one) => without.scale.has(data.variables[one].scale)) || without.sign.has(link.sign) || without.directness.has(link.directness) ||
        link.layers.every((one) => without.layer.has(one)) || link.mechanisms.every((one) => without.mechanism.has(one));
      if (gone) hidden.add(id);
    }
    return hidden;
  }

  function near() {
    if (!selected) return null;
    const kept = new Set([selected.id]);
    for (const [id, link] of Object.entries(data.links)) {
      const own = selected.kind === "link" ? id === selected.id : link.subject === selected.id || link.object === selected.id;
      if (own) [id, link.subject, link.object].forEach((one) => kept.add(one));
    }
    return kept;
  }

  function refresh() {
    const hidden = hiddenLinks();
    const used = new Set();
    for (const [id, link] of Object.entries(data.links)) if (!hidden.has(id)) [link.subject, link.object].forEach((one) => used.add(one));
    const kept = near();
    const filtering = boxes.some((box) => !box.checked);
    canvas.show({
      hidden: (id) => hidden.has(id),
      dim: (id) => (kept ? !kept.has(id) : false) || (filtering && !(id in data.links) && !used.has(id)),
    });
    for (const row of rows) {
      row.hidden = hidden.has(row.dataset.linkId);
      const mine = selected && selected.kind === "link" && row.dataset.linkId === selected.id;
      row.classList.toggle("selected", Boolean(mine));
      if (mine) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
    for (const row of document.querySelectorAll("#variables tr[data-variable-id]")) {
      row.classList.toggle("selected", Boolean(selected && selected.id === row.dataset.variableId));
    }
    canvas.mark({ nodes: selected && selected.kind === "variable" ? [selected.id] : [], edges: selected && selected.kind === "link" ? [selected.id] : [] });
  }

  function goButton(id) {
    const link = data.links[id];
    const text = {};
    for (const one of ["en", "zh"]) text[one] = data.variables[link.subject].label[one] + " " + arrows[link.sign] + " " + data.variables[link.object].label[one];
    const button = element("button", said(text), "go");
    button.type = "button";
    button.dataset.linkId = id;
    button.addEventListener("click", () => select(id, { focus: true }));
    return button;
  }

  function variablePanel(id) {
    const variable = data.variables[id];
    const hidden = hiddenLinks();
    const parts = [element("h3", said(variable.label)), element("p", [variable.names.join(" · ")], "count")];
    for (const [side, end] of [["into", "object"], ["out", "subject"]]) {
      parts.push(element("h3", said(words[side])));
      const links = Object.keys(data.links).filter((one) => data.links[one][end] === id && !hidden.has(one));
      parts.push(...(links.length ? links.map(goButton) : [element("p", said(words.none))]));
    }
    return parts;
  }

  function linkPanel(id) {
    const link = data.links[id];
    const parts = link.ringed ? [element("p", said(words.ringed), "warn")] : [];
    const title = {};
    for (const one of ["en", "zh"]) title[one] = data.variables[link.subject].label[one] + " " + arrows[link.sign] + " " + data.variables[link.object].label[one];
    parts.unshift(element("h3", said(title)));
    for (const row of rows.filter((one) => one.dataset.linkId === id)) {
      const claim = element("div", [], "claim");
      claim.dataset.claimId = row.dataset.claimId;
      claim.dataset.sign = row.dataset.sign;
      const sentence = element("p", [...row.querySelector(".pick").cloneNode(true).childNodes]);
      claim.append(sentence, row.querySelector(".layer").cloneNode(true), ...[...row.querySelector(".why").children].map((one) => one.cloneNode(true)));
      parts.push(claim);
    }
    const rivals = Object.keys(data.links).filter((one) => one !== id && data.links[one].subject === link.subject && data.links[one].object === link.object);
    parts.push(...rivals.map(goButton));
    return parts;
  }

  function fillPanel() {
    panel.replaceChildren();
    hint.hidden = Boolean(selected);
    document.body.classList.toggle("selected-something", Boolean(selected));
    if (!selected) return;
    const close = element("button", said(words.close), "close");
    close.type = "button";
    close.addEventListener("click", () => clear());
    panel.append(close, ...(selected.kind === "variable" ? variablePanel(selected.id) : linkPanel(selected.id)));
    evidence.parentElement.scrollTop = 0;
  }

  function select(id, { focus = false, push = true } = {}) {
    const target = linkOfClaim[id] || id;
    if (target in data.variables) selected = { kind: "variable", id: target };
    else if (target in data.links) selected = { kind: "link", id: target };
    else return false;
    if (!evidence.contains(document.activeElement)) before = document.activeElement;
    fillPanel();
    refresh();
    canvas.reveal(selected.kind === "variable" ? target : data.links[target].subject);
    if (push) language.remember({ select: target }, { push: true });
    if (focus) evidence.focus({ preventScroll: true });
    return true;
  }

  function clear({ push = true } = {}) {
    selected = null;
    fillPanel();
    refresh();
    if (push) language.remember({ select: "" }, { push: true });
    if (before && before.isConnected && evidence.contains(document.activeElement)) before.focus();
  }

  function applyAddress() {
    const asked = language.parameters();
    const gone = new Set((asked.get("off") || "").split(",").filter(Boolean));
    for (const box of boxes) box.checked = !gone.has(box.dataset.filter + "." + box.value);
    if (!asked.get("select") || !select(asked.get("select"), { push: false })) clear({ push: false });
    const wanted = asked.get("lang");
    if (wanted && wanted !== language.current()) language.apply(wanted);
  }

  // The nearest variable in a direction; a step aside counts double.
  function towards(key) {
    const axis = key === "ArrowLeft" || key === "ArrowRight" ? 0 : 1;
    const way = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
    const ids = Object.keys(data.variables);
    if (!selected || selected.kind !== "variable") return ids.sort((a, b) => canvas.centre(a)[1] - canvas.centre(b)[1] || canvas.centre(a)[0] - canvas.centre(b)[0])[0];
    const here = canvas.centre(selected.id);
    let best = null;
    for (const id of ids) {
      const there = canvas.centre(id);
      const ahead = (there[axis] - here[axis]) * way;
      const cost = ahead + 2 * Math.abs(there[1 - axis] - here[1 - axis]);
      if (id !== selected.id && ahead > 8 && (!best || cost < best.cost)) best = { id, cost };
    }
    return best && best.id;
  }

  host.addEventListener("keydown", (event) => {
    if (event.key.startsWith("Arrow")) {
      const next = towards(event.key);
      if (next) select(next);
      event.preventDefault();
    } else if (event.key === "Enter" && selected) {
      evidence.focus();
      event.preventDefault();
    } else if (event.key === "+" || event.key === "=") canvas.zoom(1.25);
    else if (event.key === "-") canvas.zoom(0.8);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && selected && document.getElementById("hits").hidden) clear();
  });
  host.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    canvas.zoom(event.deltaY < 0 ? 1.15 : 0.87);
  }, { passive: false });
  document.getElementById("zoom-in").addEventListener("click", () => canvas.zoom(1.25));
  document.getElementById("zoom-out").addEventListener("click", () => canvas.zoom(0.8));
  document.getElementById("zoom-fit").addEventListener("click", () => canvas.fitAll());
  document.addEventListener("kgraph-pick", (event) => select(event.detail, { focus: true }));
  document.getElementById("main").addEventListener("click", (event) => {
    const button = event.target.closest(".pick");
    if (!button) return;
    const row = button.dataset.claimId ? button : button.closest("tr");
    before = button;
    select(row.dataset.claimId || row.dataset.variableId, { focus: true });
  });
  for (const box of boxes) {
    box.addEventListener("change", () => {
      refresh();
      if (selected) fillPanel();
      language.remember({ off: boxes.filter((one) => !one.checked).map((one) => one.dataset.filter + "." + one.value).join(",") });
    });
  }
  window.addEventListener("popstate", applyAddress);

  const ready = canvas.start({ variable: (id) => select(id), link: (id) => select(id), nothing: () => selected && clear() }).then(() => {
    applyAddress();
    canvas.fit();
  });
  window.kgraph = {
    ready,
    positions: () => canvas.positions(),
    scale: () => canvas.scale(),
    select: (id) => select(id),
    state: () => ({
      language: language.current(),
      layout: canvas.shape(),
      selected: selected ? selected.id : null,
      off: boxes.filter((box) => !box.checked).map((box) => box.dataset.filter + "." + box.value),
    }),
  };
})();

(() => {
  "use strict";
  // What is shown, selected, filtered, asked and supposed, and what the address remembers of it.
  const { data, variables, links, near, order, linkOfClaim, hiddenNear, unpacked, readable, rowOf, rowOfVariable, element, said, button } = window.kgraphData;
  const canvas = window.kgraphCanvas, language = window.kgraphLanguage;
  const { variablePanel, linkPanel } = window.kgraphPanel;
  const paths = window.kgraphPaths, suppose = window.kgraphSuppose;
  const { graphOf } = window.kgraphSigns;
  const by = (id) => document.getElementById(id);
  const evidence = by("evidence"), panel = by("panel"), hint = by("hint"), chooser = by("scene"), lanes = by("lanes"), only = by("only");
  const filters = window.kgraphFilters, { boxes, matches, stands, hiddenLink, reached } = filters;
  const tabs = [...document.querySelectorAll('[role="tab"]')];
  const STEP = 24;
  const none = () => ({ scene: data.start.length ? "start" : "all", open: [], pinned: [], lanes: false, selected: null, reach: "near", path: null, acts: new Map(), only: false, tab: "legend" });
  let state = none(), shown = new Set(), drawn = new Set(), before = null, graph = null, predictions = new Map();

  // --- what is shown -------------------------------------------------------------------------------------------------------

  const branches = (mechanism) => new Set([mechanism, ...data.mechanisms.filter((one) => one.part_of === mechanism).map((one) => one.id)]);
  const inside = (link, members) => link.claims.some((claim) => claim.mechanisms.some((one) => members.has(one)));

  function base() {
    if (state.scene === "path" && state.path) {
      const { ids, steps } = paths.drawnOf(state.path.found);
      return { ids, own: (id) => steps.has(id) };
    }
    if (state.scene.startsWith("mech:")) {
      const members = branches(state.scene);
      const ids = new Set();
      for (const link of links.values()) if (inside(link, members)) [link.subject, link.object].forEach((one) => ids.add(one));
      return { ids, own: (id) => inside(links.get(id), members) };
    }
    if (state.scene === "start") return { ids: new Set(data.start), own: () => true };
    return { ids: new Set(order()), own: () => true };
  }

  function scene() {
    const { ids, own } = base();
    const added = new Set(state.pinned.filter((one) => variables.has(one)));
    for (const id of state.open) {
      if (!variables.has(id)) continue;
      added.add(id);
      hiddenNear(id, new Set([...ids, ...added])).slice(0, STEP).forEach((one) => added.add(one));
    }
    added.forEach((one) => ids.add(one));
    shown = ids;
    const chosen = [...links.keys()].filter((id) => {
      const { subject, object } = links.get(id);
      return ids.has(subject) && ids.has(object) && (own(id) || added.has(subject) || added.has(object));
    });
    drawn = new Set(chosen);
    return { ids: [...ids].sort(), links: chosen.sort(), lanes: state.lanes };
  }

  function redraw(options) {
    canvas.draw(scene(), options);
    tellCounts();
    refresh();
  }

  function tellCounts() {
    const claims = [...drawn].reduce((sum, id) => sum + links.get(id).claims.length, 0);
    const away = { variables: data.order.length + data.hidden.variables - shown.size, links: data.edges.length + data.hidden.links - drawn.size };
    by("counts").replaceChildren(...said({ en: shown.size + " variables, " + drawn.size + " links, " + claims + " claims.", zh: shown.size + "个变量，" + drawn.size + "条连接，" + claims + "条主张。" }));
    const hidden = by("hidden");
    hidden.hidden = !away.variables && !away.links;
    hidden.replaceChildren(...said({ en: "Hidden: " + away.variables + " variables and " + away.links + " links.", zh: "未显示：" + away.variables + "个变量和" + away.links + "条连接。" }));
    const all = by("show-all");
    all.hidden = state.scene === "all" || order().length <= shown.size;
    all.replaceChildren(...said({ en: "Show " + order().length, zh: "显示" + order().length + "个" }));
    for (const box of boxes) {
      const count = [...drawn].filter((id) => matches(links.get(id), box)).length;
      box.closest("label").querySelector(".count").textContent = count;
      box.closest("label").classList.toggle("empty", !count);
    }
  }

  // The links that answers rest on: all in this file, or those with a claim whose layer and mechanism are on. A link of unreported
  // sign that was outdone by a signed one counts once that one does not.
  function signedGraph() {
    if (!graph) {
      const rests = [...links.values()].filter((link) => !state.only || link.claims.some(stands));
      const pairs = new Set(rests.filter((link) => link.sign !== "?").map((link) => link.subject + "|" + link.object));
      const outdone = state.only ? data.outdone.filter(([subject, object, claims]) => !pairs.has(subject + "|" + object) &&
        claims.some(([, layer, mechanisms]) => stands({ layer, mechanisms }))) : [];
      graph = graphOf([...variables.keys()], [...rests.map((link) => [link.subject, link.object, link.sign]), ...outdone.map(([subject, object]) => [subject, object, "?"])]);
    }
    return graph;
  }

  // --- highlighting --------------------------------------------------------------------------------------------------------

  // What stays bright; null when everything does.
  function bright() {
    if (state.path && state.path.chosen >= 0) {
      return new Set(state.path.found.chains[state.path.chosen].steps.flatMap(([u, w, sign]) => [u, w, u + "|" + sign + "|" + w]));
    }
    if (!state.selected) return null;
    if (links.has(state.selected)) {
      const { subject, object } = links.get(state.selected);
      return new Set([state.selected, subject, object]);
    }
    if (state.reach !== "near") return reached(state.selected, state.reach);
    const own = [...near.get(state.selected)].flatMap(([other, ids]) => [other, ...ids]);
    return new Set([state.selected, ...own]);
  }

  function refresh() {
    filters.read();
    const kept = bright(), used = new Set();
    for (const id of drawn) if (!hiddenLink(id)) [links.get(id).subject, links.get(id).object].forEach((one) => used.add(one));
    const filtering = filters.gone().length > 0;
    canvas.show({
      hidden: hiddenLink,
      dim: (id) => (kept ? !kept.has(id) : false) || (filtering && variables.has(id) && !used.has(id)),
      mark: (id) => (state.acts.size && !state.acts.has(id) ? suppose.mark(predictions.get(id)) : null),
      act: (id) => suppose.acts[state.acts.get(id)] || "",
      more: (id) => hiddenNear(id, shown).length,
      node: variables.has(state.selected) ? state.selected : null,
      link: links.has(state.selected) ? state.selected : null,
    });
    for (const id of drawn) for (const claim of links.get(id).claims) rowOf(claim.id);
    for (const id of shown) rowOfVariable(id);
    for (const row of document.querySelectorAll("#claims tr[data-claim-id]")) {
      const id = row.dataset.linkId, mine = state.selected === id;
      row.hidden = !drawn.has(id) || hiddenLink(id);
      row.classList.toggle("selected", mine);
      if (mine) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
    for (const row of document.querySelectorAll("#variables tr[data-variable-id]")) {
      row.hidden = !shown.has(row.dataset.variableId);
      row.classList.toggle("selected", state.selected === row.dataset.variableId);
    }
  }

  // --- selection -----------------------------------------------------------------------------------------------------------

  const view = () => ({ ...state, shown, drawn, step: STEP, off: hiddenLink, predictions });
  const act = { select, reach, expand, fold, suppose: change, path: fillPath, chain: choose, ask, clear: () => {} };

  function fillPanel() {
    panel.replaceChildren();
    hint.hidden = Boolean(state.selected);
    document.body.classList.toggle("selected-something", Boolean(state.selected));
    if (!state.selected) return;
    const close = button({ en: "Close", zh: "关闭" }, "close", () => clear());
    panel.append(close, ...(variables.has(state.selected) ? variablePanel : linkPanel)(state.selected, view(), act));
  }

  function show(id) {
    if (shown.has(id)) return false;
    state.pinned = [...new Set([...state.pinned, id])];
    if (![...near.get(id).keys()].some((one) => shown.has(one))) state.open = [...new Set([...state.open, id])];
    return true;
  }

  function select(id, { focus = false, push = true } = {}) {
    const target = linkOfClaim.get(id) || id;
    if (!variables.has(target) && !links.has(target)) return false;
    state.selected = target;
    if (state.path) state.path.chosen = -1;
    if (!evidence.contains(document.activeElement)) before = document.activeElement;
    const ends = variables.has(target) ? [target] : [links.get(target).subject, links.get(target).object];
    const moved = ends.map(show).some(Boolean) || (links.has(target) && !drawn.has(target) && Boolean((state.pinned = [...new Set([...state.pinned, ...ends])])));
    openTab("evidence");
    if (moved) redraw();
    else refresh();
    fillPanel();
    evidence.parentElement.scrollTop = 0;
    canvas.reveal(ends[0]);
    if (push) remember({ push: true });
    if (focus) evidence.focus({ preventScroll: true });
    return true;
  }

  function clear({ push = true } = {}) {
    state.selected = null;
    if (state.path) state.path.chosen = -1;
    fillPanel();
    refresh();
    tellPath();
    if (push) remember({ push: true });
    if (before && before.isConnected && evidence.contains(document.activeElement)) before.focus();
  }

  function reach(way) {
    state.reach = way;
    fillPanel();
    refresh();
    remember();
    panel.querySelector('[data-reach="' + way + '"]').focus();
  }

  function expand(id) {
    state.open = [...state.open, id];
    redraw({ anchor: id });
    fillPanel();
    remember({ push: true });
  }

  function fold(id) {
    state.open = state.open.filter((one) => one !== id);
    redraw({ anchor: id });
    fillPanel();
    remember({ push: true });
  }

  function setScene(name) {
    Object.assign(state, { scene: name, open: [], pinned: [] });
    chooser.value = name;
    redraw();
    fillPanel();
    remember({ push: true });
  }

  // --- paths and what if ---------------------------------------------------------------------------------------------------

  function fillPath(end, id) {
    paths.write(end, id);
    openTab("paths");
    by(end === "from" ? "path-to" : "path-from").focus();
  }

  function ask(from, to, { chosen = -1, push = true } = {}) {
    const found = paths.chains(signedGraph(), paths.idsOf(from), paths.idsOf(to));
    state.path = { from, to, found, chosen, undrawn: paths.drawnOf(found).undrawn };
    paths.write("from", from);
    paths.write("to", to);
    if (found.chains.length) Object.assign(state, { scene: "path", open: [], pinned: [], selected: null });
    chooser.querySelector('[value="path"]').hidden = !found.chains.length;
    chooser.value = state.scene;
    openTab("paths");
    fillPanel();
    if (push) redraw();
    tellPath();
    if (push) remember({ push: true });
    return found;
  }

  function tellPath() {
    paths.tell(state.path, act);
  }

  function choose(number) {
    state.path.chosen = number;
    state.selected = null;
    fillPanel();
    refresh();
    tellPath();
    remember();
    const made = by("path-answer").querySelectorAll(".go")[Math.max(number, 0)];
    if (made) made.focus({ preventScroll: true });
  }

  function solve() {
    predictions = state.acts.size ? window.kgraphWhatIf.whatIf(signedGraph(), state.acts) : new Map();
    return predictions;
  }

  function change(id, action, { push = true } = {}) {
    if (action) state.acts.set(id, action);
    else state.acts.delete(id);
    state.acts = new Map([...state.acts].sort((a, b) => (a[0] < b[0] ? -1 : 1)));
    solve();
    openTab("suppose");
    const moved = action && variables.has(id) && show(id);
    if (moved) redraw();
    else refresh();
    suppose.tell(view(), act);
    if (push) remember({ push: true });
    return predictions;
  }

  function again() {
    graph = null;
    solve();
    suppose.tell(view(), act);
    if (state.path) ask(state.path.from, state.path.to, { push: false });
  }

  // --- tabs and address ----------------------------------------------------------------------------------------------------

  function openTab(name, { focus = false } = {}) {
    state.tab = name;
    for (const tab of tabs) {
      const mine = tab.dataset.tab === name;
      tab.setAttribute("aria-selected", String(mine));
      tab.tabIndex = mine ? 0 : -1;
      by(tab.dataset.tab).hidden = !mine;
      if (mine && focus) tab.focus();
    }
  }

  function remember({ push = false } = {}) {
    const acts = [...state.acts].map(([id, action]) => id + "!" + action).join(" ");
    language.remember({
      show: state.scene === none().scene ? "" : state.scene,
      open: state.open.join(" "),
      pin: state.pinned.join(" "),
      lanes: state.lanes ? "1" : "",
      select: state.selected || "",
      reach: state.reach === "near" ? "" : state.reach,
      off: filters.gone().join(","),
      from: state.path ? state.path.from : "",
      to: state.path ? state.path.to : "",
      chain: state.path && state.path.chosen >= 0 ? String(state.path.chosen + 1) : "",
      if: acts,
      only: state.only ? "1" : "",
      tab: state.tab === "legend" ? "" : state.tab,
    }, { push });
  }

  function applyAddress() {
    const asked = language.parameters();
    const listed = (key) => (asked.get(key) || "").split(" ").filter((one) => variables.has(one));
    const gone = new Set((asked.get("off") || "").split(",").filter(Boolean));
    const wanted = asked.get("show") || none().scene;
    const known = [...chooser.options].some((option) => option.value === wanted && !(wanted === "path" && !asked.get("from")));
    state = { ...none(), scene: known ? wanted : none().scene, open: listed("open"), pinned: listed("pin"), lanes: asked.get("lanes") === "1", only: asked.get("only") === "1", reach: ["up", "down"].includes(asked.get("reach")) ? asked.get("reach") : "near" };
    state.acts = new Map((asked.get("if") || "").split(" ").map((one) => one.split("!")).filter(([id, action]) => variables.has(id) && suppose.acts[action]));
    filters.write(gone);
    lanes.setAttribute("aria-pressed", String(state.lanes));
    only.checked = state.only;
    graph = null;
    solve();
    const [from, to] = [asked.get("from"), asked.get("to")];
    const scene_ = state.scene;
    if (from && to && paths.idsOf(from).length && paths.idsOf(to).length) {
      ask(from, to, { push: false, chosen: Number(asked.get("chain") || 0) - 1 });
      if (state.path.chosen >= state.path.found.chains.length) state.path.chosen = -1;
      if (scene_ !== "path") state.scene = scene_;
      tellPath();
    } else if (state.scene === "path") state.scene = none().scene;
    else tellPath();
    chooser.value = state.scene;
    const selected = asked.get("select"), tab = asked.get("tab");
    redraw();
    if (!selected || !select(selected, { push: false })) fillPanel();
    suppose.tell(view(), act);
    openTab(tabs.some((one) => one.dataset.tab === tab) ? tab : selected && state.selected ? "evidence" : "legend");
    const spoken = asked.get("lang");
    if (spoken && spoken !== language.current()) language.apply(spoken);
  }

  window.kgraphControls.start({
    state: () => state,
    shown: () => shown,
    drawn: () => drawn,
    returnTo: (one) => {
      before = one;
    },
    ...{ select, expand, clear, setScene, openTab, refresh, redraw, remember, again, fillPanel, hiddenLink },
  });
  document.addEventListener("kgraph-language", () => {
    fillChooser();
    if (state.path) for (const end of ["from", "to"]) paths.write(end, state.path[end]);
  });
  window.addEventListener("popstate", applyAddress);

  function fillChooser() {
    const chosen = chooser.value || state.scene;
    for (const option of [...chooser.options, ...by("suppose-act").options]) option.textContent = option.dataset[language.current()];
    chooser.value = chosen;
  }

  paths.start({ ...act, clear: () => {
    state.path = null;
    if (state.scene === "path") setScene(none().scene);
    chooser.querySelector('[value="path"]').hidden = true;
    ["from", "to"].forEach((end) => paths.write(end, ""));
    tellPath();
    refresh();
    remember();
  } });
  suppose.start({ ...act, clear: () => {
    state.acts = new Map();
    solve();
    suppose.tell(view(), act);
    refresh();
    remember();
  } });
  fillChooser();

  const standing = canvas.start(scene(), {
    variable: (id) => select(id),
    link: (id) => select(id),
    more: (id) => expand(id),
    nothing: () => state.selected && clear(),
  });
  tellCounts();
  refresh();
  // The picture stands; then what was put away is unpacked, and what the address asks of it is shown.
  const painted = () => new Promise((done) => setTimeout(done, 0));
  const ready = standing.then(painted).then(unpacked).then((more) => {
    graph = null;
    applyAddress();
    if (!more && !readable()) by("hidden").append(element("span", said({ en: " This browser cannot unpack them.", zh: "此浏览器无法解压。" })));
  });
  window.kgraph = {
    ready,
    positions: () => canvas.positions(),
    scale: () => canvas.scale(),
    select: (id) => select(id),
    expand: (id) => expand(id),
    show: (name) => setScene(name),
    paths: (from, to) => ask(from, to),
    whatIf: (acts) => Object.fromEntries(window.kgraphWhatIf.whatIf(signedGraph(), new Map(Object.entries(acts)))),
    suppose: (id, action) => Object.fromEntries(change(id, action)),
    state: () => ({
      language: language.current(),
      layout: canvas.shape(),
      scene: state.scene,
      lanes: state.lanes,
      selected: state.selected,
      reach: state.reach,
      tab: state.tab,
      shown: [...shown].sort(),
      links: [...drawn].sort(),
      acts: Object.fromEntries(state.acts),
      path: state.path && { from: state.path.from, to: state.path.to, chosen: state.path.chosen },
      off: filters.gone(),
    }),
  };
})();

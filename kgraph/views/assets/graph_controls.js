(() => {
  "use strict";
  // Keys, buttons and boxes of the explore page: what each of them asks the page to do.
  const { data, variables, links, hiddenNear } = window.kgraphData;
  const canvas = window.kgraphCanvas;
  const by = (id) => document.getElementById(id);
  const host = by("canvas"), evidence = by("evidence"), chooser = by("scene"), lanes = by("lanes"), only = by("only");
  const boxes = [...document.querySelectorAll("input[data-filter]")];
  const tabs = [...document.querySelectorAll('[role="tab"]')];
  let explore = null;

  // The nearest variable in a direction; a step aside counts double.
  function towards(key) {
    const { selected } = explore.state();
    const axis = key === "ArrowLeft" || key === "ArrowRight" ? 0 : 1;
    const way = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
    const ids = [...explore.shown()].sort();
    const from = variables.has(selected) ? selected : links.has(selected) ? links.get(selected).subject : null;
    if (!from) return data.focus.find((one) => explore.shown().has(one)) || ids.sort((a, b) => canvas.centre(a)[1] - canvas.centre(b)[1] || canvas.centre(a)[0] - canvas.centre(b)[0])[0];
    const here = canvas.centre(from);
    let best = null;
    for (const id of ids) {
      const there = canvas.centre(id);
      const ahead = (there[axis] - here[axis]) * way;
      const cost = ahead + 2 * Math.abs(there[1 - axis] - here[1 - axis]);
      if (id !== from && ahead > 8 && (!best || cost < best.cost)) best = { id, cost };
    }
    return best && best.id;
  }

  // The next line of the selected variable, or after the selected line.
  function nextLink(by_) {
    const { selected } = explore.state();
    const from = variables.has(selected) ? selected : selected && links.get(selected).subject;
    const own = [...explore.drawn()].filter((id) => !explore.hiddenLink(id) && (!from || links.get(id).subject === from || (variables.has(selected) && links.get(id).object === from))).sort();
    const place = own.indexOf(selected);
    return own[(place + by_ + own.length) % own.length];
  }

  function start(handle) {
    explore = handle;
    host.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { selected } = explore.state();
      const next = event.key.startsWith("Arrow") ? towards(event.key) : event.key === "l" || event.key === "L" ? nextLink(event.key === "l" ? 1 : -1) : null;
      if (event.key.startsWith("Arrow") || next) {
        if (next) explore.select(next);
        event.preventDefault();
      } else if (event.key === "Enter" && selected) {
        explore.openTab("evidence");
        evidence.focus();
        event.preventDefault();
      } else if (event.key === "e" && variables.has(selected) && hiddenNear(selected, explore.shown()).length) explore.expand(selected);
      else if (event.key === "+" || event.key === "=") canvas.zoom(1.25);
      else if (event.key === "-") canvas.zoom(0.8);
      else if (event.key === "0") canvas.fit();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !by("hits").hidden) return;
      const { selected, path } = explore.state();
      if (selected || (path && path.chosen >= 0)) explore.clear();
    });
    host.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      canvas.zoom(event.deltaY < 0 ? 1.15 : 0.87);
    }, { passive: false });
    by("zoom-in").addEventListener("click", () => canvas.zoom(1.25));
    by("zoom-out").addEventListener("click", () => canvas.zoom(0.8));
    by("zoom-fit").addEventListener("click", () => canvas.fit());
    by("show-all").addEventListener("click", () => explore.setScene("all"));
    chooser.addEventListener("change", () => explore.setScene(chooser.value));
    lanes.addEventListener("click", () => {
      explore.state().lanes = !explore.state().lanes;
      lanes.setAttribute("aria-pressed", String(explore.state().lanes));
      explore.redraw();
      explore.remember({ push: true });
    });
    only.addEventListener("change", () => {
      explore.state().only = only.checked;
      explore.again();
      explore.refresh();
      explore.remember();
    });
    for (const tab of tabs) {
      tab.addEventListener("click", () => {
        explore.openTab(tab.dataset.tab);
        explore.remember();
      });
      tab.addEventListener("keydown", (event) => {
        const by_ = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (by_) explore.openTab(tabs[(tabs.indexOf(tab) + by_ + tabs.length) % tabs.length].dataset.tab, { focus: true });
      });
    }
    document.addEventListener("kgraph-pick", (event) => explore.select(event.detail, { focus: true }));
    by("main").addEventListener("click", (event) => {
      const picked = event.target.closest("tr .pick");
      if (!picked) return;
      const row = picked.closest("tr");
      explore.returnTo(picked);
      explore.select(row.dataset.claimId || row.dataset.variableId, { focus: true });
    });
    for (const box of boxes) {
      box.addEventListener("change", () => {
        explore.refresh();
        explore.fillPanel();
        if (explore.state().only) explore.again();
        explore.remember();
      });
    }
    for (const one of document.querySelectorAll("[data-every]")) {
      one.addEventListener("click", () => {
        for (const box of boxes) if (box.dataset.filter === one.dataset.every) box.checked = one.dataset.to === "on";
        boxes[0].dispatchEvent(new Event("change"));
      });
    }
  }

  window.kgraphControls = { start };
})();

(() => {
  "use strict";
  // What the evidence region says of a variable or a link. What is selected is decided in graph_explore.js.
  const { variables, links, near, entities, said, element, button, linkName, rowOf, hiddenNear } = window.kgraphData;
  const words = {
    into: { en: "Acts on it", zh: "作用于它" },
    out: { en: "It acts on", zh: "它作用于" },
    none: { en: "nothing", zh: "没有" },
    ringed: { en: "Contradicted or disputed: see both sides.", zh: "有矛盾或质疑：请看双方。" },
    rivals: { en: "The same pair, another sign", zh: "同一对变量，方向不同" },
    untold: { en: "The claims of this link are not in this file: kgraph claims shows them.", zh: "本文件不含此连接的主张，可用 kgraph claims 查看。" },
    entity: { en: "Entity: ", zh: "实体：" },
    near: { en: "Neighbours", zh: "邻居" },
    up: { en: "Upstream", zh: "上游" },
    down: { en: "Downstream", zh: "下游" },
    lit: { en: "Highlight", zh: "突出显示" },
    fold: { en: "Hide what was added here", zh: "收起此处展开的内容" },
    suppose: { en: "What if it …", zh: "假设它……" },
    ways: { en: "Paths from here", zh: "由此出发的路径" },
    hither: { en: "Paths to here", zh: "到达此处的路径" },
  };
  const actions = { raise: { en: "rises", zh: "升高" }, lower: { en: "falls", zh: "降低" }, block: { en: "is blocked", zh: "被阻断" } };

  function goButton(id, act) {
    const made = button(linkName(id), "go", () => act.select(id, { focus: true }));
    made.dataset.linkId = id;
    made.dataset.sign = links.get(id).sign;
    return made;
  }

  function group(name, buttons) {
    const made = element("div", [element("span", said(name), "count"), ...buttons], "choices");
    made.setAttribute("role", "group");
    return made;
  }

  function variablePanel(id, state, act) {
    const variable = variables.get(id);
    const names = [...new Set([variable.label.en, variable.label.zh, ...variable.names, id])];
    const parts = [element("h3", said(variable.label)), element("p", [names.join(" · ")], "count")];
    if (entities[variable.entity]) parts.push(element("p", [...said(words.entity), ...said(entities[variable.entity])], "count"));
    const lit = ["near", "up", "down"].map((one) => {
      const made = button(words[one], "choice", () => act.reach(one));
      made.dataset.reach = one;
      made.setAttribute("aria-pressed", String(state.reach === one));
      return made;
    });
    parts.push(group(words.lit, lit));
    parts.push(group(words.suppose, Object.keys(actions).map((one) => {
      const made = button(actions[one], "choice", () => act.suppose(id, one));
      made.dataset.act = one;
      return made;
    })));
    parts.push(element("div", [button(words.ways, "choice", () => act.path("from", id)), button(words.hither, "choice", () => act.path("to", id))], "choices"));
    const hidden = hiddenNear(id, state.shown).length;
    const more = [];
    if (hidden) {
      const made = button({ en: "Show " + Math.min(hidden, state.step) + " of " + hidden + " hidden neighbours", zh: "展开" + hidden + "个未显示邻居中的" + Math.min(hidden, state.step) + "个" }, "choice expand", () => act.expand(id));
      more.push(made);
    }
    if (state.open.includes(id)) more.push(button(words.fold, "choice fold", () => act.fold(id)));
    if (more.length) parts.push(element("div", more, "choices"));
    for (const [side, end] of [["into", "object"], ["out", "subject"]]) {
      const own = [...near.get(id).values()].flat().filter((one) => links.get(one)[end] === id && !state.off(one));
      own.sort((a, b) => state.drawn.has(b) - state.drawn.has(a) || (a < b ? -1 : 1));
      const list = [...new Set(own)].slice(0, 60).map((one) => goButton(one, act));
      parts.push(element("h3", [...said(words[side]), " (" + new Set(own).size + ")"]), ...(list.length ? list : [element("p", said(words.none))]));
    }
    return parts;
  }

  function claimOf(row) {
    const claim = element("div", [], "claim");
    claim.dataset.claimId = row.dataset.claimId;
    claim.dataset.sign = row.dataset.sign;
    const sentence = element("p", [row.querySelector(".arrow").cloneNode(true), " ", ...[...row.querySelector(".pick").childNodes].map((one) => one.cloneNode(true))]);
    const mechanisms = [...row.querySelectorAll(".mechanism")].map((one) => one.cloneNode(true));
    claim.append(sentence, row.querySelector(".layer").cloneNode(true), ...mechanisms, ...[...row.querySelector(".why").children].map((one) => one.cloneNode(true)));
    return claim;
  }

  function linkPanel(id, state, act) {
    const link = links.get(id);
    const title = element("h3", said(linkName(id)));
    const parts = [title, ...(link.ringed ? [element("p", said(words.ringed), "warn")] : [])];
    const rows = link.claims.map((claim) => rowOf(claim.id));
    parts.push(...rows.filter(Boolean).map(claimOf));
    if (rows.some((row) => !row)) parts.push(element("p", said(words.untold), "mark"));
    const rivals = near.get(link.subject).get(link.object).filter((one) => one !== id && links.get(one).subject === link.subject);
    if (rivals.length) parts.push(element("h3", said(words.rivals)), ...rivals.map((one) => goButton(one, act)));
    for (const end of [link.subject, link.object]) {
      const made = button(variables.get(end).label, "choice", () => act.select(end, { focus: true }));
      made.dataset.variableId = end;
      parts.push(made);
    }
    return parts;
  }

  window.kgraphPanel = { variablePanel, linkPanel };
})();

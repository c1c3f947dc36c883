(() => {
  "use strict";
  // What if, as seen: what is done, what rises, falls, stays or is open and why, and what was observed under the same.
  const { data, variables, links, said, element, button, both, linkName, missing } = window.kgraphData;
  const words = data.words;
  const list = document.getElementById("acts"), answer = document.getElementById("suppose-answer"), form = document.getElementById("suppose-form");
  const input = document.getElementById("suppose-name"), kind = document.getElementById("suppose-act");
  const order = ["raised", "lowered", "undetermined", "unchanged"];
  const symbols = { raised: "▲", lowered: "▼", undetermined: "?", unchanged: "=" };
  const colours = { raised: "plus", lowered: "minus", undetermined: "unknown", unchanged: "soft" };
  const acts = { raise: "↑", lower: "↓", block: "✕", "clamp+": "⤒", "clamp-": "⤓" };
  const headings = {
    raised: { en: "Rises", zh: "升高" },
    lowered: { en: "Falls", zh: "降低" },
    undetermined: { en: "Undetermined", zh: "未定" },
    unchanged: { en: "Stays", zh: "不变" },
  };
  const agreed = (seen, told) => (told === "undetermined" ? "undetermined" : seen === told ? "explained" : "contradicted");
  const name = (id) => variables.get(id).label;

  function chainText(chain) {
    return both((one) => chain.map(([u, w, sign], at) => (at ? "" : name(u)[one]) + " " + window.kgraphData.arrows[sign] + " " + name(w)[one]).join(""));
  }

  function why(one) {
    const reason = one.because === "chains agree" && !one.chains.some((chain) => chain.length) ? words.because.pushed : words.because[one.because];
    const shown = one.chains.filter((chain) => chain.length).map((chain) => element("small", said(chainText(chain))));
    if (one.loop.length) shown.push(element("small", [...said({ en: "Loop: ", zh: "回路：" }), ...said(chainText(one.loop))]));
    return [element("span", said(reason)), ...shown];
  }

  function entry(id, one, act) {
    const summary = element("summary", [element("span", [symbols[one.change]], "arrow"), " ", ...said(name(id))]);
    const made = element("details", [summary, element("div", [...why(one), button({ en: "Go there", zh: "查看" }, "choice", () => act.select(id, { focus: true }))])], "predicted");
    made.dataset.variableId = id;
    made.dataset.change = one.change;
    made.dataset.because = one.because;
    return element("li", [made]);
  }

  // Every observation made under exactly these interventions.
  function observedUnder(done) {
    const same = (list_) => list_.length === done.size && list_.every(([id, action]) => done.get(id) === action);
    return data.observations.filter((one) => same(one.acts));
  }

  function observation(one, predictions) {
    const told = predictions.get(one.variable) || { change: "unchanged" };
    const agreement = agreed(one.change, told.change);
    const made = element("div", [
      element("p", said(one.said)),
      element("p", [...said({ en: "Predicted: ", zh: "预测：" }), ...said(words.change[told.change]), " · ", ...said(words.agreement[agreement])], agreement === "contradicted" ? "warn" : "net"),
      ...one.evidence.map((piece) => element("small", said(piece))),
    ], "observed");
    made.dataset.observationId = one.id;
    made.dataset.agreement = agreement;
    return made;
  }

  function tell(state, act) {
    list.replaceChildren(...[...state.acts].map(([id, action]) => {
      const gone = button({ en: "Remove", zh: "移除" }, "choice", () => act.suppose(id, ""));
      const made = element("li", [element("strong", [acts[action] + " "]), ...said(name(id)), " ", ...said(words.done[action]), " ", gone]);
      made.dataset.variableId = id;
      made.dataset.act = action;
      return made;
    }));
    answer.replaceChildren();
    document.getElementById("suppose-clear").hidden = !state.acts.size;
    if (!state.acts.size) return;
    const predictions = state.predictions;
    const groups = order.map((change) => [change, [...predictions].filter(([, one]) => one.change === change)]);
    answer.append(element("p", said(both((one) => groups.map(([change, found]) => headings[change][one] + " " + found.length).join(" · "))), "verdict"));
    const seen = observedUnder(state.acts);
    if (seen.length) answer.append(element("h3", said({ en: "Observed under the same", zh: "相同干预下的观察" })), ...seen.map((one) => observation(one, predictions)));
    for (const [change, found] of groups) {
      if (!found.length) continue;
      answer.append(element("h3", [...said(headings[change]), " (" + found.length + ")"]));
      found.sort((a, b) => state.shown.has(b[0]) - state.shown.has(a[0]) || (a[0] < b[0] ? -1 : 1));
      answer.append(element("ul", found.slice(0, 200).map(([id, one]) => entry(id, one, act)), "predictions"));
      if (found.length > 200) answer.append(element("p", said({ en: "and " + (found.length - 200) + " more", zh: "另有" + (found.length - 200) + "个" }), "count"));
    }
    if ([...predictions.values()].some((one) => one.because === "limit")) answer.append(element("p", said({ en: "Some loops are too large to be searched in a page: kgraph what-if may know more.", zh: "部分回路过大，无法在网页中搜索：kgraph what-if 或可给出更多。" }), "warn"));
    if (missing()) answer.append(element("p", said({ en: missing() + " links of the graph are not in this file and did not count.", zh: "图谱中有" + missing() + "条连接不在本文件中，未计入。" }), "warn"));
    answer.append(element("p", said(words.assumed), "count"));
  }

  function start(act) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const found = window.kgraphPaths.meant(input.value);
      const ids = found ? (found.variables.length > 1 && window.kgraphSearch.found(input.value).length ? [window.kgraphSearch.found(input.value)[0].id] : found.variables) : [];
      if (!ids.length) {
        answer.replaceChildren(element("p", said({ en: "Not found here: " + input.value, zh: "此处未找到：" + input.value }), "warn"));
        return;
      }
      act.suppose(ids[0], kind.value);
      input.value = "";
    });
    document.getElementById("suppose-clear").addEventListener("click", () => act.clear());
  }

  const mark = (one) => (one && one.change !== "unchanged" ? { symbol: symbols[one.change], colour: colours[one.change] } : one ? { symbol: "=", colour: "soft" } : null);
  window.kgraphSuppose = { start, tell, mark, acts, observedUnder, linkName, links };
})();

(() => {
  "use strict";
  // From one variable to another: the chains as kgraph explain lists them, bounded and saying so, their net signs and the verdict.
  const { variables, entities, said, element, button, both, arrows } = window.kgraphData;
  const { allPaths, signed, signOf } = window.kgraphSigns;
  const MAX_LINKS = 12, MOST = 1000, LISTED = 40, DRAWN = 60;
  const form = document.getElementById("path-form"), answer = document.getElementById("path-answer");
  const inputs = { from: document.getElementById("path-from"), to: document.getElementById("path-to") };
  const names = document.getElementById("names");
  const verdicts = {
    RAISES: { en: "raises: all chains agree", zh: "升高：各链一致" },
    LOWERS: { en: "lowers: all chains agree", zh: "降低：各链一致" },
    CONFLICTED: { en: "conflicted: chains of both signs", zh: "相互矛盾：正负两种链都有" },
    UNDETERMINED: { en: "undetermined: some chain has a step of unreported sign", zh: "未定：有链含方向未报告的步骤" },
    NO_CHAIN: { en: "no chain is known here", zh: "此处没有已知的链" },
  };
  const net = { "+": { en: "raises (+)", zh: "升高（+）" }, "-": { en: "lowers (−)", zh: "降低（−）" }, "?": { en: "sign not reported (?)", zh: "方向未报告（?）" } };

  function verdictOf(signs) {
    if (!signs.length) return "NO_CHAIN";
    if (signs.includes("+") && signs.includes("-")) return "CONFLICTED";
    return signs.includes("?") ? "UNDETERMINED" : signs.includes("+") ? "RAISES" : "LOWERS";
  }

  // ends are lists of variables: a thing stands for all its variables.
  function chains(graph, from, to) {
    const numbers = (ids) => ids.map((id) => graph.number.get(id)).filter((one) => one !== undefined);
    const search = (options) => allPaths(graph, numbers(from), numbers(to), { maxLinks: MAX_LINKS, limit: MOST, fuel: 3000000, ...options });
    const { paths, complete, limit } = search({});
    const found = paths.map((path) => ({ sign: signed(path), steps: path.map(([u, w, bit]) => [graph.names[u], graph.names[w], signOf[bit]]) }));
    return { chains: found, complete, limit, verdict: verdictOf([...new Set(found.map((one) => one.sign))]) };
  }

  function label(id) {
    return variables.has(id) ? variables.get(id).label : entities[id] || { en: id, zh: id };
  }

  // What a typed name stands for: a thing with all its variables, or one variable; in either language, by alias or id.
  function meant(text) {
    const folded = window.kgraphSearch.folded(text);
    if (!folded) return null;
    for (const [id, one] of Object.entries(entities)) {
      const own = [...variables.values()].filter((variable) => variable.entity === id).map((variable) => variable.id);
      const named = [one.en, one.zh, id, id.slice(id.indexOf(":") + 1)].some((name) => window.kgraphSearch.folded(name) === folded);
      if (named && own.length) return { id, variables: own };
    }
    const [hit] = window.kgraphSearch.found(text);
    return hit && hit.rank < 2 ? { id: hit.id, variables: [hit.id] } : null;
  }

  const idsOf = (id) => (variables.has(id) ? [id] : [...variables.values()].filter((one) => one.entity === id).map((one) => one.id));

  function fillNames() {
    const language = window.kgraphLanguage.current();
    const every = [...Object.values(entities), ...[...variables.values()].map((one) => one.label)].map((one) => one[language]);
    names.replaceChildren(...[...new Set(every)].sort().slice(0, 3000).map((name) => {
      const option = document.createElement("option");
      option.value = name;
      return option;
    }));
  }

  function route(chain) {
    return both((one) => chain.steps.map(([u, w, sign], at) => (at ? "" : variables.get(u).label[one]) + " " + arrows[sign] + " " + variables.get(w).label[one]).join(""));
  }

  function tell(asked, act) {
    answer.replaceChildren();
    if (!asked) return;
    const { found, from, to, chosen } = asked;
    const counts = ["+", "-", "?"].map((sign) => found.chains.filter((one) => one.sign === sign).length);
    const title = both((one) => label(from)[one] + " → " + label(to)[one]);
    answer.append(element("h3", said(title)), element("p", said(verdicts[found.verdict]), "verdict"));
    answer.lastChild.dataset.verdict = found.verdict;
    answer.append(element("p", said({
      en: found.chains.length + " chains: " + counts[0] + " raise, " + counts[1] + " lower, " + counts[2] + " not reported. " + (found.complete ? "Complete." : "The search stopped at its limit (" + found.limit + "): there may be more."),
      zh: "共" + found.chains.length + "条链：升高" + counts[0] + "条，降低" + counts[1] + "条，方向未报告" + counts[2] + "条。" + (found.complete ? "已全部列出。" : "搜索达到上限（" + found.limit + "），可能还有。"),
    }), "count"));
    if (!found.chains.length) return;
    const list = element("ol", found.chains.slice(0, LISTED).map((chain, number) => {
      const made = button(route(chain), "go", () => act.chain(chosen === number ? -1 : number));
      made.setAttribute("aria-pressed", String(chosen === number));
      made.prepend(element("span", said(both((one) => net[chain.sign][one] + ": "))));
      made.firstChild.className = "arrow";
      made.dataset.sign = chain.sign;
      return element("li", [made]);
    }), "chains");
    answer.append(list);
    if (found.chains.length > LISTED) answer.append(element("p", said({ en: "The first " + LISTED + " are listed.", zh: "仅列出前" + LISTED + "条。" }), "count"));
    if (asked.undrawn) answer.append(element("p", said({ en: "Drawn: the first chains, up to " + DRAWN + " variables.", zh: "仅绘出前几条链，至多" + DRAWN + "个变量。" }), "count"));
  }

  // The variables and links of the chains that fit in one picture.
  function drawnOf(found) {
    const ids = new Set(), steps = new Set();
    let undrawn = false;
    for (const chain of found.chains) {
      const fresh = chain.steps.flatMap(([u, w]) => [u, w]).filter((one) => !ids.has(one));
      if (ids.size + new Set(fresh).size > DRAWN) {
        undrawn = true;
        continue;
      }
      fresh.forEach((one) => ids.add(one));
      chain.steps.forEach(([u, w, sign]) => steps.add(u + "|" + sign + "|" + w));
    }
    return { ids, steps, undrawn };
  }

  function start(act) {
    fillNames();
    document.addEventListener("kgraph-language", fillNames);
    document.addEventListener("kgraph-more", fillNames);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const ends = ["from", "to"].map((one) => meant(inputs[one].value));
      const lost = ends.findIndex((one) => !one);
      if (lost < 0) act.ask(ends[0].id, ends[1].id);
      else {
        answer.replaceChildren(element("p", said({ en: "Not found here: " + inputs[["from", "to"][lost]].value, zh: "此处未找到：" + inputs[["from", "to"][lost]].value }), "warn"));
        inputs[["from", "to"][lost]].focus();
      }
    });
    document.getElementById("path-clear").addEventListener("click", () => act.clear());
  }

  function write(end, id) {
    inputs[end].value = id ? label(id)[window.kgraphLanguage.current()] : "";
  }

  window.kgraphPaths = { start, chains, tell, write, drawnOf, idsOf, meant };
})();

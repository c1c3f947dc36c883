(() => {
  "use strict";
  // What the page knows: variables, links and claims, first those shown, later those put away compressed; and small makers of elements.
  const data = JSON.parse(document.getElementById("kgraph-data").textContent);
  const variables = new Map(), links = new Map(), linkOfClaim = new Map(), rows = new Map(), near = new Map(), rowsMade = new Map();
  const arrows = { "+": "▶", "-": "⊣", "?": "◇" };
  const entities = { ...data.entities };
  let told = true;

  function addVariable(id, variable) {
    variables.set(id, { id, ...variable });
    near.set(id, new Map());
  }

  function addLink(subject, object, sign, width, more) {
    const id = subject + "|" + sign + "|" + object;
    if (!near.has(subject) || !near.has(object) || links.has(id)) return;
    const claims = more.claims.map(([claim, layer, mechanisms]) => ({ id: claim, layer, mechanisms }));
    links.set(id, { id, subject, object, sign, width, directness: more.directness, ringed: more.ringed, claims });
    for (const claim of claims) linkOfClaim.set(claim.id, id);
    for (const [one, other] of [[subject, object], [object, subject]]) {
      if (!near.get(one).has(other)) near.get(one).set(other, []);
      near.get(one).get(other).push(id);
    }
  }

  for (const row of document.querySelectorAll("tr[data-claim-id],tr[data-variable-id]")) rowsMade.set(row.dataset.claimId || row.dataset.variableId, row);
  for (const [id, variable] of Object.entries(data.variables)) addVariable(id, variable);
  data.edges.forEach((edge, number) => addLink(edge.from, edge.to, edge.sign, edge.width, data.links[number]));
  // What "everything" shows at once: the first so many, those put away among them once they are unpacked.
  const order = () => [...variables.keys()].slice(0, data.everything);

  async function unpacked() {
    const packed = document.getElementById("kgraph-beyond");
    if (!packed) return false;
    if (typeof DecompressionStream === "undefined") {
      told = false;
      return false;
    }
    const bytes = Uint8Array.from(atob(packed.textContent.trim()), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const more = JSON.parse(await new Response(stream).text());
    for (const [id, variable] of Object.entries(more.variables)) addVariable(id, variable);
    for (const link of more.links) addLink(...link);
    for (const row of more.rows) rows.set(row.id, row);
    Object.assign(entities, more.entities);
    document.dispatchEvent(new CustomEvent("kgraph-more", { detail: Object.entries(more.variables) }));
    return true;
  }

  // How many links of the whole graph are not in this file at all, or not readable in this browser.
  const missing = () => Math.max(0, data.edges.length + data.hidden.links - links.size);

  // Neighbours that a set of shown variables leaves out, in the order of their ids.
  const hiddenNear = (id, shown) => [...near.get(id).keys()].filter((one) => !shown.has(one)).sort();

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

  function button(text, kind, act) {
    const made = element("button", said(text), kind);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  const both = (make) => ({ en: make("en"), zh: make("zh") });

  function linkName(id) {
    const link = links.get(id);
    return both((one) => variables.get(link.subject).label[one] + " " + arrows[link.sign] + " " + variables.get(link.object).label[one]);
  }

  // The row of a claim in the table; one for a claim that was put away is made when it is first asked for.
  function rowOf(claim) {
    if (rowsMade.has(claim) || !rows.has(claim)) return rowsMade.get(claim) || null;
    const row = rows.get(claim);
    const made = element("tr", []);
    Object.assign(made.dataset, { claimId: row.id, linkId: row.link, sign: row.sign, layer: row.layer });
    const arrow = element("span", [row.arrow], "arrow");
    arrow.setAttribute("aria-hidden", "true");
    const pick = element("button", said(row.sentence), "pick");
    pick.type = "button";
    const warn = row.ringed ? [" ", element("span", said({ en: "contradicted or disputed", zh: "有矛盾或质疑" }), "warn")] : [];
    const evidence = row.evidence.map((piece) => element("li", [...said(piece.text), element("small", said(piece.details))], piece.disputes ? "warn" : ""));
    made.append(
      element("td", [arrow, " ", ...said(row.sign_name)], "sign"),
      element("td", [pick, ...warn], "said"),
      element("td", [element("span", said(row.layer_name), "layer " + row.layer)]),
      element("td", row.mechanisms.length ? row.mechanisms.map((name) => element("span", said(name), "mechanism")) : ["–"]),
      element("td", [element("ul", evidence), ...row.marks.map((mark) => element("p", said(mark), "mark")), element("p", [row.id], "id")], "why"),
    );
    document.querySelector("#claims tbody").append(made);
    rowsMade.set(claim, made);
    return made;
  }

  function rowOfVariable(id) {
    if (rowsMade.has(id)) return rowsMade.get(id);
    const variable = variables.get(id), own = [...near.get(id).values()].flat();
    const pick = element("button", [id], "pick");
    pick.type = "button";
    const cells = [[pick], [variable.label.en], [variable.label.zh], entities[variable.entity] ? said(entities[variable.entity]) : said(variable.label)];
    const numbers = ["object", "subject"].map((end) => String(new Set(own.filter((one) => links.get(one)[end] === id)).size));
    const made = element("tr", [...cells.map((cell) => element("td", cell)), ...numbers.map((count) => element("td", [count], "number"))]);
    made.dataset.variableId = id;
    [made.children[1].lang, made.children[2].lang] = ["en", "zh-Hans"];
    document.querySelector("#variables tbody").append(made);
    rowsMade.set(id, made);
    return made;
  }

  window.kgraphData = { data, variables, links, near, order, entities, linkOfClaim, arrows, unpacked, missing, readable: () => told, hiddenNear, said, element, button, both, linkName, rowOf, rowOfVariable };
})();

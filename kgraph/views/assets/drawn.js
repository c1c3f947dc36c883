(() => {
  "use strict";
  // The drawing surface of pages whose picture is SVG: the same face as canvas.js, without vis-network.
  const data = JSON.parse(document.getElementById("kgraph-data").textContent);
  const host = document.getElementById("canvas");
  const order = new Map(data.order.map((id, number) => [id, number]));
  const drawings = () => [...host.querySelectorAll(".drawing")];
  const seen = () => drawings().find((one) => one.getClientRects().length) || drawings()[0];
  const shape = () => (seen().closest(".narrow") ? "narrow" : "wide");
  let grown = 1;

  function parts(kind) {
    return [...host.querySelectorAll("[data-" + kind + "-id]")];
  }

  function show(view) {
    for (const part of parts("variable")) part.classList.toggle("dim", view.dim(part.dataset.variableId));
    for (const part of parts("link")) {
      part.classList.toggle("gone", view.hidden(part.dataset.linkId));
      part.classList.toggle("dim", view.dim(part.dataset.linkId));
    }
  }

  function mark(ids) {
    for (const part of parts("variable")) part.classList.toggle("chosen", (ids.nodes || []).includes(part.dataset.variableId));
    for (const part of parts("link")) part.classList.toggle("chosen", (ids.edges || []).includes(part.dataset.linkId));
  }

  function start(events) {
    host.addEventListener("click", (event) => {
      const part = event.target.closest("[data-variable-id],[data-link-id]");
      if (!part) events.nothing();
      else if (part.dataset.variableId) events.variable(part.dataset.variableId);
      else events.link(part.dataset.linkId);
    });
    return document.fonts.ready;
  }

  function zoom(factor) {
    grown = Math.min(4, Math.max(0.5, grown * factor));
    for (const one of drawings()) {
      one.style.maxWidth = grown === 1 ? "" : "none";
      one.style.width = grown === 1 ? "" : one.getAttribute("width") * grown + "px";
    }
  }

  function reveal(id) {
    const part = [...seen().querySelectorAll("[data-variable-id]")].find((one) => one.dataset.variableId === id);
    const box = part && part.getBoundingClientRect();
    if (box && (box.top < 40 || box.bottom > window.innerHeight - 40)) part.scrollIntoView({ block: "center", inline: "nearest" });
  }

  window.kgraphCanvas = {
    start,
    zoom,
    fitAll: () => zoom(1 / grown),
    reveal,
    fit: () => {},
    data,
    shape,
    centre: (id) => data[shape()].centres[order.get(id)],
    show,
    mark,
    positions: () => Object.fromEntries(data.order.map((id, number) => [id, { x: data[shape()].centres[number][0], y: data[shape()].centres[number][1] }])),
    scale: () => seen().getBoundingClientRect().width / seen().viewBox.baseVal.width,
  };
})();

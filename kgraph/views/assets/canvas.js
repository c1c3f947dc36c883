(() => {
  "use strict";
  // The drawing surface: vis-network with positions from the file. What is selected or filtered is decided in graph.js.
  const data = JSON.parse(document.getElementById("kgraph-data").textContent);
  const host = document.getElementById("canvas");
  const faint = 0.13;
  const largest = 1.25;
  const least = 0.86;
  const order = new Map(data.order.map((id, number) => [id, number]));
  const narrow = () => host.clientWidth < 640;
  let shape = "";
  let network = null;
  let shown = { dim: () => false, hidden: () => false };
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  }

  function signName(sign) {
    return { "+": "plus", "-": "minus", "?": "unknown" }[sign];
  }

  function styledNodes() {
    const language = window.kgraphLanguage.current();
    const place = data[shape];
    return data.nodes.map((node, number) => {
      const variable = data.variables[node.id];
      const dim = shown.dim(node.id);
      const fill = colour(variable.scale);
      const line = node.borderWidth > 1 ? colour("ink") : colour("box-line");
      return {
        ...node,
        label: variable.lines[language],
        x: place.centres[number][0],
        y: place.centres[number][1],
        opacity: dim ? 0.25 : 1,
        color: { background: fill, border: line, highlight: { background: fill, border: colour("accent") } },
        font: { ...data.options.nodes.font, color: colour("ink") + (dim ? "55" : "") },
      };
    });
  }

  function styledEdges() {
    return data.edges.map((edge, number) => {
      const bend = data[shape].bends[number];
      const smooth = { enabled: true, type: bend < 0 ? "curvedCCW" : "curvedCW", roundness: Math.abs(bend) };
      const link = data.links[edge.id];
      const line = colour(signName(link.sign));
      const opacity = shown.dim(edge.id) ? faint : 1;
      return { ...edge, smooth, hidden: shown.hidden(edge.id), color: { color: line, highlight: line, opacity } };
    });
  }

  function badges(context) {
    context.save();
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = "bold 11px sans-serif";
    for (const [number, { id }] of data.edges.entries()) {
      const link = data.links[id];
      if (shown.hidden(id) || (!link.badge && !link.ringed)) continue;
      const [x, y] = data[shape].marks[number];
      context.globalAlpha = shown.dim(id) ? faint : 1;
      if (link.ringed) {
        context.beginPath();
        context.arc(x, y, 12, 0, 2 * Math.PI);
        context.strokeStyle = colour("ring");
        context.lineWidth = 2.5;
        context.stroke();
      }
      if (!link.badge) continue;
      const half = 4 + 4.5 * link.badge.length;
      context.beginPath();
      context.roundRect(x - half, y - 8, 2 * half, 16, 8);
      context.fillStyle = colour("paper");
      context.fill();
      context.strokeStyle = colour("soft");
      context.lineWidth = 1;
      context.stroke();
      context.fillStyle = colour("ink");
      context.fillText(link.badge, x, y + 0.5);
    }
    context.restore();
  }

  // As large as the window allows, never so small that a label cannot be read; the page then scrolls.
  function fit() {
    const place = data[shape];
    const room = Math.max(360, window.innerHeight - host.getBoundingClientRect().top - window.scrollY - 8);
    const across = host.clientWidth / place.width;
    const whole = Math.min(across, room / place.height);
    const scale = shape === "narrow" ? across : whole >= least ? Math.min(1.6, whole) : Math.min(largest, Math.max(across, least));
    const size = Math.max(Math.ceil(place.height * scale), shape === "narrow" ? 0 : room);
    host.style.height = size + "px";
    network.setSize("100%", size + "px");
    network.redraw();
    network.moveTo({ scale, position: { x: place.width / 2, y: Math.max(place.height, (size / scale)) / 2 - Math.max(0, size / scale - place.height) / 2 }, animation: false });
  }

  function restyle() {
    nodes.update(styledNodes());
    edges.update(styledEdges());
  }

  function reshape() {
    if (!host.clientWidth) return;
    const wanted = narrow() ? "narrow" : "wide";
    const changed = wanted !== shape;
    shape = wanted;
    if (changed && network) restyle();
    if (network) fit();
  }

  function start(events) {
    shape = narrow() ? "narrow" : "wide";
    nodes.add(styledNodes());
    edges.add(styledEdges());
    const options = structuredClone(data.options);
    options.interaction.dragView = shape === "wide";
    options.autoResize = false;
    network = new vis.Network(host, { nodes, edges }, options);
    network.on("afterDrawing", badges);
    network.on("click", (event) => {
      if (event.nodes.length) events.variable(event.nodes[0]);
      else if (event.edges.length) events.link(event.edges[0]);
      else events.nothing();
    });
    fit();
    let waiting = 0;
    window.addEventListener("resize", () => {
      clearTimeout(waiting);
      waiting = setTimeout(reshape, 80);
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
    document.addEventListener("kgraph-language", restyle);
    // Canvas does not see the language of the page: draw again once the fonts are there.
    return document.fonts.ready.then(() => {
      restyle();
      network.redraw();
    });
  }

  function zoom(factor) {
    network.moveTo({ scale: Math.min(4, Math.max(0.1, network.getScale() * factor)), animation: false });
  }

  function fitAll() {
    network.fit({ animation: false });
  }

  function reveal(id) {
    const [x, y] = data[shape].centres[order.get(id)];
    const where = network.canvasToDOM({ x, y });
    const box = host.getBoundingClientRect();
    if (where.x < 20 || where.y < 20 || where.x > box.width - 20 || where.y > box.height - 20) {
      network.moveTo({ position: { x, y }, animation: false });
    }
    const top = box.top + network.canvasToDOM({ x, y }).y;
    if (top < 60 || top > window.innerHeight - 60) window.scrollTo({ top: window.scrollY + top - window.innerHeight / 2, behavior: "auto" });
  }

  window.kgraphCanvas = {
    start,
    zoom,
    fitAll,
    reveal,
    fit,
    data,
    shape: () => shape,
    network: () => network,
    centre: (id) => data[shape].centres[order.get(id)],
    show: (view) => {
      shown = view;
      restyle();
    },
    mark: (ids) => network.setSelection({ nodes: ids.nodes || [], edges: ids.edges || [] }, { highlightEdges: false }),
    positions: () => network.getPositions(),
    scale: () => network.getScale(),
  };
})();

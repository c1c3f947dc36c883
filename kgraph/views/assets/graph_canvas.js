(() => {
  "use strict";
  // The drawing surface: vis-network draws boxes and moves the view; lines are drawn here, along the lanes that the layout kept free.
  const { data, variables, links } = window.kgraphData;
  const { fitted, READABLE } = window.kgraphLayout;
  const host = document.getElementById("canvas");
  const faint = 0.1, largest = 1.35, phone = 640;
  const wide = { width: 950, height: 672, columns: [6, 3, 4, 5, 7, 8, 9] }, slim = { width: 330, height: 9000, columns: [2, 1] };
  const headLength = { "+": 9, "-": 2, "?": 12 };
  const dashes = { direct: [], indirect: [8, 5], background: [2, 4] };
  const nodes = new vis.DataSet(), edges = new vis.DataSet();
  const plain = { dim: () => false, hidden: () => false, mark: () => null, act: () => "", more: () => 0, node: null, link: null };
  let network = null, shape = "", scene = { ids: [], links: [], lanes: false }, place = null, view = plain, lines = [];
  const kept = new Map();

  const colours = new Map();
  function colour(name) {
    if (!colours.has(name)) colours.set(name, getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim());
    return colours.get(name);
  }
  const signName = (sign) => ({ "+": "plus", "-": "minus", "?": "unknown" })[sign];
  const narrow = () => host.clientWidth < phone;

  // The layout of what is shown; the same set stands the same way whenever it comes back.
  function placement() {
    const key = [shape, scene.lanes, ...scene.ids, "", ...scene.links].join("\n");
    if (!kept.has(key)) {
      const lane = Object.keys(data.scales);
      const number = new Map(scene.ids.map((id, at) => [id, at]));
      const boxes = scene.ids.map((id) => ({ width: variables.get(id).width, height: variables.get(id).height, lane: lane.indexOf(variables.get(id).scale) }));
      const drawn = scene.links.map((id) => links.get(id));
      const ends = drawn.map((link) => ({ tail: number.get(link.subject), head: number.get(link.object), kind: link.sign + link.directness }));
      const frame = shape === "narrow" ? slim : boxes.length > 60 ? { ...wide, columns: [6, 5, 7] } : wide;
      kept.set(key, { ...fitted(boxes, ends, frame, { lanes: scene.lanes }), number });
    }
    return kept.get(key);
  }

  // A line as curves with upright ends, and many points of it to measure distances by.
  function lineOf(id, points, end) {
    const link = links.get(id);
    const last = points[points.length - 1], before = points[points.length - 2];
    const loop = link.subject === link.object;
    const angle = loop ? Math.PI : last[1] >= before[1] ? Math.PI / 2 : -Math.PI / 2;
    const stop = [last[0] - Math.cos(angle) * headLength[link.sign], last[1] - Math.sin(angle) * headLength[link.sign]];
    const curves = [], flat = [points[0]];
    for (let at = 1; at < points.length; at += 1) {
      const from = points[at - 1], to = at === points.length - 1 ? stop : points[at];
      const middle = (from[1] + to[1]) / 2;
      curves.push(loop ? [from, from, to, to] : [from, [from[0], middle], [to[0], middle], to]);
      const curve = curves[curves.length - 1];
      for (let step = 1; step <= 10; step += 1) flat.push(along(curve, step / 10));
    }
    const path = new Path2D();
    path.moveTo(...points[0]);
    for (const [, first, second, to] of curves) path.bezierCurveTo(...first, ...second, ...to);
    return { id, link, curves, flat, path, tip: last, angle, end };
  }

  function along([a, b, c, d], share) {
    const rest = 1 - share;
    return [0, 1].map((axis) => rest ** 3 * a[axis] + 3 * rest * rest * share * b[axis] + 3 * rest * share * share * c[axis] + share ** 3 * d[axis]);
  }

  // Where the badge or ring of a line stands: on the part that it shares with no other, clear of earlier marks.
  function setMarks() {
    const taken = [];
    for (const line of lines) {
      line.letters = [...new Set(line.link.claims.map((claim) => claim.layer))].filter((layer) => layer !== "review").map((layer) => data.badges[layer]).sort().join("");
      if (!line.letters && !line.link.ringed) continue;
      const curve = line.end === "head" ? line.curves[line.curves.length - 1] : line.curves[0];
      const tries = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].map((share) => along(curve, share));
      const crowd = ([x, y]) => taken.filter(([u, w]) => Math.abs(x - u) < 25 && Math.abs(y - w) < 21).length;
      line.mark = tries.reduce((best, one) => (crowd(one) < crowd(best) ? one : best));
      taken.push(line.mark);
    }
  }

  function pathOfHead(sign) {
    const path = new Path2D();
    const corners = { "+": [[0, 0], [-11, -5], [-11, 5]], "-": [[0, -6.5], [0, 6.5], [-3.2, 6.5], [-3.2, -6.5]], "?": [[0, 0], [-6, -4.8], [-12, 0], [-6, 4.8]] }[sign];
    corners.forEach(([x, y], at) => (at ? path.lineTo(x, y) : path.moveTo(x, y)));
    path.closePath();
    return path;
  }
  const heads = { "+": pathOfHead("+"), "-": pathOfHead("-"), "?": pathOfHead("?") };

  function drawBands(context) {
    if (!scene.lanes) return;
    const language = window.kgraphLanguage.current(), names = Object.keys(data.scales);
    place.bands.forEach(({ lane, top, bottom }) => {
      context.fillStyle = colour(names[lane]);
      context.globalAlpha = 0.4;
      context.fillRect(0, top, place.width, bottom - top);
      context.globalAlpha = 1;
      context.fillStyle = colour("ink");
      context.font = "bold 14px " + data.options.nodes.font.face;
      context.textAlign = "left";
      context.textBaseline = "middle";
      const words = data.scales[names[lane]][language].split(language === "zh" ? "、" : /,? /);
      words.forEach((word, at) => context.fillText(word, 10, (top + bottom) / 2 + (at - (words.length - 1) / 2) * 18));
    });
  }

  function drawLines(context) {
    context.save();
    drawBands(context);
    context.lineJoin = "round";
    // Dimmed lines lie below, the chosen one on top.
    const rank = (line) => (line.id === view.link ? 2 : view.dim(line.id) ? 0 : 1);
    for (const line of lines.filter((one) => !view.hidden(one.id)).sort((a, b) => rank(a) - rank(b))) drawLine(context, line);
    context.restore();
  }

  function drawLine(context, line) {
    const { link } = line;
    context.globalAlpha = view.dim(line.id) ? faint : 1;
    if (line.id === view.link) {
      context.strokeStyle = colour("accent");
      context.globalAlpha = 0.3;
      context.lineWidth = link.width + 9;
      context.setLineDash([]);
      context.stroke(line.path);
      context.globalAlpha = 1;
    }
    context.strokeStyle = context.fillStyle = colour(signName(link.sign));
    context.lineWidth = link.width;
    context.setLineDash(dashes[link.directness].map((length) => length * Math.max(1, link.width / 2.5)));
    context.stroke(line.path);
    context.setLineDash([]);
    context.save();
    context.translate(...line.tip);
    context.rotate(line.angle);
    if (link.sign === "?") {
      context.fillStyle = colour("paper");
      context.lineWidth = 1.5;
      context.fill(heads["?"]);
      context.stroke(heads["?"]);
    } else context.fill(heads[link.sign]);
    context.restore();
  }

  function pill(context, x, y, text, { fill, ink, line, half, round = 8 }) {
    context.beginPath();
    context.roundRect(x - half, y - 8, 2 * half, 16, round);
    context.fillStyle = fill;
    context.fill();
    context.strokeStyle = line;
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = ink;
    context.fillText(text, x, y + 0.5);
  }

  // Over the boxes: badges of layers, rings, counts of hidden neighbours, what was done and what it does.
  function drawMarks(context) {
    context.save();
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = "bold 11px sans-serif";
    for (const { id, link, letters, mark } of lines) {
      if (!mark || view.hidden(id)) continue;
      context.globalAlpha = view.dim(id) ? faint : 1;
      if (link.ringed) {
        context.beginPath();
        context.arc(...mark, 12, 0, 2 * Math.PI);
        context.strokeStyle = colour("ring");
        context.lineWidth = 2.5;
        context.stroke();
      }
      if (letters) pill(context, ...mark, letters, { fill: colour("paper"), ink: colour("ink"), line: colour("soft"), half: 4 + 4.5 * letters.length });
    }
    scene.ids.forEach((id, at) => {
      const [x, y] = place.centres[at], { width, height } = variables.get(id);
      const more = view.more(id), mark = view.mark(id), act = view.act(id);
      context.globalAlpha = view.dim(id) ? 0.3 : 1;
      if (more) pill(context, x + width / 2 - 10, y - height / 2, "+" + more, { fill: colour("panel"), ink: colour("accent"), line: colour("accent"), half: 6 + 3.5 * String(more).length });
      if (mark) pill(context, x - width / 2 + 8, y - height / 2, mark.symbol, { fill: colour(mark.colour), ink: colour("paper"), line: colour("paper"), half: 10 });
      if (act) pill(context, x - width / 2 + 8, y - height / 2, act, { fill: colour("ink"), ink: colour("paper"), line: colour("paper"), half: 11, round: 2 });
    });
    context.restore();
  }

  function styledNodes() {
    const language = window.kgraphLanguage.current();
    return scene.ids.map((id, at) => {
      const variable = variables.get(id), dim = view.dim(id), mark = view.mark(id);
      const fill = colour(variable.scale);
      const focus = data.focus.includes(id);
      const line = mark ? colour(mark.colour) : focus ? colour("ink") : colour("box-line");
      return {
        widthConstraint: { minimum: variable.width - 12, maximum: variable.width + 40 },
        heightConstraint: { minimum: variable.height - 12, valign: "middle" },
        id,
        label: variable.lines[language],
        x: place.centres[at][0],
        y: place.centres[at][1],
        opacity: dim ? 0.25 : 1,
        shape: "box",
        borderWidth: mark ? 2.5 : focus ? 3 : 1,
        color: { background: fill, border: line, highlight: { background: fill, border: colour("accent") } },
        font: { ...data.options.nodes.font, color: colour("ink") + (dim ? "44" : "") },
      };
    });
  }

  function restyle() {
    nodes.update(styledNodes());
    network.setSelection({ nodes: view.node && place.number.has(view.node) ? [view.node] : [], edges: [] }, { highlightEdges: false });
    network.redraw();
  }

  function redraw() {
    place = placement();
    lines = scene.links.map((id, at) => lineOf(id, place.points[at], place.ends[at]));
    setMarks();
    const gone = nodes.getIds().filter((id) => !place.number.has(id));
    if (gone.length) nodes.remove(gone);
    restyle();
  }

  // As large as the window allows, never so small that a label cannot be read; the page then scrolls.
  function fit() {
    const room = Math.max(360, window.innerHeight - host.getBoundingClientRect().top - window.scrollY - 10);
    const across = host.clientWidth / place.width;
    const whole = Math.min(across, room / place.height);
    const scale = shape === "narrow" ? across : whole >= READABLE ? Math.min(1.7, whole) : Math.min(largest, Math.max(across, READABLE + 0.03));
    const size = Math.max(Math.ceil(place.height * scale), shape === "narrow" ? 0 : room);
    host.style.height = size + "px";
    network.setSize("100%", size + "px");
    network.redraw();
    const over = place.width * scale > host.clientWidth;
    const focus = data.focus.find((id) => place.number.has(id));
    const x = over && focus ? Math.min(Math.max(place.centres[place.number.get(focus)][0], host.clientWidth / scale / 2), place.width - host.clientWidth / scale / 2) : place.width / 2;
    network.moveTo({ scale, position: { x, y: size / scale / 2 - Math.max(0, size / scale - place.height) / 2 }, animation: false });
  }

  function draw(wanted, { anchor = null } = {}) {
    const before = anchor && place && place.number.has(anchor) ? network.canvasToDOM(pointOf(anchor)) : null;
    scene = wanted;
    redraw();
    fit();
    if (!before || !place.number.has(anchor)) return;
    const now = network.canvasToDOM(pointOf(anchor));
    if (shape === "wide" && host.scrollHeight > window.innerHeight) window.scrollBy({ top: now.y - before.y, behavior: "auto" });
  }

  const pointOf = (id) => ({ x: place.centres[place.number.get(id)][0], y: place.centres[place.number.get(id)][1] });

  // The lines near a point, the nearest first.
  function linesAt({ x, y }) {
    const reach = Math.max(7, 6 / network.getScale());
    const far = (line) => Math.min(...line.flat.map(([u, w]) => Math.hypot(u - x, w - y)));
    return lines.filter((line) => !view.hidden(line.id)).map((line) => [far(line), line.id]).filter(([distance]) => distance < reach).sort((a, b) => a[0] - b[0]).map((one) => one[1]);
  }

  function moreAt({ x, y }) {
    return scene.ids.find((id, at) => {
      const [cx, cy] = place.centres[at], { width, height } = variables.get(id);
      return view.more(id) && Math.abs(x - (cx + width / 2 - 10)) < 16 && Math.abs(y - (cy - height / 2)) < 12;
    });
  }

  function start(wanted, events) {
    scene = wanted;
    shape = narrow() ? "narrow" : "wide";
    place = placement();
    nodes.add(styledNodes());
    const options = structuredClone(data.options);
    options.interaction.dragView = shape === "wide";
    options.autoResize = false;
    network = new vis.Network(host, { nodes, edges }, options);
    network.on("beforeDrawing", drawLines);
    network.on("afterDrawing", drawMarks);
    network.on("click", (event) => {
      const point = event.pointer.canvas, more = moreAt(point);
      const near = event.nodes.length ? [] : linesAt(point);
      if (more) events.more(more);
      else if (event.nodes.length) events.variable(event.nodes[0]);
      // Where lines run together, a further click takes the next of them.
      else if (near.length) events.link(near[(near.indexOf(view.link) + 1) % near.length]);
      else events.nothing();
    });
    redraw();
    fit();
    let waiting = 0;
    window.addEventListener("resize", () => {
      clearTimeout(waiting);
      waiting = setTimeout(reshape, 80);
    });
    const recolour = () => {
      colours.clear();
      restyle();
    };
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
    document.addEventListener("kgraph-language", restyle);
    // Canvas does not see the language of the page: draw again once the fonts are there.
    return document.fonts.ready.then(restyle);
  }

  function reshape() {
    if (!host.clientWidth) return;
    const wanted = narrow() ? "narrow" : "wide";
    if (wanted !== shape) {
      shape = wanted;
      redraw();
    }
    fit();
  }

  function reveal(id) {
    if (!place.number.has(id)) return;
    const point = pointOf(id), where = network.canvasToDOM(point), box = host.getBoundingClientRect();
    if (where.x < 20 || where.y < 20 || where.x > box.width - 20 || where.y > box.height - 20) network.moveTo({ position: point, animation: false });
    const top = box.top + network.canvasToDOM(point).y;
    if (top < 60 || top > window.innerHeight - 60) window.scrollTo({ top: window.scrollY + top - window.innerHeight / 2, behavior: "auto" });
  }

  window.kgraphCanvas = {
    start,
    draw,
    fit,
    reveal,
    show: (wanted) => {
      view = { ...plain, ...wanted };
      restyle();
    },
    zoom: (factor) => network.moveTo({ scale: Math.min(4, Math.max(0.1, network.getScale() * factor)), animation: false }),
    fitAll: () => {
      const scale = Math.min(host.clientWidth / place.width, host.clientHeight / place.height, (window.innerHeight - 120) / place.height);
      network.moveTo({ scale, position: { x: place.width / 2, y: place.height / 2 }, animation: false });
    },
    shape: () => shape,
    network: () => network,
    drawing: () => ({ scene, place, lines, view, signName }),
    centre: (id) => place.centres[place.number.get(id)],
    positions: () => Object.fromEntries(scene.ids.map((id) => [id, pointOf(id)])),
    scale: () => network.getScale(),
  };
})();

(() => {
  "use strict";
  // For print: the picture as it is shown, as SVG with text in it, in the place of the drawing that came with the page.
  const { data, variables } = window.kgraphData;
  const place = document.querySelector(".still");
  const space = "http://www.w3.org/2000/svg";
  const kinds = { "+": "plus", "-": "minus", "?": "unknown" };
  const heads = { "+": "0,0 -11,-5 -11,5", "-": "0,-6.5 0,6.5 -3.2,6.5 -3.2,-6.5", "?": "0,0 -6,-4.8 -12,0 -6,4.8" };

  function made(tag, attributes, children = []) {
    const element = document.createElementNS(space, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  const at = ([x, y]) => x.toFixed(1) + "," + y.toFixed(1);

  function lineOf(line) {
    const path = "M" + at(line.curves[0][0]) + line.curves.map((curve) => "C" + curve.slice(1).map(at).join(" ")).join("");
    const kind = kinds[line.link.sign];
    const parts = [
      made("path", { class: "line", d: path, "stroke-width": line.link.width }),
      made("polygon", { class: "head " + kind, points: heads[line.link.sign], transform: "translate(" + at(line.tip) + ") rotate(" + (line.angle * 180) / Math.PI + ")" }),
    ];
    if (line.mark && line.link.ringed) parts.push(made("circle", { class: "ring", cx: line.mark[0], cy: line.mark[1], r: 12 }));
    return made("g", { class: "link " + kind + " " + line.link.directness, "data-link-id": line.id, "data-sign": line.link.sign }, parts);
  }

  function pill(x, y, text) {
    const half = 5 + 4.5 * text.length;
    return made("g", { class: "badge" }, [
      made("rect", { x: x - half, y: y - 8, width: 2 * half, height: 16, rx: 8 }),
      made("text", { x, y: y + 4 }, [text]),
    ]);
  }

  function boxOf(id, [x, y], view) {
    const variable = variables.get(id), language = window.kgraphLanguage.current();
    const lines = variable.lines[language].split("\n");
    const top = y - ((lines.length - 1) * 16) / 2 + 4.5;
    const text = made("text", { lang: language === "zh" ? "zh-Hans" : "en" }, lines.map((line, number) => made("tspan", { x, y: top + number * 16 }, [line])));
    const box = made("rect", { x: x - variable.width / 2, y: y - variable.height / 2, width: variable.width, height: variable.height, rx: 6 });
    const mark = view.act(id) || (view.mark(id) || {}).symbol;
    const parts = mark ? [pill(x - variable.width / 2 + 8, y - variable.height / 2, mark)] : [];
    return made("g", { class: "variable " + variable.scale + (data.focus.includes(id) ? " focus" : ""), "data-variable-id": id }, [box, text, ...parts]);
  }

  function picture() {
    const { scene, place: stand, lines, view } = window.kgraphCanvas.drawing();
    const width = Math.round(stand.width), height = Math.round(stand.height);
    const seen = lines.filter((line) => !view.hidden(line.id));
    const badges = seen.filter((line) => line.letters).map((line) => pill(...line.mark, line.letters));
    return made("svg", { class: "drawing", viewBox: "0 0 " + width + " " + height, width, height, role: "img", "aria-label": document.title, style: "--natural:" + width + "px" }, [
      ...seen.map(lineOf),
      ...scene.ids.map((id, number) => boxOf(id, stand.centres[number], view)),
      ...badges,
    ]);
  }

  function refresh() {
    if (place && window.kgraphCanvas.network()) place.replaceChildren(picture());
  }

  window.addEventListener("beforeprint", refresh);
  matchMedia("print").addEventListener("change", (event) => event.matches && refresh());
  window.kgraphSvg = { refresh };
})();

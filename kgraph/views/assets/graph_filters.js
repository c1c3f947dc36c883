(() => {
  "use strict";
  // The boxes of the legend: which links pass them, which claims answers may rest on, and what lies up or down the links that pass.
  const { links, near, variables } = window.kgraphData;
  const boxes = [...document.querySelectorAll("input[data-filter]")];
  const groups = ["sign", "directness", "layer", "scale", "mechanism"];
  let without = {};

  function matches(link, { dataset: { filter }, value }) {
    if (filter === "sign" || filter === "directness") return link[filter] === value;
    if (filter === "scale") return [link.subject, link.object].some((one) => variables.get(one).scale === value);
    return link.claims.some((claim) => (filter === "layer" ? claim.layer === value : claim.mechanisms.includes(value)));
  }

  const off = (group) => new Set(boxes.filter((box) => box.dataset.filter === group && !box.checked).map((box) => box.value));

  const stands = (claim) => !without.layer.has(claim.layer) && claim.mechanisms.some((one) => !without.mechanism.has(one));

  // A link shows while one of its claims passes layer and mechanism, and its sign, line and both scales are on.
  function hiddenLink(id) {
    const link = links.get(id);
    return without.sign.has(link.sign) || without.directness.has(link.directness) || !link.claims.some(stands) ||
      [link.subject, link.object].some((one) => without.scale.has(variables.get(one).scale));
  }

  // Looks at the boxes anew.
  function read() {
    without = Object.fromEntries(groups.map((one) => [one, off(one)]));
  }

  // The names of the boxes that are off, as the address keeps them; and the other way.
  const gone = () => boxes.filter((box) => !box.checked).map((box) => box.dataset.filter + "." + box.value);
  function write(names) {
    for (const box of boxes) box.checked = !names.has(box.dataset.filter + "." + box.value);
    read();
  }

  function reached(id, way) {
    const kept = new Set([id]);
    const queue = [id];
    while (queue.length) {
      const one = queue.shift();
      for (const own of near.get(one).values()) {
        for (const link of own) {
          const { subject, object } = links.get(link);
          if (hiddenLink(link) || (way === "down" ? subject : object) !== one) continue;
          const next = way === "down" ? object : subject;
          kept.add(link);
          if (!kept.has(next)) {
            kept.add(next);
            queue.push(next);
          }
        }
      }
    }
    return kept;
  }

  read();
  window.kgraphFilters = { boxes, matches, stands, hiddenLink, reached, read, gone, write };
})();

(() => {
  "use strict";
  // Signed graphs as kgraph.reasoning has them: sets of signs as bits (1 +, 2 -, 4 ?), shortest walks, simple paths, components.
  const PLUS = 1, MINUS = 2, UNKNOWN = 4, ANY = 7;
  const bits = [PLUS, MINUS, UNKNOWN];
  const slotOf = { 1: 0, 2: 1, 4: 2 };
  const signOf = { 1: "+", 2: "-", 4: "?" };
  const bitOf = { "+": PLUS, "-": MINUS, "?": UNKNOWN };

  function product(first, second) {
    let result = 0;
    if ((first & PLUS && second & PLUS) || (first & MINUS && second & MINUS)) result |= PLUS;
    if ((first & PLUS && second & MINUS) || (first & MINUS && second & PLUS)) result |= MINUS;
    if (first && second && (first | second) & UNKNOWN) result |= UNKNOWN;
    return result;
  }
  const PRODUCT = Array.from({ length: 64 }, (_, both) => product(both >> 3, both & 7));
  const signsIn = (mask) => bits.filter((bit) => mask & bit);

  // rows[v] holds [w, mask] for every pair that links join, in the order of w; variables are numbered in the order of their ids.
  function graphOf(names, links) {
    const sorted = [...new Set(names)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const number = new Map(sorted.map((name, place) => [name, place]));
    const found = sorted.map(() => new Map());
    for (const [subject, object, sign] of links) {
      const row = found[number.get(subject)];
      row.set(number.get(object), (row.get(number.get(object)) || 0) | bitOf[sign]);
    }
    return { names: sorted, number, rows: found.map((row) => [...row].sort((a, b) => a[0] - b[0])) };
  }

  function walksFrom(graph, start) {
    const before = new Int32Array(3 * graph.names.length).fill(-2);
    const sign = new Uint8Array(3 * graph.names.length);
    const queue = [3 * start];
    before[3 * start] = -1;
    for (let head = 0; head < queue.length; head += 1) {
      const state = queue[head];
      const bit = 1 << state % 3;
      for (const [following, mask] of graph.rows[Math.floor(state / 3)]) {
        for (const one of signsIn(mask)) {
          const next = 3 * following + slotOf[PRODUCT[8 * bit + one]];
          if (before[next] !== -2) continue;
          before[next] = state;
          sign[next] = one;
          queue.push(next);
        }
      }
    }
    return { before, sign };
  }

  // A path is a list of steps [subject, object, bit]; numbers of the graph.
  function spelled(tree, state) {
    const steps = [];
    for (let at = state; tree.before[at] >= 0; at = tree.before[at]) {
      steps.push([Math.floor(tree.before[at] / 3), Math.floor(at / 3), tree.sign[at]]);
    }
    return steps.reverse();
  }

  // For each (variable, slot): the fewest links of a walk from it to a target with this sign.
  function distances(graph, targets, shut) {
    const back = graph.back || (graph.back = reversed(graph));
    const far = new Int32Array(3 * graph.names.length).fill(1 << 29);
    const queue = [];
    for (const target of targets) {
      far[3 * target] = 0;
      queue.push(3 * target);
    }
    for (let head = 0; head < queue.length; head += 1) {
      const state = queue[head];
      for (const [earlier, mask] of back[Math.floor(state / 3)]) {
        if (shut[earlier]) continue;
        for (const one of signsIn(mask)) {
          const next = 3 * earlier + slotOf[PRODUCT[8 * (1 << state % 3) + one]];
          if (far[next] < 1 << 29) continue;
          far[next] = far[state] + 1;
          queue.push(next);
        }
      }
    }
    return far;
  }

  function reversed(graph) {
    const back = graph.names.map(() => []);
    graph.rows.forEach((row, subject) => row.forEach(([object, mask]) => back[object].push([subject, mask])));
    return back;
  }

  // The sign that is still needed behind a set of signs, for a product that is wanted: the fewest links left over all choices.
  function least(far, variable, mask, want) {
    let found = 1 << 29;
    for (const so of signsIn(mask)) {
      for (const rest of bits) {
        if (PRODUCT[8 * so + rest] & want) found = Math.min(found, far[3 * variable + slotOf[rest]]);
      }
    }
    return found;
  }

  // The first choice of signs (+ before - before ?) whose product is wanted.
  function picked(pairs, want) {
    const rest = new Array(pairs.length + 1).fill(PLUS);
    for (let place = pairs.length - 1; place >= 0; place -= 1) rest[place] = PRODUCT[8 * pairs[place][2] + rest[place + 1]];
    let so = PLUS;
    return pairs.map(([subject, object, mask], place) => {
      const bit = signsIn(mask).find((one) => PRODUCT[8 * PRODUCT[8 * so + one] + rest[place + 1]] & want);
      so = PRODUCT[8 * so + bit];
      return [subject, object, bit];
    });
  }

  // The shortest simple path of a sign, first by ids among equals, and whether the search was complete.
  function firstPath(graph, source, target, want, shut, purse) {
    if (source === target) return { path: null, complete: true };
    const far = distances(graph, [target], shut);
    const inside = new Uint8Array(graph.names.length);
    let best = null, fuel = Math.min(purse.each, purse.left);
    if (fuel <= 0) return { path: null, complete: false };
    const pairs = [];
    const walk = (variable, mask) => {
      inside[variable] = 1;
      for (const [following, signs] of graph.rows[variable]) {
        if (inside[following] || shut[following] || fuel <= 0) continue;
        fuel -= 1;
        const made = PRODUCT[8 * mask + signs];
        if (best && pairs.length + 1 + least(far, following, made, want) >= best.length) continue;
        if (least(far, following, made, want) >= 1 << 29) continue;
        pairs.push([variable, following, signs]);
        if (following !== target) walk(following, made);
        else if (made & want) best = picked(pairs, want);
        pairs.pop();
      }
      inside[variable] = 0;
    };
    if (!shut[source] && !shut[target]) walk(source, PLUS);
    purse.left -= fuel <= 0 ? purse.each : 50;
    return { path: best, complete: fuel > 0 };
  }

  // Simple paths of any sign from sources to targets, shorter ones first, then by ids; each with every choice of signs.
  function allPaths(graph, sources, targets, { limit = 1000, maxLinks = Infinity, fuel = 2000000, shut = new Uint8Array(graph.names.length) } = {}) {
    const ends = new Set(targets.filter((one) => !sources.includes(one)));
    const starts = [...sources].filter((one) => !targets.includes(one)).sort((a, b) => a - b);
    const closed = Uint8Array.from(shut);
    for (const one of starts) closed[one] = 1;
    const far = distances(graph, [...ends], shut);
    const found = [], pairs = [];
    const inside = new Uint8Array(graph.names.length);
    let longer = true, full = false, why = "";
    const keep = () => {
      const spread = (place, steps) => {
        if (full) return;
        if (place === pairs.length) {
          if (found.length === limit) full = true;
          else found.push(steps);
          return;
        }
        for (const bit of signsIn(pairs[place][2])) spread(place + 1, [...steps, [pairs[place][0], pairs[place][1], bit]]);
      };
      spread(0, []);
    };
    const walk = (variable, left) => {
      inside[variable] = 1;
      for (const [following, signs] of graph.rows[variable]) {
        if (inside[following] || closed[following] || full || fuel <= 0) continue;
        fuel -= 1;
        const end = ends.has(following);
        const least_ = end ? 0 : Math.min(far[3 * following], far[3 * following + 1], far[3 * following + 2]);
        if (least_ > left - 1) {
          if (least_ < 1 << 29) longer = true;
          continue;
        }
        if (end && left > 1) continue;
        pairs.push([variable, following, signs]);
        if (end) keep();
        else walk(following, left - 1);
        pairs.pop();
      }
      inside[variable] = 0;
    };
    let length = 1;
    for (; longer && !full && fuel > 0 && length <= maxLinks && length < graph.names.length; length += 1) {
      longer = false;
      for (const start of starts) walk(start, length);
    }
    // Whether a longer path exists at all is looked for only so far.
    if (longer && !full && fuel > 0 && length > maxLinks) {
      const kept = found.length;
      limit = kept;
      fuel = Math.min(fuel, 100000);
      for (; longer && !full && fuel > 0 && length < graph.names.length; length += 1) {
        longer = false;
        for (const start of starts) walk(start, length);
      }
      if (full || fuel <= 0) why = "max_links=" + maxLinks;
    } else if (full) why = "limit=" + limit;
    else if (fuel <= 0) why = "steps";
    return { paths: found, complete: !why, limit: why };
  }

  // Strongly connected components that can be reached, each sorted, causes first (Tarjan 1972).
  function componentsFrom(graph, starts, closed) {
    const low = new Map(), index = new Map(), done = new Set(), open = [], found = [];
    for (const start of starts) {
      if (low.has(start)) continue;
      const enter = (variable) => {
        low.set(variable, low.size);
        index.set(variable, low.get(variable));
        open.push(variable);
      };
      enter(start);
      const work = [[start, 0]];
      while (work.length) {
        const top = work[work.length - 1];
        const [variable, position] = top;
        if (position < graph.rows[variable].length) {
          top[1] += 1;
          const following = graph.rows[variable][position][0];
          if (closed[following] || done.has(following)) continue;
          if (low.has(following)) low.set(variable, Math.min(low.get(variable), low.get(following)));
          else {
            enter(following);
            work.push([following, 0]);
          }
          continue;
        }
        work.pop();
        if (low.get(variable) === index.get(variable)) {
          const component = [];
          while (component[component.length - 1] !== variable) component.push(open.pop());
          component.forEach((one) => done.add(one));
          found.push(component.sort((a, b) => a - b));
        }
        if (work.length && !done.has(variable)) {
          const parent = work[work.length - 1][0];
          low.set(parent, Math.min(low.get(parent), low.get(variable)));
        }
      }
    }
    return found.reverse();
  }

  const signed = (steps) => signOf[steps.reduce((so, step) => PRODUCT[8 * so + step[2]], PLUS)];
  window.kgraphSigns = { PLUS, MINUS, UNKNOWN, ANY, PRODUCT, signOf, bitOf, slotOf, signsIn, product, graphOf, reversed, walksFrom, spelled, firstPath, allPaths, componentsFrom, signed };
})();

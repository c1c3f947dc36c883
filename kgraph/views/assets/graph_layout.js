(() => {
  "use strict";
  // Where boxes stand and lines run: layers with a lane kept free for every line that passes a row, so that no line runs behind a box.
  // Sugiyama, Tagawa and Toda (doi:10.1109/TSMC.1981.4308636); no randomness: the same picture stands the same way each time.
  const MARGIN = 14, GAP = 22, LANE = 12, LEAST_GAP = 26, MOST_GAP = 44, NAME = 104, READABLE = 0.77;

  const mean = (values) => values.reduce((sum, one) => sum + one, 0) / values.length;

  // An order in which few arcs point backwards (Eades, Lin and Smyth, doi:10.1016/0020-0190(93)90079-O).
  function greedyOrder(count, arcs) {
    const gives = Array.from({ length: count }, () => new Set()), takes = Array.from({ length: count }, () => new Set());
    for (const [tail, head] of arcs) {
      gives[tail].add(head);
      takes[head].add(tail);
    }
    const left = new Set(Array.from({ length: count }, (_, one) => one)), first = [], last = [];
    while (left.size) {
      let chosen = -1, end = false;
      for (const one of left) if (!gives[one].size && one >= chosen) [chosen, end] = [one, true];
      if (chosen < 0) for (const one of left) if (!takes[one].size && (chosen < 0 || one < chosen)) chosen = one;
      if (chosen < 0) for (const one of left) if (chosen < 0 || gives[one].size - takes[one].size > gives[chosen].size - takes[chosen].size) chosen = one;
      if (end) last.unshift(chosen);
      else first.push(chosen);
      left.delete(chosen);
      for (const other of gives[chosen]) takes[other].delete(chosen);
      for (const other of takes[chosen]) gives[other].delete(chosen);
      gives[chosen].clear();
      takes[chosen].clear();
    }
    return [...first, ...last];
  }

  // Arcs that all point down: [upper, lower, turned].
  function acyclic(count, arcs) {
    const place = [];
    greedyOrder(count, arcs.filter(([tail, head]) => tail !== head)).forEach((one, position) => (place[one] = position));
    return arcs.map(([tail, head]) => (place[tail] <= place[head] ? [tail, head, false] : [head, tail, true]));
  }

  // The row of each member: below everything above it, at most so many side by side; the longest way to go chooses first.
  function rowsOf(count, down, most) {
    const above = Array.from({ length: count }, () => new Set()), below = Array.from({ length: count }, () => new Set());
    for (const [upper, lower] of down) {
      if (upper === lower) continue;
      above[lower].add(upper);
      below[upper].add(lower);
    }
    const depth = new Array(count).fill(-1);
    const measure = (one) => {
      if (depth[one] < 0) depth[one] = Math.max(0, ...[...below[one]].map((other) => measure(other) + 1));
      return depth[one];
    };
    for (let one = 0; one < count; one += 1) measure(one);
    const row = new Array(count).fill(-1), filled = [], waiting = new Set(row.keys());
    const waits = above.map((set) => set.size);
    while (waiting.size) {
      let chosen = -1, key = null;
      for (const one of waiting) {
        if (waits[one]) continue;
        const floor = Math.max(-1, ...[...above[one]].map((other) => row[other]));
        const mine = [below[one].size + above[one].size ? 0 : 1, floor, -depth[one], one];
        const place = key ? mine.findIndex((value, at) => value !== key[at]) : 0;
        if (!key || mine[place] < key[place]) [chosen, key] = [one, mine];
      }
      let place = Math.max(0, key[1] + 1);
      while ((filled[place] || 0) >= most) place += 1;
      row[chosen] = place;
      filled[place] = (filled[place] || 0) + 1;
      waiting.delete(chosen);
      for (const other of below[chosen]) waits[other] -= 1;
    }
    pullTogether(row, above, below, filled, most);
    const used = [...new Set(row)].sort((a, b) => a - b);
    return row.map((place) => used.indexOf(place));
  }

  // Members move to rows with room where their lines get shorter, until none gains.
  function pullTogether(row, above, below, filled, most) {
    for (let moved = true; moved; ) {
      moved = false;
      row.forEach((now, one) => {
        const low = Math.max(0, ...[...above[one]].map((other) => row[other] + 1));
        const high = Math.min(...(below[one].size ? [...below[one]].map((other) => row[other] - 1) : [now]));
        const length = (place) => [...above[one]].reduce((sum, other) => sum + place - row[other], 0) + [...below[one]].reduce((sum, other) => sum + row[other] - place, 0);
        let best = row[one];
        for (let place = low; place <= high; place += 1) if ((filled[place] || 0) < most && length(place) < length(best)) best = place;
        if (best === row[one]) return;
        filled[row[one]] -= 1;
        filled[best] = (filled[best] || 0) + 1;
        row[one] = best;
        moved = true;
      });
    }
  }

  // Rows by lane: each lane has rows of its own, and what acts stands above what it acts on where it can.
  function laneRows(lanes, down, most) {
    const row = new Array(lanes.length).fill(0), bands = [];
    let top = 0;
    for (const lane of [...new Set(lanes)].sort((a, b) => a - b)) {
      const members = lanes.flatMap((one, number) => (one === lane ? [number] : []));
      const place = new Map(members.map((one, number) => [one, number]));
      const inside = down.filter(([upper, lower]) => place.has(upper) && place.has(lower)).map(([upper, lower]) => [place.get(upper), place.get(lower)]);
      const rows = packedRows(members.length, inside, most);
      members.forEach((one, number) => (row[one] = top + rows[number]));
      const height = Math.max(...rows) + 1;
      bands.push({ lane, first: top, last: top + height - 1 });
      top += height;
    }
    return { row, bands };
  }

  // As few rows as hold them all, in the order of their depth.
  function packedRows(count, down, most) {
    const deep = rowsOf(count, down, most);
    const least = Math.ceil(count / most);
    if (Math.max(...deep) + 1 <= least) return deep;
    const order = [...deep.keys()].sort((a, b) => deep[a] - deep[b] || a - b);
    const each = Math.ceil(count / least), rows = [];
    order.forEach((one, place) => (rows[one] = Math.floor(place / each)));
    return rows;
  }

  // Boxes and the points where lines pass rows. Long lines of one kind from (or to) one box share their points, like a cable.
  function threaded(boxes, lines, down, row) {
    const items = boxes.map((box, number) => ({ number, width: box.width, row: row[number], box: true }));
    const long = new Map();
    down.forEach(([upper, lower]) => {
      if (row[lower] - row[upper] < 2) return;
      for (const end of ["u" + upper, "l" + lower]) long.set(end, (long.get(end) || 0) + 1);
    });
    const cables = new Map(), joints = new Map(), routes = [], own = [];
    down.forEach(([upper, lower], number) => {
      const route = [upper];
      const hub = (long.get("u" + upper) || 0) >= (long.get("l" + lower) || 0) ? "u" + upper : "l" + lower;
      for (let at = row[upper] + 1; at < row[lower]; at += 1) {
        const key = [hub, lines[number].kind, at].join("|");
        if (!cables.has(key)) {
          cables.set(key, items.length);
          items.push({ number: items.length, width: 0, row: at, box: false });
        }
        route.push(cables.get(key));
      }
      route.push(lower);
      routes.push(route);
      own.push(hub[0] === "u" ? "lower" : "upper");
      for (let at = 1; at < route.length; at += 1) {
        const key = route[at - 1] + "|" + route[at];
        joints.set(key, [route[at - 1], route[at], (joints.get(key) || [0, 0, 0])[2] + 1]);
      }
    });
    const up = items.map(() => []), low = items.map(() => []);
    for (const [upper, lower] of joints.values()) {
      if (upper === lower || items[upper].row === items[lower].row) continue;
      low[upper].push(lower);
      up[lower].push(upper);
    }
    return { items, routes, up, low, own };
  }

  function crossings(rows, place, low) {
    let total = 0;
    for (const members of rows) {
      const pairs = members.flatMap((one) => low[one].map((other) => [place[one], place[other]]));
      pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
      for (let first = 0; first < pairs.length; first += 1) {
        for (let second = first + 1; second < pairs.length; second += 1) if (pairs[second][0] > pairs[first][0] && pairs[second][1] < pairs[first][1]) total += 1;
      }
    }
    return total;
  }

  // Orders inside rows with few crossings: means of neighbours downwards and upwards by turns; the best order met is kept.
  function ordered({ items, up, low }, rounds) {
    const height = Math.max(...items.map((one) => one.row)) + 1;
    const rows = Array.from({ length: height }, (_, at) => items.filter((one) => one.row === at).map((one) => one.number));
    const place = [];
    const settle = (members) => members.forEach((one, at) => (place[one] = (at + 0.5) / members.length));
    rows.forEach(settle);
    let best = rows.map((members) => [...members]), fewest = crossings(rows, place, low), idle = 0;
    for (let turn = 0; turn < rounds && fewest && idle < 6; turn += 1) {
      const near = turn % 2 ? low : up;
      const both = turn % 8 > 5;
      for (const members of turn % 2 ? [...rows].reverse() : rows) {
        const wish = new Map(members.map((one) => {
          const others = both ? [...up[one], ...low[one]] : near[one];
          return [one, others.length ? mean(others.map((other) => place[other])) : place[one]];
        }));
        members.sort((a, b) => wish.get(a) - wish.get(b) || place[a] - place[b]);
        settle(members);
      }
      const count = crossings(rows, place, low);
      idle += 1;
      if (count < fewest) [best, fewest, idle] = [rows.map((members) => [...members]), count, 0];
    }
    return best;
  }

  const apart = (one, other) => (one.width + other.width) / 2 + (one.box && other.box ? GAP : one.box || other.box ? LANE : LANE * 0.8);

  // Places in a row as near as can be to the wanted ones that keep order and distance: pool adjacent violators.
  function spaced(members, wanted, weights, span) {
    const offsets = [0];
    for (let at = 1; at < members.length; at += 1) offsets.push(offsets[at - 1] + apart(members[at - 1], members[at]));
    const blocks = [];
    wanted.forEach((x, at) => {
      let block = [x - offsets[at], weights[at], 1];
      while (blocks.length && blocks[blocks.length - 1][0] > block[0]) {
        const [value, weight, size] = blocks.pop();
        block = [(value * weight + block[0] * block[1]) / (weight + block[1]), weight + block[1], size + block[2]];
      }
      blocks.push(block);
    });
    const low = -span / 2 + members[0].width / 2;
    const high = span / 2 - members[members.length - 1].width / 2 - offsets[offsets.length - 1];
    return blocks.flatMap(([value, , size]) => new Array(size).fill(Math.min(Math.max(value, low), Math.max(low, high)))).map((value, at) => value + offsets[at]);
  }

  function abscissas({ items, up, low }, rows, rounds) {
    const xs = [];
    let span = 0;
    for (const members of rows) {
      let x = 0;
      members.forEach((one, at) => {
        x += at ? apart(items[members[at - 1]], items[one]) : 0;
        xs[one] = x;
      });
      members.forEach((one) => (xs[one] -= x / 2));
      span = Math.max(span, x + (items[members[0]].width + items[members[members.length - 1]].width) / 2);
    }
    for (let turn = 0; turn < rounds; turn += 1) {
      for (const members of turn % 2 ? [...rows].reverse() : rows) {
        const wanted = members.map((one) => {
          const straight = [...up[one], ...low[one]].filter((other) => !items[other].box && !items[one].box);
          const others = straight.length ? straight : [...up[one], ...low[one]];
          return others.length ? mean(others.map((other) => xs[other])) : xs[one];
        });
        const weights = members.map((one) => (items[one].box ? 1 + 0.2 * (up[one].length + low[one].length) : 2));
        spaced(members.map((one) => items[one]), wanted, weights, span).forEach((x, at) => (xs[members[at]] = x));
      }
    }
    const left = Math.min(...items.map((one) => xs[one.number] - one.width / 2));
    return xs.map((x) => Math.round(x - left + MARGIN));
  }

  function ordinates(boxes, { items, routes }, rows, row, bands, tight) {
    const tall = rows.map((members) => Math.max(0, ...members.filter((one) => items[one].box).map((one) => boxes[one].height)));
    const busy = rows.map(() => 0);
    for (const route of routes) for (const at of route.slice(0, -1)) busy[items[at].row] += 1;
    const tops = [];
    let top = MARGIN;
    tall.forEach((height, at) => {
      const first = bands.some((band) => band.first === at && at > 0);
      tops[at] = top + (first ? 10 : 0);
      top = tops[at] + height + tight * Math.min(MOST_GAP, LEAST_GAP + 0.7 * busy[at]);
    });
    return { tops, tall, height: tops[tops.length - 1] + tall[tall.length - 1] + MARGIN };
  }

  // The points of each line from its tail to its head: borders of the boxes, and both ends of the passage through each row between.
  function traced(boxes, down, { items, routes }, xs, { tops, tall }) {
    const leaves = new Map(), enters = new Map();
    const add = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));
    routes.forEach((route, number) => {
      if (down[number][0] === down[number][1]) return;
      add(leaves, route[0], [xs[route[1]], number]);
      add(enters, route[route.length - 1], [xs[route[route.length - 2]], number]);
    });
    const port = (map) => {
      const found = new Map();
      for (const [box, list] of map) {
        list.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        const room = boxes[box].width - 24, step = Math.min(16, list.length > 1 ? room / (list.length - 1) : 0);
        list.forEach(([, number], at) => found.set(number, xs[box] + (at - (list.length - 1) / 2) * step));
      }
      return found;
    };
    const from = port(leaves), to = port(enters);
    return routes.map((route, number) => {
      const [upper, lower, turned] = down[number];
      const middle = (one) => tops[items[one].row] + tall[items[one].row] / 2;
      if (upper === lower) {
        const x = xs[upper] + boxes[upper].width / 2, y = middle(upper);
        return [[x, y - 9], [x + 34, y - 9], [x + 34, y + 9], [x, y + 9]];
      }
      const points = [[from.get(number), middle(upper) + boxes[upper].height / 2]];
      for (const one of route.slice(1, -1)) points.push([xs[one], tops[items[one].row] - 4], [xs[one], tops[items[one].row] + tall[items[one].row] + 4]);
      points.push([to.get(number), middle(lower) - boxes[lower].height / 2]);
      return turned ? points.reverse() : points;
    });
  }

  // boxes: {width, height, lane}; lines: {tail, head, kind}; numbers of boxes. columns: how many boxes side by side.
  function layered(boxes, lines, columns, { lanes = false, rounds = 24, tight = 1 } = {}) {
    const arcs = lines.map((line) => [line.tail, line.head]);
    const plain = acyclic(boxes.length, arcs);
    const { row, bands } = lanes ? laneRows(boxes.map((box) => box.lane), plain, columns) : { row: rowsOf(boxes.length, plain, columns), bands: [] };
    if (lanes) spreadWithin(row, plain);
    const down = arcs.map(([tail, head]) => (row[tail] < row[head] || (row[tail] === row[head] && tail <= head) ? [tail, head, false] : [head, tail, true]));
    const net = threaded(boxes, lines, down, row);
    const rows = ordered(net, rounds);
    const xs = abscissas(net, rows, Math.min(16, rounds));
    const ys = ordinates(boxes, net, rows, row, bands, tight);
    const points = traced(boxes, down, net, xs, ys);
    const centres = boxes.map((box, number) => [xs[number], Math.round(ys.tops[row[number]] + ys.tall[row[number]] / 2)]);
    const right = Math.max(...net.items.map((one) => xs[one.number] + one.width / 2), ...points.flat().map((point) => point[0]));
    const spans = bands.map((band) => ({ lane: band.lane, top: ys.tops[band.first] - 14, bottom: ys.tops[band.last] + ys.tall[band.last] + 14 }));
    const ends = net.own.map((end, number) => ((end === "lower") === !down[number][2] ? "head" : "tail"));
    return { centres, points, ends, bands: spans, width: right + MARGIN, height: ys.height };
  }

  // Lines between boxes of one row would run through those between: in a lane, what acts stands in a row above. Nothing else to do in flow.
  function spreadWithin(row, down) {
    for (let turn = 0; turn < row.length; turn += 1) {
      const level = down.find(([upper, lower]) => upper !== lower && row[upper] === row[lower]);
      if (!level) return;
      const at = row[level[1]];
      row.forEach((place, one) => (row[one] = place > at || one === level[1] || (place === at && down.some(([u, l]) => l === one && u !== l && row[u] === at)) ? place + 1 : place));
    }
  }

  // Of the numbers of columns the one whose drawing is shown largest in a frame.
  function fitted(boxes, lines, frame, { lanes = false } = {}) {
    if (!boxes.length) return { centres: [], points: [], bands: [], width: frame.width, height: 100 };
    let best = null;
    // First with room to breathe, then closer together where that lets everything be read at once.
    for (const tight of [1, 0.72]) {
      for (const columns of frame.columns.filter((one, at) => at === 0 || one <= boxes.length)) {
        const rough = layered(boxes, lines, columns, { lanes, tight, rounds: frame.columns.length > 1 ? 6 : 24 });
        const across = frame.width / (rough.width + (lanes ? NAME : 0)), whole = Math.min(across, frame.height / rough.height, 1.5);
        // What cannot be read at once is scrolled downwards, so its width counts.
        const scale = whole >= READABLE ? whole : Math.min(across, 0.9) / 2 + whole / 10;
        if (!best || scale > best.scale + 0.01) best = { scale, columns, tight };
      }
      if (best.scale >= READABLE || frame.columns.length === 1) break;
    }
    const made = layered(boxes, lines, best.columns, { lanes, tight: best.tight });
    if (!lanes) return made;
    // Room at the left for the names of the lanes.
    return {
      ...made,
      centres: made.centres.map(([x, y]) => [x + NAME, y]),
      points: made.points.map((points) => points.map(([x, y]) => [x + NAME, y])),
      width: made.width + NAME,
    };
  }

  window.kgraphLayout = { fitted, NAME, READABLE };
})();

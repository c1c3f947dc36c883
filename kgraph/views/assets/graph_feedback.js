(() => {
  "use strict";
  // How a push on one variable of a feedback component moves the others: kgraph.reasoning.feedback and core, step by step the same.
  const { PLUS, MINUS, UNKNOWN, product, signsIn, slotOf, walksFrom, spelled, firstPath, allPaths } = window.kgraphSigns;
  const { Minors } = window.kgraphMinors;
  const DEFINITE = 0, UNKNOWN_LINK = 1, OPEN_LOOP = 2, LIMIT = 3;
  const MOST = 16;

  // The component without its self-loops, and the places of those whose self-loop may raise.
  function innerGraph(graph, members) {
    const place = new Map(members.map((member, position) => [member, position]));
    const raising = new Set();
    const rows = members.map((member, position) => {
      const row = [];
      for (const [object, mask] of graph.rows[member]) {
        if (object === member) {
          if (mask & (PLUS | UNKNOWN)) raising.add(position);
        } else if (place.has(object)) row.push([place.get(object), mask]);
      }
      return row;
    });
    return { inner: { names: members.map((member) => graph.names[member]), rows }, raising };
  }

  // A sign for each variable such that every link has the product of its ends' signs; null when some loop is negative.
  function balance(graph) {
    const signs = new Array(graph.names.length).fill(0), stack = [0];
    signs[0] = 1;
    while (stack.length) {
      const variable = stack.pop();
      for (const [object, mask] of graph.rows[variable]) {
        if (mask !== PLUS && mask !== MINUS) return null;
        const sign = mask === PLUS ? signs[variable] : -signs[variable];
        if (signs[object] === 0) {
          signs[object] = sign;
          stack.push(object);
        } else if (signs[object] !== sign) return null;
      }
    }
    return signs;
  }

  // A component whose variables in series are drawn together before the minors are looked at.
  class Core {
    constructor(graph, raising) {
      this.size = graph.names.length;
      this.links = new Map();
      graph.rows.forEach((row, u) => row.forEach(([w, mask]) => this.links.set(u * this.size + w, mask & UNKNOWN ? PLUS | MINUS : mask & (PLUS | MINUS))));
      for (const v of raising) this.links.set(v * this.size + v, PLUS);
      this.solved = new Map();
      ({ kept: this.kept, links: this.small, order: this.order } = this.contracted(-1));
    }

    decides(pushed, read, expected) {
      const place = new Map(this.order.map((variable, number) => [variable, number]));
      const never = this.order.length;
      const at = (variable) => (place.has(variable) ? place.get(variable) : never);
      let sign;
      while (pushed !== read) {
        if (at(pushed) === never && at(read) === never) break;
        if (at(read) < at(pushed)) [read, sign] = this.cause.get(read);
        else [pushed, sign] = this.effect.get(pushed);
        expected = product(expected, sign);
      }
      if (expected !== PLUS && expected !== MINUS) return false;
      const solver = this.solver(pushed === read && place.has(pushed) ? pushed : -1);
      if (!solver) return false;
      return solver.minors.possible(solver.kept.indexOf(pushed), solver.kept.indexOf(read), expected) === expected;
    }

    solver(extra) {
      if (this.kept.length > MOST) return null;
      if (!this.solved.has(extra)) {
        const { kept, links } = extra < 0 ? { kept: this.kept, links: this.small } : this.contracted(extra);
        const number = new Map(kept.map((variable, place) => [variable, place]));
        const numbered = new Map([...links].map(([pair, mask]) => [number.get(Math.floor(pair / this.size)) * kept.length + number.get(pair % this.size), mask]));
        this.solved.set(extra, kept.length > MOST ? null : { minors: new Minors(kept.length, numbered), kept });
      }
      return this.solved.get(extra);
    }

    contracted(keep) {
      const size = this.size, links = new Map(this.links), order = [];
      const left = new Set(Array.from({ length: size }, (_, v) => v));
      const cause = new Map(), effect = new Map();
      const causes = Array.from({ length: size }, () => new Set()), effects = Array.from({ length: size }, () => new Set());
      for (const pair of links.keys()) {
        causes[pair % size].add(Math.floor(pair / size));
        effects[Math.floor(pair / size)].add(pair % size);
      }
      const waiting = [...left].sort((a, b) => b - a);
      const take = (pair) => {
        const mask = links.get(pair);
        links.delete(pair);
        return mask;
      };
      while (waiting.length) {
        const variable = waiting.pop();
        const alone = causes[variable].size === 1 && effects[variable].size === 1 && !causes[variable].has(variable);
        if (variable === keep || !left.has(variable) || !alone) continue;
        const [before] = causes[variable], [after] = effects[variable];
        effects[before].delete(variable);
        causes[after].delete(variable);
        const first = take(before * size + variable), second = take(variable * size + after);
        cause.set(variable, [before, first]);
        effect.set(variable, [after, second]);
        const joined = product(first, second);
        if (before !== after) {
          links.set(before * size + after, (links.get(before * size + after) || 0) | joined);
          effects[before].add(after);
          causes[after].add(before);
        } else if (joined & PLUS) {
          links.set(before * size + before, PLUS);
          effects[before].add(before);
          causes[before].add(before);
        }
        left.delete(variable);
        order.push(variable);
        waiting.push(...new Set([before, after]));
      }
      if (keep < 0) Object.assign(this, { cause, effect });
      return { kept: [...left].sort((a, b) => a - b), links, order };
    }
  }

  // One strongly connected component of at least two variables.
  class Feedback {
    constructor(graph, members, purse) {
      Object.assign(this, { graph, members, purse }, innerGraph(graph, members));
      this.balance = balance(this.inner);
      this.core = null;
    }

    // For each member asked about, a map from each possible sign of its response to what shows it.
    responses(pushed, asked) {
      const tree = walksFrom(this.inner, pushed);
      return asked.map((read) => {
        if (!this.balance) return [read, this.response(tree, pushed, read)];
        const same = this.balance[pushed] === this.balance[read];
        return [read, new Map([[same ? PLUS : MINUS, { rank: DEFINITE, chain: spelled(tree, 3 * read + (same ? 0 : 1)), loop: [] }]])];
      });
    }

    response(tree, pushed, read) {
      const found = pushed === read ? new Map([[PLUS, { rank: DEFINITE, chain: [], loop: [] }]]) : this.byChains(tree, pushed, read);
      if (found.size === 1) {
        const [[bit, way]] = found;
        const other = this.against(pushed, read, bit);
        if (other) found.set(PLUS + MINUS - bit, { rank: other.rank, chain: way.chain, loop: other.loop });
      }
      return found;
    }

    byChains(tree, pushed, read) {
      const found = new Map(), doubtful = [];
      const add = (bit, way) => found.has(bit) || found.set(bit, { loop: [], chain: [], ...way });
      for (const bit of [PLUS, MINUS, UNKNOWN]) {
        if (tree.before[3 * read + slotOf[bit]] === -2) continue;
        const walk = spelled(tree, 3 * read + slotOf[bit]);
        const met = new Set([...walk.map((step) => step[0]), walk[walk.length - 1][1]]);
        if (met.size <= walk.length) doubtful.push(bit);
        else if (bit !== UNKNOWN) found.set(bit, { rank: DEFINITE, chain: walk, loop: [] });
        else for (const either of [PLUS, MINUS]) add(either, { rank: UNKNOWN_LINK, chain: walk });
      }
      const open = new Uint8Array(this.inner.names.length);
      for (const bit of doubtful) {
        if (found.size === 2) break;
        const { path, complete } = firstPath(this.inner, pushed, read, bit, open, this.purse);
        for (const either of bit === UNKNOWN ? [PLUS, MINUS] : [bit]) {
          if (path) add(either, { rank: bit === UNKNOWN ? UNKNOWN_LINK : DEFINITE, chain: path });
          else if (!complete) add(either, { rank: LIMIT });
        }
      }
      return found;
    }

    // Why the other sign is possible although all chains agree; null when it is not.
    against(pushed, read, bit) {
      if (!this.core) this.core = new Core(this.inner, this.raising);
      return this.core.decides(pushed, read, bit) ? null : this.openLoop(pushed, read);
    }

    openLoop(pushed, read) {
      let complete = true;
      for (const { path, whole } of this.paths(pushed, read)) {
        complete = complete && whole;
        const avoid = new Uint8Array(this.inner.names.length);
        for (const one of [pushed, ...path.map((step) => step[1])]) avoid[one] = 1;
        const { loop, sure } = this.raisingLoop(avoid);
        if (loop) return { rank: OPEN_LOOP, loop };
        complete = complete && sure;
      }
      return complete ? null : { rank: LIMIT, loop: [] };
    }

    *paths(pushed, read) {
      if (pushed === read) {
        yield { path: [], whole: true };
        return;
      }
      const fuel = Math.max(1, Math.min(this.purse.left, this.purse.each));
      const { paths, complete } = allPaths(this.inner, [pushed], [read], { limit: 100, fuel });
      this.purse.left -= complete ? 50 : fuel;
      for (const path of paths) yield { path, whole: complete };
      if (!paths.length) yield { path: [], whole: false };
    }

    // A loop outside these variables that raises itself or may do so, and, when there is none, whether that is sure.
    raisingLoop(avoid) {
      let sure = true;
      for (let place = 0; place < this.inner.names.length; place += 1) {
        if (avoid[place]) continue;
        if (this.raising.has(place)) {
          const own = this.graph.rows[this.members[place]].find(([object]) => object === this.members[place])[1];
          return { loop: [[place, place, own & PLUS ? PLUS : UNKNOWN]], sure: true };
        }
        for (const [following, mask] of this.inner.rows[place]) {
          if (avoid[following]) continue;
          for (const sign of signsIn(mask)) {
            for (const back of sign === UNKNOWN ? [PLUS, MINUS, UNKNOWN] : [sign, UNKNOWN]) {
              const { path, complete } = firstPath(this.inner, following, place, back, avoid, this.purse);
              if (path) return { loop: [[place, following, sign], ...path], sure: true };
              sure = sure && complete;
            }
          }
        }
        avoid[place] = 1;
      }
      return { loop: null, sure };
    }
  }

  window.kgraphFeedback = { Feedback, DEFINITE, UNKNOWN_LINK, OPEN_LOOP, LIMIT };
})();

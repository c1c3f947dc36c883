(() => {
  "use strict";
  // What if: the long-run response of every variable, as kgraph.reasoning.whatif gives it under the assumption that the whole is stable.
  const { PLUS, MINUS, UNKNOWN, PRODUCT, signsIn, signOf, componentsFrom } = window.kgraphSigns;
  const { Feedback, DEFINITE, UNKNOWN_LINK, OPEN_LOOP, LIMIT } = window.kgraphFeedback;
  const actions = {
    raise: { push: PLUS, holds: false },
    lower: { push: MINUS, holds: false },
    block: { push: 0, holds: true },
    "clamp+": { push: PLUS, holds: true },
    "clamp-": { push: MINUS, holds: true },
  };
  const changeOf = { [PLUS]: "raised", [MINUS]: "lowered", 0: "unchanged" };
  const STEPS = 2000000, EACH = 100000, DEEPEST = 200;

  function origin(rank, before = null, steps = [], loop = []) {
    return { rank: before ? Math.max(rank, before.rank) : rank, before, steps, loop, length: steps.length + (before ? before.length : 0) };
  }

  function chainOf(one) {
    const parts = [];
    for (let at = one; at; at = at.before) parts.unshift(at.steps);
    return parts.flat();
  }

  function loopOf(one) {
    let at = one;
    while (at && !at.loop.length) at = at.before;
    return at ? at.loop : [];
  }

  function better(signs, bit, rank, length) {
    const known = signs.get(bit);
    return !known || rank < known.rank || (rank === known.rank && length < known.length);
  }

  const worst = (signs) => Math.max(...[...signs.values()].map((one) => one.rank));

  // acts: a map from variable id to an action; the answer is a map from variable id to {change, because, chains, loop}.
  function whatIf(graph, acts) {
    const purse = { left: STEPS, each: EACH };
    const closed = new Uint8Array(graph.names.length), held = new Map(), inflow = new Map(), found = new Map();
    for (const [id, name] of [...acts].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
      const number = graph.number.get(id);
      if (number === undefined) continue;
      const { push, holds } = actions[name];
      if (holds) {
        closed[number] = 1;
        held.set(number, changeOf[push]);
      }
      if (push) inflow.set(number, new Map([[push, origin(DEFINITE)]]));
    }
    const take = (number) => {
      const signs = inflow.get(number);
      inflow.delete(number);
      return signs;
    };
    const feedBack = (component) => {
      const feedback = component.length <= DEEPEST || null;
      const system = feedback && new Feedback(graph, component, purse);
      const back = (steps) => steps.map(([u, w, bit]) => [component[u], component[w], bit]);
      const signs = component.map(() => new Map());
      let asked = component.map((_, place) => place);
      component.forEach((entered, place) => {
        const flowing = take(entered);
        if (!flowing || !asked.length) return;
        // A component too large to search in a page: both signs stay possible, and the reason given is the limit.
        const heard = system ? system.responses(place, asked) : asked.map((read) => [read, new Map([PLUS, MINUS].map((bit) => [bit, { rank: LIMIT, chain: [], loop: [] }]))]);
        for (const [read, responses] of heard) {
          for (const [bit, before] of flowing) {
            for (const [response, way] of responses) {
              const made = origin(way.rank, before, back(way.chain), back(way.loop));
              const sign = PRODUCT[8 * bit + response];
              if (better(signs[read], sign, made.rank, made.length)) signs[read].set(sign, made);
            }
          }
        }
        asked = asked.filter((read) => signs[read].size < 2 || worst(signs[read]) > DEFINITE);
      });
      component.forEach((variable, place) => found.set(variable, signs[place]));
    };
    const passOn = (variable, members) => {
      for (const [following, mask] of graph.rows[variable]) {
        if (closed[following] || members.has(following)) continue;
        if (!inflow.has(following)) inflow.set(following, new Map());
        const signs = inflow.get(following);
        for (const [bit, before] of found.get(variable)) {
          for (const sign of signsIn(mask)) {
            let made = PRODUCT[8 * bit + sign], rank = DEFINITE;
            if (made === UNKNOWN) [made, rank] = [PLUS | MINUS, UNKNOWN_LINK];
            for (const either of [PLUS, MINUS]) {
              if (made & either && better(signs, either, Math.max(rank, before.rank), before.length + 1)) {
                signs.set(either, origin(rank, before, [[variable, following, sign]]));
              }
            }
          }
        }
      }
    };
    for (const component of componentsFrom(graph, [...inflow.keys()].sort((a, b) => a - b), closed)) {
      if (component.length === 1) found.set(component[0], take(component[0]));
      else feedBack(component);
      const members = new Set(component);
      for (const variable of component) passOn(variable, members);
    }
    const touched = [...new Set([...found.keys(), ...held.keys()])].sort((a, b) => a - b);
    const named = (steps) => steps.map(([u, w, bit]) => [graph.names[u], graph.names[w], signOf[bit]]);
    return new Map(touched.map((number) => {
      const { change, because, chains = [], loop = [] } = held.has(number) ? { change: held.get(number), because: "held" } : predicted(found.get(number));
      return [graph.names[number], { change, because, chains: chains.map(named), loop: named(loop) }];
    }));
  }

  function predicted(signs) {
    if (!signs || !signs.size) return { change: "unchanged", because: "no chain" };
    if (signs.size === 1) {
      const [[bit, one]] = signs;
      return { change: changeOf[bit], because: "chains agree", chains: [chainOf(one)] };
    }
    const rank = worst(signs), change = "undetermined";
    const origins = [...signs].sort((a, b) => a[0] - b[0]).map((one) => one[1]);
    const last = origins.find((one) => one.rank === rank);
    if (rank === DEFINITE) return { change, because: "opposing chains", chains: origins.map(chainOf) };
    if (rank === UNKNOWN_LINK) return { change, because: "unknown link", chains: [chainOf(last)] };
    if (rank === OPEN_LOOP) return { change, because: "open loop", chains: [chainOf(last)], loop: loopOf(last) };
    return { change, because: "limit", chains: origins.filter((one) => one.rank < LIMIT).map(chainOf) };
  }

  window.kgraphWhatIf = { whatIf, actions: Object.keys(actions) };
})();

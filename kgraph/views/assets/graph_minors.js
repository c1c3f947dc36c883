(() => {
  "use strict";
  // The possible signs of the minors of a stable system: kgraph.reasoning.minors, where the rules are stated and proved, step by step the same.
  const PLUS = 1, MINUS = 2, ZERO = 4, ALL = 7, SMALL = 8, SEARCHED = 2000;
  const negated = [0, 2, 1, 3, 4, 6, 5, 7];

  function times(first, second) {
    let result = first && second && (first | second) & ZERO ? ZERO : 0;
    if ((first & PLUS && second & PLUS) || (first & MINUS && second & MINUS)) result |= PLUS;
    if ((first & PLUS && second & MINUS) || (first & MINUS && second & PLUS)) result |= MINUS;
    return result;
  }

  class Contradiction extends Error {}

  class Minors {
    // links: a map from subject * size + object to a mask of 1 (may raise) and 2 (may lower).
    constructor(size, links) {
      this.size = size;
      this.out = Array.from({ length: size }, () => []);
      this.into = Array.from({ length: size }, () => []);
      this.raisesItself = Array.from({ length: size }, (_, v) => Boolean((links.get(v * size + v) || 0) & PLUS));
      for (const [pair, mask] of [...links].sort((a, b) => a[0] - b[0])) {
        const subject = Math.floor(pair / size), object = pair % size;
        for (const [bit, sign] of [[PLUS, 1], [MINUS, -1]]) {
          if (!(mask & bit) || subject === object) continue;
          this.out[subject].push([object, sign]);
          this.into[object].push([subject, sign]);
        }
      }
      this.whole = (1 << size) - 1;
      this.sums = [];
      this.products = [];
      this.places = new Map();
      this.balanced = [];
      const members = Array.from({ length: size }, (_, v) => v);
      this.parts = size <= SMALL ? Array.from({ length: this.whole }, (_, part) => part + 1) : [...members.map((v) => this.whole & ~(1 << v)), this.whole];
      this.writeRelations();
      for (const part of [0, ...this.parts]) this.place(part);
      this.domain = new Uint8Array(this.places.size).fill(ALL);
      this.domain[this.place(0)] = this.domain[this.place(this.whole)] = PLUS;
      if (size > SMALL) this.lookForLoops();
      this.uses = Array.from({ length: this.places.size }, () => []);
      this.sums.forEach((terms, number) => terms.forEach(([place]) => this.uses[place].push(number)));
      this.products.forEach((triple, number) => triple.forEach((place) => this.uses[place].push(-1 - number)));
      this.narrow(new Set([...this.sums.keys(), ...[...this.products.keys()].map((number) => -1 - number)]));
      this.sharpened = false;
      while (this.useBalance());
    }

    // Where a quantity stands in the domain; what no relation names gets no place there and can have all signs.
    place(key) {
      if (!this.places.has(key)) this.places.set(key, this.places.size);
      return this.places.get(key);
    }

    of(key) {
      return this.places.has(key) ? this.domain[this.places.get(key)] : ALL;
    }

    possible(pushed, read, expected) {
      const place = this.place(this.cofactor(this.whole, pushed, read));
      if (!this.neverZero(place, expected) && !this.sharpened) {
        this.sharpen();
        this.neverZero(place, expected);
      }
      return this.domain[place] === expected ? expected : PLUS | MINUS;
    }

    neverZero(place, expected) {
      if (this.domain[place] === expected) return true;
      const saved = this.domain.slice();
      try {
        const pending = new Set();
        this.set(place, ZERO, pending);
        this.narrow(pending);
      } catch (error) {
        if (!(error instanceof Contradiction)) throw error;
        this.domain = saved;
        const pending = new Set();
        this.set(place, expected, pending);
        this.narrow(pending);
        return true;
      }
      this.domain = saved;
      return false;
    }

    sharpen() {
      this.sharpened = true;
      let learning = true;
      while (learning) {
        const unknown = this.parts.filter((part) => this.of(part) !== PLUS);
        learning = unknown.filter((part) => this.neverZero(this.place(part), PLUS)).length > 0;
        while (this.useBalance()) learning = true;
      }
    }

    cofactor(part, pushed, read) {
      return (1 << this.size) + (part * this.size + pushed) * this.size + read;
    }

    writeRelations() {
      for (const part of this.parts) {
        const inside = [];
        for (let v = 0; v < this.size; v += 1) if (part >> v & 1) inside.push(v);
        const blocks = this.blocks(inside);
        let rest = part;
        for (const block of blocks.slice(0, -1)) {
          this.products.push([rest, block, rest & ~block].map((one) => this.place(one)));
          rest &= ~block;
        }
        if (this.size <= SMALL && blocks.length === 1) {
          const signs = this.signature(inside);
          if (signs) this.balanced.push([part, signs]);
        }
        for (const first of inside) {
          for (const second of inside) {
            for (const terms of this.expansions(part, first, second)) this.sums.push(terms.map(([key, factor]) => [this.place(key), factor]));
          }
        }
      }
    }

    // Each is a sum of quantities with factors that is zero.
    expansions(part, pushed, read) {
      const sums = [], own = this.cofactor(part, pushed, read);
      const inPart = ([u]) => part >> u & 1;
      if (pushed === read) sums.push([[own, 1], [part & ~(1 << pushed), -1]]);
      else {
        const gone = part & ~(1 << pushed), left = part & ~(1 << read);
        sums.push([[own, -1], ...this.out[pushed].filter(inPart).map(([u, s]) => [this.cofactor(gone, u, read), s])]);
        sums.push([[own, -1], ...this.into[read].filter(inPart).map(([y, s]) => [this.cofactor(left, pushed, y), s])]);
      }
      const whole = pushed === read ? [[part, -1]] : [];
      const decay = (v) => (this.raisesItself[v] ? [[own, 1], [own, -1]] : [[own, 1]]);
      sums.push([...decay(read), ...this.into[read].filter(inPart).map(([y, s]) => [this.cofactor(part, pushed, y), -s]), ...whole]);
      sums.push([...decay(pushed), ...this.out[pushed].filter(inPart).map(([u, s]) => [this.cofactor(part, u, read), -s]), ...whole]);
      return sums;
    }

    lookForLoops() {
      for (const [part, place] of this.places) if (part < 1 << this.size && !this.mayRaiseItself(part)) this.domain[place] = PLUS;
    }

    mayRaiseItself(part) {
      let steps = SEARCHED;
      for (let start = 0; start < this.size; start += 1) {
        if (!(part >> start & 1)) continue;
        if (this.raisesItself[start]) return true;
        const stack = [[start, 1, 1 << start]];
        while (stack.length) {
          const [variable, sign, seen] = stack.pop();
          steps -= 1;
          if (steps < 0) return true;
          for (const [following, link] of this.out[variable]) {
            if (following === start && sign * link > 0) return true;
            if (following > start && part >> following & 1 && !(seen >> following & 1)) stack.push([following, sign * link, seen | 1 << following]);
          }
        }
      }
      return false;
    }

    set(place, mask, pending) {
      const old = this.domain[place], narrowed = old & mask;
      if (narrowed === old) return;
      if (!narrowed) throw new Contradiction();
      this.domain[place] = narrowed;
      for (const relation of this.uses[place]) pending.add(relation);
    }

    narrow(pending) {
      for (const relation of pending) {
        pending.delete(relation);
        if (relation >= 0) this.narrowSum(this.sums[relation], pending);
        else this.narrowProduct(...this.products[-1 - relation], pending);
      }
    }

    // Each term has a sign that the others together can balance.
    narrowSum(terms, pending) {
      const masks = terms.map(([place, factor]) => (factor > 0 ? this.domain[place] : negated[this.domain[place]]));
      let plus = 0, minus = 0, signed = 0, notZero = 0;
      for (const mask of masks) {
        plus += mask & PLUS ? 1 : 0;
        minus += mask & MINUS ? 1 : 0;
        signed += mask & (PLUS | MINUS) ? 1 : 0;
        notZero += mask & ZERO ? 0 : 1;
      }
      terms.forEach(([place, factor], number) => {
        const mask = masks[number];
        const raising = plus > (mask & PLUS ? 1 : 0), lowering = minus > (mask & MINUS ? 1 : 0);
        const two = raising && lowering && signed - (mask & (PLUS | MINUS) ? 1 : 0) > 1;
        let together = (raising ? PLUS : 0) | (lowering ? MINUS : 0);
        if (two || notZero === (mask & ZERO ? 0 : 1)) together |= ZERO;
        this.set(place, factor > 0 ? negated[together] : together, pending);
      });
    }

    narrowProduct(whole, first, second, pending) {
      const domain = this.domain;
      this.set(whole, times(domain[first], domain[second]), pending);
      for (const [one, other] of [[first, second], [second, first]]) {
        let kept = 0;
        for (const bit of [PLUS, MINUS, ZERO]) if (domain[one] & bit && times(bit, domain[other]) & domain[whole]) kept |= bit;
        this.set(one, kept, pending);
      }
    }

    useBalance() {
      const pending = new Set();
      for (const [part, signs] of this.balanced) {
        const subsets = [];
        for (let subset = part; subset; subset = (subset - 1) & part) subsets.push(subset);
        if (subsets.every((subset) => this.of(subset) === PLUS) || this.of(this.whole & ~part) !== PLUS) continue;
        if (this.waysAgree(part, signs)) for (const subset of subsets) this.set(this.place(subset), PLUS, pending);
      }
      const learned = pending.size > 0;
      this.narrow(pending);
      return learned;
    }

    waysAgree(part, signs) {
      const rest = this.whole & ~part;
      for (let leaving = 0; leaving < this.size; leaving += 1) {
        if (!(part >> leaving & 1)) continue;
        for (const [first, away] of this.out[leaving]) {
          if (!(rest >> first & 1)) continue;
          for (let last = 0; last < this.size; last += 1) {
            if (!(rest >> last & 1)) continue;
            for (const [entered, back] of this.out[last]) {
              if (!(part >> entered & 1)) continue;
              const wrong = away * back * signs[leaving] * signs[entered] > 0 ? MINUS : PLUS;
              if (this.of(this.cofactor(rest, first, last)) & wrong) return false;
            }
          }
        }
      }
      return true;
    }

    // The strongly connected parts of a set, as masks.
    blocks(inside) {
      const members = inside.reduce((mask, v) => mask | 1 << v, 0);
      const reach = new Map();
      for (const start of inside) {
        let seen = 1 << start, grown = seen;
        while (grown) {
          let fresh = 0;
          for (let v = 0; v < this.size; v += 1) if (grown >> v & 1) for (const [u] of this.out[v]) fresh |= 1 << u;
          grown = fresh & members & ~seen;
          seen |= grown;
        }
        reach.set(start, seen);
      }
      const blocks = new Set(inside.map((v) => inside.reduce((mask, u) => (reach.get(v) >> u & 1 && reach.get(u) >> v & 1 ? mask | 1 << u : mask), 0)));
      return [...blocks].sort((a, b) => a - b);
    }

    // Signs of the variables that make every link inside positive; null when there are none.
    signature(inside) {
      const signs = new Array(this.size).fill(0), stack = [inside[0]];
      signs[inside[0]] = 1;
      while (stack.length) {
        const variable = stack.pop();
        for (const [following, sign] of this.out[variable]) {
          if (!inside.includes(following)) continue;
          if (signs[following] === 0) {
            signs[following] = signs[variable] * sign;
            stack.push(following);
          } else if (signs[following] !== signs[variable] * sign) return null;
        }
      }
      return signs;
    }
  }

  window.kgraphMinors = { Minors };
})();

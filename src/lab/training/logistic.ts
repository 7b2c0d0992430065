/** One example: its features' indices, each with the value that its family has, times the example's own scale. */
export interface Example {
  readonly features: Uint32Array | Uint16Array;
  readonly positive: boolean;
  /** C of this row: the larger, the more its error costs. */
  readonly cost: number;
  readonly scale?: number;
  /** A feature beyond `features`, that belongs to the row's kind. */
  readonly stratum?: number;
}

interface Options {
  readonly epochs: number;
  /** Of the strata: how freely each shifts its rows; the larger, the less is left to the features. */
  readonly stratumValue?: number;
  readonly strata?: number;
}

const NEWTON_STEPS = 8;
const EDGE = 1e-8;

/**
 * L2-regularised logistic regression by dual coordinate descent (Yu, Huang and Lin, "Dual coordinate descent methods for
 * logistic regression and maximum entropy models", Machine Learning 85, 2011). `values` holds each feature's value
 * where it occurs. Rows are visited in a fixed pseudo-random order, so that the result is the same to the bit. Each stratum
 * has an intercept of its own, which is left out of the answer: what only tells the stratum then weighs nothing.
 * Answers the weights by feature, the intercept last (a feature of value 1 in every row).
 */
export function fitLogistic(
  examples: readonly Example[],
  values: Float64Array,
  { epochs, stratumValue = 0, strata = 0 }: Options,
): Float64Array {
  const fit = new Fit(values, new Float64Array(strata), stratumValue);
  const squares = examples.map((example) => fit.square(example));
  const alphas = Float64Array.from(examples, ({ cost }) => cost * 1e-3);
  examples.forEach((example, i) => {
    fit.step(example, alphas[i] as number);
  });
  const order = Uint32Array.from(examples, (_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, epoch + 1);
    for (const i of order) {
      const example = examples[i] as Example;
      const before = alphas[i] as number;
      const after = newton(before, example.cost, squares[i] as number, fit.margin(example));
      alphas[i] = after;
      if (after !== before) fit.step(example, after - before);
    }
  }
  return fit.weights;
}

/** Weights on their way. */
class Fit {
  readonly weights: Float64Array;
  readonly #values: Float64Array;
  readonly #strata: Float64Array;
  readonly #stratumValue: number;

  constructor(values: Float64Array, strata: Float64Array, stratumValue: number) {
    this.weights = new Float64Array(values.length + 1);
    this.#values = values;
    this.#strata = strata;
    this.#stratumValue = stratumValue;
  }

  square({ features, scale = 1, stratum }: Example): number {
    let sum = 0;
    for (let k = 0; k < features.length; k++) sum += (this.#values[features[k] as number] as number) ** 2;
    return 1 + sum * scale ** 2 + (stratum === undefined ? 0 : this.#stratumValue ** 2);
  }

  /** y (w x). */
  margin({ features, positive, scale = 1, stratum }: Example): number {
    let sum = 0;
    for (let k = 0; k < features.length; k++) {
      const feature = features[k] as number;
      sum += (this.weights[feature] as number) * (this.#values[feature] as number);
    }
    sum = sum * scale + (this.weights[this.#values.length] as number);
    if (stratum !== undefined) sum += (this.#strata[stratum] as number) * this.#stratumValue;
    return positive ? sum : -sum;
  }

  step({ features, positive, scale = 1, stratum }: Example, amount: number): void {
    const signed = positive ? amount : -amount;
    const last = this.#values.length;
    this.weights[last] = (this.weights[last] as number) + signed;
    if (stratum !== undefined)
      this.#strata[stratum] = (this.#strata[stratum] as number) + signed * this.#stratumValue;
    for (let k = 0; k < features.length; k++) {
      const feature = features[k] as number;
      this.weights[feature] =
        (this.weights[feature] as number) + signed * scale * (this.#values[feature] as number);
    }
  }
}

/** Minimises a ln a + (c - a) ln (c - a) + (square / 2)(a - before)^2 + margin (a - before) over 0 < a < c. */
function newton(before: number, cost: number, square: number, margin: number): number {
  let alpha = before;
  for (let i = 0; i < NEWTON_STEPS; i++) {
    const slope = Math.log(alpha / (cost - alpha)) + square * (alpha - before) + margin;
    const curve = cost / (alpha * (cost - alpha)) + square;
    const next = alpha - slope / curve;
    alpha = next <= 0 ? alpha * 0.1 : next >= cost ? cost - (cost - alpha) * 0.1 : next;
    if (Math.abs(slope) < 1e-6) break;
  }
  return Math.min(cost * (1 - EDGE), Math.max(cost * EDGE, alpha));
}

/** Fisher-Yates by xorshift32. */
function shuffle(order: Uint32Array, seed: number): void {
  let state = Math.imul(seed, 0x9e3779b9) >>> 0 || 1;
  for (let i = order.length - 1; i > 0; i--) {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    const j = state % (i + 1);
    const held = order[i] as number;
    order[i] = order[j] as number;
    order[j] = held;
  }
}

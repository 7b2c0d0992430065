/** One example: its features' indices, all with the value that their family has. */
export interface Example {
  readonly features: Uint32Array;
  readonly positive: boolean;
  /** C of this row: the larger, the more its error costs. */
  readonly cost: number;
}

const EPOCHS = 30;
const NEWTON_STEPS = 8;
const EDGE = 1e-8;

/**
 * L2-regularised logistic regression by dual coordinate descent (Yu, Huang and Lin, "Dual coordinate descent methods for
 * logistic regression and maximum entropy models", Machine Learning 85, 2011). `values` holds each feature's value
 * where it occurs. Rows are visited in a fixed pseudo-random order, so that the result is the same to the bit.
 * Answers the weights by feature, the intercept last (a feature of value 1 in every row).
 */
export function fitLogistic(examples: readonly Example[], values: Float64Array): Float64Array {
  const weights = new Float64Array(values.length + 1);
  const squares = examples.map(
    (example) => 1 + example.features.reduce((sum, f) => sum + (values[f] as number) ** 2, 0),
  );
  const alphas = Float64Array.from(examples, ({ cost }) => cost * 1e-3);
  examples.forEach((example, i) => {
    step(weights, values, example, alphas[i] as number);
  });
  const order = Uint32Array.from(examples, (_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, epoch + 1);
    for (const i of order) {
      const example = examples[i] as Example;
      const before = alphas[i] as number;
      const after = newton(before, example.cost, squares[i] as number, margin(weights, values, example));
      alphas[i] = after;
      if (after !== before) step(weights, values, example, after - before);
    }
  }
  return weights;
}

/** y (w x). */
function margin(weights: Float64Array, values: Float64Array, { features, positive }: Example): number {
  let sum = weights[values.length] as number;
  for (const feature of features) sum += (weights[feature] as number) * (values[feature] as number);
  return positive ? sum : -sum;
}

function step(
  weights: Float64Array,
  values: Float64Array,
  { features, positive }: Example,
  amount: number,
): void {
  const signed = positive ? amount : -amount;
  weights[values.length] = (weights[values.length] as number) + signed;
  for (const feature of features) {
    weights[feature] = (weights[feature] as number) + signed * (values[feature] as number);
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

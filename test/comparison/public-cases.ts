/**
 * Eight public estimates of the cost of a million tokens, as factors: USD a GPU-hour, tokens a second
 * a GPU, training as a multiplier, utilization, overhead as a multiplier, price over cost. Essays on
 * Kimi-K2, an H100's yield, serving a 405B model, and decoding; DeepSeek's inference system overview.
 */
export const publicCases: readonly (readonly [number, number, number, number, number, number])[] = [
  [1.1415525, 10, 2, 0.8, 1.25, 1 / 0.7],
  [1.917484, 400, 1, 1, 1, 1],
  [1.917484, 2500, 1, 1, 1, 1],
  [10.6, 63.25, 1, 1, 1, 1],
  [10.6, 63.25, 2.3648675, 1, 1, 1],
  [3.72, 63.25, 1, 1, 1, 1],
  [2, 180, 1, 1, 1, 1],
  [2, 1850, 1, 1, 1, 1],
];

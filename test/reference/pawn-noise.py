"""Prints the 95% quantile, times the root of the draws, of the mean Kolmogorov distance between tenths
of shuffled draws and all of them: the noise level of src/sensitivity/pawn.ts.

Run: python3 test/reference/pawn-noise.py (NumPy 2.4.6 printed 2.965 2.985 3.020 3.037, each +- 0.005)
"""
import numpy as np

g = np.random.default_rng(5)
for draws, shuffles in ((500, 20_000), (1000, 20_000), (4000, 20_000), (16_000, 10_000)):
    distances = []
    for _ in range(shuffles):
        slices = np.repeat(np.arange(10), draws // 10)
        g.shuffle(slices)
        largest = 0.0
        for k in range(10):
            places = np.flatnonzero(slices == k)
            before = np.arange(len(places)) / len(places)
            after = before + 1 / len(places)
            gaps = np.abs(before - places / draws), np.abs(after - (places + 1) / draws)
            largest += max(gaps[0].max(), gaps[1].max())
        distances.append(largest / 10)
    print(draws, np.quantile(distances, 0.95) * np.sqrt(draws))

"""Writes pawn.json: the mean Kolmogorov distance between Y given a tenth of Z and Y overall, by SciPy.

Y and Z are standard normals with correlation r; the distance of each tenth of Z is found by bounded
maximization of the difference of their distribution functions on both sides of a fine grid's best point.

Run: python3 test/reference/pawn.py
"""
import json
import math
import pathlib

import numpy as np
import scipy
from scipy import integrate, optimize, stats


def distance(r, low, high):
    a, b = stats.norm.ppf(low), stats.norm.ppf(high)
    s = math.sqrt(1 - r * r)

    def gap(y):
        given = integrate.quad(
            lambda z: stats.norm.cdf((y - r * z) / s) * stats.norm.pdf(z), max(a, -9), min(b, 9), epsabs=1e-12
        )[0]
        return -abs(given / (high - low) - stats.norm.cdf(y))

    grid = np.linspace(-4, 4, 41)
    best = grid[np.argmin([gap(y) for y in grid])]
    return -optimize.minimize_scalar(gap, bounds=(best - 0.2, best + 0.2), method="bounded").fun


cases = {"0.4472": 1 / math.sqrt(5), "0.8944": 2 / math.sqrt(5), "0.8": 0.8, "0.3": 0.3}
result = {"source": f"SciPy {scipy.__version__}"}
for name, r in cases.items():
    result[name] = round(float(np.mean([distance(r, k / 10, (k + 1) / 10) for k in range(10)])), 7)
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(result, indent=2) + "\n")

"""Writes coverage-model.json: percentiles and a probability of the small cost model of the coverage test.

cost = price * (1 + overhead) / utilization + power, with price lognormal (median 2, sd of logarithm 0.5),
overhead uniform on 0.1 to 0.4, utilization beta(13, 7), power normal (0.9, 0.05). Given overhead,
utilization and power the price's normal distribution is exact; the other three are integrated by
Gauss-Legendre in x (overhead, utilization) and Gauss-Hermite (power), then the percentile is a root.
Independent of Breakeven. The mean is a closed form: 2 exp(1/8) * 1.25 * 19/12 + 0.9.

Run: python3 test/reference/coverage-model.py
"""
import json
import math
import pathlib

import numpy as np
import scipy
from scipy import optimize, stats
from scipy.special import ndtr

NODES = 80
x, w = np.polynomial.legendre.leggauss(NODES)
x, w = (x + 1) / 2, w / 2
overhead, overhead_weight = 1.1 + 0.3 * x, w
utilization, utilization_weight = x, w * stats.beta.pdf(x, 13, 7)
h, hw = np.polynomial.hermite_e.hermegauss(40)
power, power_weight = 0.9 + 0.05 * h, hw / math.sqrt(2 * math.pi)
O, U, P = np.meshgrid(overhead, utilization, power, indexing="ij")
W = overhead_weight[:, None, None] * utilization_weight[None, :, None] * power_weight[None, None, :]


def cdf(y):
    price = np.maximum((y - P) * U / O, 1e-300)
    return float((W * ndtr(np.log(price / 2) / 0.5)).sum())


values = {
    "mean": 2 * math.exp(1 / 8) * 1.25 * 19 / 12 + 0.9,
    **{
        f"p{round(100 * p)}": float(optimize.brentq(lambda y: cdf(y) - p, 0.95, 60, xtol=1e-13))
        for p in (0.05, 0.5, 0.95)
    },
    "atOrBelow6": cdf(6.0),
}
path = pathlib.Path(__file__).with_suffix(".json")
source = f"SciPy {scipy.__version__}, Gauss-Legendre and Gauss-Hermite, {NODES} and 40 nodes"
path.write_text(json.dumps({"source": source, "values": values}, indent=2) + "\n")

"""Writes token-cost-8-shares.json: Sobol' indices of the nine-input benchmark model, without sampling.

The cost is a product of independent factors, one of which, the cost of a GPU hour, is
c1 server_price / years + c2 support3y + c3 kw pue. So the indices of the cost follow from first and
second moments of single inputs, by numerical integration of their densities. Those of its logarithm
follow from variances of logarithms of single factors, and of the logarithm of the GPU hour by
Gaussian quadrature over its five inputs (tensor grid; 10 and 14 nodes an input agree to 1e-9).

Run: python3 test/reference/token-cost-8-shares.py
"""
import itertools
import json
import math
import pathlib

import numpy as np
import scipy
from scipy import integrate, stats

Z = stats.norm.ppf(0.95)


def lognormal(p5, p95):
    return stats.lognorm((math.log(p95) - math.log(p5)) / (2 * Z), scale=math.sqrt(p5 * p95))


alpha, beta = 1 + 4 * (1 - 0.2) / 1.8, 1 + 4 * (2 - 1) / 1.8
X = {
    "server_price": lognormal(250_000, 400_000),
    "years": stats.triang(1 / 3, loc=3, scale=3),
    "support3y": stats.uniform(15_000, 105_000),
    "kw": stats.norm(0.9, 0.05),
    "pue": stats.uniform(1.1, 0.4),
    "training_ratio": stats.beta(alpha, beta, loc=0.2, scale=1.8),
    "utilization": stats.beta(13, 7),
    "throughput": lognormal(40, 2000),
    "overhead": stats.uniform(0.1, 0.3),
}
NAMES = list(X)
HOUR = NAMES[:5]
FACTORS = {
    "training_ratio": lambda x: 1 + x,
    "utilization": lambda x: 1 / x,
    "throughput": lambda x: 1 / x,
    "overhead": lambda x: 1 + x,
}


def expect(name, f):
    """E f(X) by adaptive quadrature of the density over the support, split where it has a kink."""
    d = X[name]
    low, high = d.support()
    low, high = max(low, d.mean() - 12 * d.std()), min(high, d.mean() + 12 * d.std())
    cuts = sorted({low, 4, high} if name == "years" else {low, d.mean(), high})
    parts = (integrate.quad(lambda x: f(x) * d.pdf(x), a, b, epsrel=1e-12) for a, b in itertools.pairwise(cuts))
    return sum(value for value, _ in parts)


def moments(name, f):
    """First and second moment; in closed form where a tail would test the quadrature."""
    if name in ("throughput", "server_price"):
        mu, s = math.log(X[name].kwds["scale"]), X[name].args[0]
        sign = -1 if name == "throughput" else 1
        return [math.exp(k * sign * mu + k * k * s * s / 2) for k in (1, 2)]
    return [expect(name, f), expect(name, lambda x: f(x) ** 2)]


def var(m):
    return m[1] - m[0] ** 2


def value_shares():
    c1, c2, c3 = 1 / 8 / 8760, 1 / 8 / (3 * 8760), 0.10
    p, s, k, e = (moments(n, lambda x: x) for n in ("server_price", "support3y", "kw", "pue"))
    y = moments("years", lambda x: 1 / x)
    mean_hour = c1 * p[0] * y[0] + c2 * s[0] + c3 * k[0] * e[0]
    hour_first = {
        "server_price": var(p) * (c1 * y[0]) ** 2,
        "years": var(y) * (c1 * p[0]) ** 2,
        "support3y": var(s) * c2**2,
        "kw": var(k) * (c3 * e[0]) ** 2,
        "pue": var(e) * (c3 * k[0]) ** 2,
    }
    hour_total = {
        "server_price": var(p) * c1**2 * y[1],
        "years": var(y) * c1**2 * p[1],
        "support3y": var(s) * c2**2,
        "kw": var(k) * c3**2 * e[1],
        "pue": var(e) * c3**2 * k[1],
    }
    var_hour = (
        c1**2 * (p[1] * y[1] - (p[0] * y[0]) ** 2)
        + c2**2 * var(s)
        + c3**2 * (k[1] * e[1] - (k[0] * e[0]) ** 2)
    )
    others = {name: moments(name, f) for name, f in FACTORS.items()}
    hour = [mean_hour, var_hour + mean_hour**2]
    means = math.prod(m[0] for m in [hour, *others.values()])
    squares = math.prod(m[1] for m in [hour, *others.values()])
    variance = squares - means**2
    first, total = {}, {}
    for name in HOUR:
        first[name] = hour_first[name] / mean_hour**2 * means**2 / variance
        total[name] = hour_total[name] / hour[1] * squares / variance
    for name, m in others.items():
        first[name] = var(m) / m[0] ** 2 * means**2 / variance
        total[name] = var(m) / m[1] * squares / variance
    return first, total


def rule(name, nodes):
    """Points and weights of one input: Gauss-Hermite or Gauss-Legendre, in two panels at a kink."""
    if name in ("server_price", "kw"):
        t, w = np.polynomial.hermite_e.hermegauss(nodes)
        return X[name].ppf(stats.norm.cdf(t)), w / w.sum()
    t, w = np.polynomial.legendre.leggauss(nodes)
    low, high = X[name].support()
    cuts = [low, 4, high] if name == "years" else [low, high]
    x = np.concatenate([(a + b + (b - a) * t) / 2 for a, b in itertools.pairwise(cuts)])
    w = np.concatenate([w * (b - a) / 2 for a, b in itertools.pairwise(cuts)]) * X[name].pdf(x)
    return x, w / w.sum()


def log_shares(nodes):
    grids = []
    for axis, name in enumerate(HOUR):
        x, w = rule(name, nodes)
        shape = [1] * 5
        shape[axis] = len(x)
        grids.append((x.reshape(shape), w.reshape(shape)))
    price, years, support, kw, pue = (x for x, _ in grids)
    weights = [v for _, v in grids]
    log_hour = np.log(price / 8 / (years * 8760) + support / 8 / (3 * 8760) + kw * pue * 0.10)

    def mean_over(values, axes):
        for axis in axes:
            values = (values * weights[axis]).sum(axis=axis, keepdims=True)
        return values

    every = range(5)
    mean = mean_over(log_hour, every).item()
    var_hour = mean_over((log_hour - mean) ** 2, every).item()
    own, whole = {}, {}
    for axis, name in enumerate(HOUR):
        rest = [k for k in every if k != axis]
        own[name] = mean_over((mean_over(log_hour, rest) - mean) ** 2, [axis]).item()
        without = mean_over(log_hour, [axis])
        whole[name] = var_hour - mean_over((without - mean) ** 2, rest).item()
    variances = {"throughput": X["throughput"].args[0] ** 2}
    for name in ("training_ratio", "utilization", "overhead"):
        f = FACTORS[name]
        m = expect(name, lambda x: math.log(f(x)))
        variances[name] = expect(name, lambda x: (math.log(f(x)) - m) ** 2)
    variance = var_hour + sum(variances.values())
    first = {n: (own | variances)[n] / variance for n in NAMES}
    total = {n: (whole | variances)[n] / variance for n in NAMES}
    return first, total


log_result = log_shares(14)
result = {"source": f"SciPy {scipy.__version__}, NumPy {np.__version__}; numerical integration"}
for measure, (first, total) in {"value": value_shares(), "logarithm": log_result}.items():
    result[measure] = {
        n: {"first": float(f"{first[n]:.7g}"), "total": float(f"{total[n]:.7g}")} for n in NAMES
    }
coarse = log_shares(10)
for n in NAMES:
    assert abs(coarse[0][n] - log_result[0][n]) < 1e-9, (n, coarse[0][n])
    assert abs(coarse[1][n] - log_result[1][n]) < 1e-9, (n, coarse[1][n])
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(result, indent=2) + "\n")

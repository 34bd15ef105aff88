"""Writes fits.json: maximum-likelihood fits by SciPy, their standard errors by the observed information, and KS
and AD of the fitted distributions.

Samples are drawn by NumPy's PCG64 and rounded to 6 digits, so that the file holds them exactly. SciPy's answers
are polished by Nelder-Mead to 1e-13 on SciPy's own logpdf; the gamma's shape is solved by mpmath in 50 digits.
Second derivatives are central differences of SciPy's logpdf (of fourth order, steps of a tenth of an error).

Run: python3 test/reference/fits.py
"""
import itertools
import json
import pathlib

import mpmath as mp
import numpy as np
import scipy
from scipy import optimize, stats

mp.mp.dps = 50
g = np.random.default_rng(20260301)
N = 120
SAMPLES = {
    "lognormal": g.lognormal(6.7, 0.41, N),
    "gamma": g.gamma(2.3, 40.0, N),
    "beta": g.beta(13, 7, N),
    "small beta": g.beta(0.4, 0.7, N),
    "exponential": g.exponential(3.5, N),
    "weibull": 12 * g.weibull(1.7, N),
    "normal": g.normal(-4, 2.5, N),
    "nearly equal": 1000 + g.normal(0, 0.01, N),
    "triangular": g.triangular(3, 4, 6, N),
    "short": g.gamma(5, 1, 20),
    "logistic": g.logistic(800, 60, N),
    "student_t": 40 + 3 * g.standard_t(3.5, N),
    "counts": g.poisson(3.1, N).astype(float),
    "with an outlier": np.append(g.normal(100, 5, 29), 5000.0),
}


def gamma_shape(x):
    x = [mp.mpf(float(v)) for v in x]
    mean = sum(x) / len(x)
    gap = mp.log(mean) - sum(map(mp.log, x)) / len(x)
    shape = mp.findroot(lambda k: mp.log(k) - mp.digamma(k) - gap, 1 / (2 * gap))
    return [float(shape), float(mean / shape)]


def gamma_likelihood(p, x):
    shape, scale = map(mp.mpf, p)
    return float(sum((shape - 1) * mp.log(v) - v / scale - shape * mp.log(scale) - mp.loggamma(shape)
                     for v in map(mp.mpf, map(float, x))))


def t_start(x):
    return [np.median(x), np.subtract(*np.quantile(x, [0.75, 0.25])) * 0.7, 4]


ANY = lambda x: True
ABOVE = lambda x: x.min() > 0
# family -> (parameters to frozen distribution, first guess, applies, names, to be polished)
FAMILIES = {
    "normal": (lambda p: stats.norm(p[0], p[1]), lambda x: [x.mean(), x.std()], ANY, ["mean", "sd"], False),
    "lognormal": (lambda p: stats.lognorm(p[1], scale=p[0]), lambda x: [np.exp(np.log(x).mean()), np.log(x).std()],
                  ABOVE, ["median", "sd_log"], False),
    "gamma": (lambda p: stats.gamma(p[0], scale=p[1]), gamma_shape, ABOVE, ["shape", "scale"], False),
    "weibull": (lambda p: stats.weibull_min(p[0], scale=p[1]), lambda x: stats.weibull_min.fit(x, floc=0)[::2],
                ABOVE, ["shape", "scale"], True),
    "beta": (lambda p: stats.beta(p[0], p[1]), lambda x: stats.beta.fit(x, floc=0, fscale=1)[:2],
             lambda x: x.min() > 0 and x.max() < 1, ["alpha", "beta"], True),
    "exponential": (lambda p: stats.expon(scale=p[0]), lambda x: [x.mean()], lambda x: x.min() >= 0, ["mean"], False),
    "logistic": (lambda p: stats.logistic(p[0], p[1]), stats.logistic.fit, ANY, ["location", "scale"], True),
    "student_t": (lambda p: stats.t(p[2], p[0], p[1]), t_start, ANY, ["location", "scale", "df"], True),
    "uniform": (lambda p: stats.uniform(p[0], p[1] - p[0]), lambda x: [x.min(), x.max()], ANY, ["min", "max"], False),
    "poisson": (lambda p: stats.poisson(p[0]), lambda x: [x.mean()],
                lambda x: x.min() >= 0 and (x == np.round(x)).all(), ["mean"], False),
}


def log_likelihood(make, p, x):
    d = make(p)
    return d.logpmf(x).sum() if d.dist.name == "poisson" else d.logpdf(x).sum()


def polish(make, start, x):
    """Nelder-Mead on relative changes, restarted until it stands still."""
    best = np.asarray(start, float)
    for _ in range(8):
        loss = lambda t: -log_likelihood(make, best * np.exp(t), x)
        r = optimize.minimize(loss, np.zeros(len(best)), method="Nelder-Mead",
                              options={"xatol": 1e-13, "fatol": 1e-13, "maxiter": 4000,
                                       "initial_simplex": np.vstack([np.zeros(len(best)), 1e-3 * np.eye(len(best))])})
        best = best * np.exp(r.x)
    return best


def standard_errors(make, p, x):
    p = np.asarray(p, float)
    h = 0.02 * np.abs(p)
    for _ in range(2):  # the second time with steps of a tenth of the errors found
        nodes, first = [-2, -1, 1, 2], [1 / 12, -2 / 3, 2 / 3, -1 / 12]
        size = len(p)
        H = np.zeros((size, size))
        at = lambda shift: log_likelihood(make, p + shift, x)
        e = np.diag(h)
        for i, j in itertools.product(range(size), repeat=2):
            if i == j:
                second = {-2: -1 / 12, -1: 4 / 3, 0: -5 / 2, 1: 4 / 3, 2: -1 / 12}
                H[i, i] = sum(w * at(k * e[i]) for k, w in second.items()) / h[i] ** 2
            else:
                H[i, j] = sum(a * b * at(k * e[i] + l * e[j]) for (k, a) in zip(nodes, first)
                              for (l, b) in zip(nodes, first)) / h[i] / h[j]
        errors = np.sqrt(np.diag(np.linalg.inv(-H)))
        h = 0.1 * errors
    return errors


def anderson_darling(d, x):
    x = np.sort(x)
    i = np.arange(1, len(x) + 1)
    statistic = float(-len(x) - ((2 * i - 1) * (d.logcdf(x) + d.logsf(x[::-1]))).mean())
    return statistic if np.isfinite(statistic) else None


def distance(d, x, discrete):
    """Kolmogorov-Smirnov: kstest, or for counts the largest gap over the whole numbers."""
    if not discrete:
        return float(stats.kstest(x, d.cdf).statistic)
    k = np.arange(0, int(x.max()) + 50)
    return float(np.abs((x[None, :] <= k[:, None]).mean(axis=1) - d.cdf(k)).max())


def fit(name, label, x):
    make, guess, _, names, rough = FAMILIES[name]
    p = [float(v) for v in (polish(make, guess(x), x) if rough else guess(x))]
    if name == "student_t" and not 1 < p[2] < 99:
        return None
    d = make(p)
    regular = name != "uniform" and label != "nearly equal"
    return {"parameters": dict(zip(names, p)),
            "errors": standard_errors(make, p, x).tolist() if regular else None,
            "logLikelihood": gamma_likelihood(p, x) if name == "gamma" else float(log_likelihood(make, p, x)),
            "ks": distance(d, x, name == "poisson"),
            "ad": anderson_darling(d, x) if name not in ("uniform", "poisson") else None}


out = []
for label, x in SAMPLES.items():
    x = np.array([float(f"{v:.9g}" if label == "nearly equal" else f"{v:.6g}") for v in x])
    fits = {n: fit(n, label, x) for n, (_, _, applies, _, _) in FAMILIES.items() if applies(x)}
    out.append({"sample": label, "values": x.tolist(), "fits": {n: f for n, f in fits.items() if f}})

XS = [1e-3, 0.1, 0.5, 1, 1.4616, 3, 11.99, 12, 40, 1e3]
special_values = [[x, float(mp.log(mp.mpf(x)) - mp.digamma(mp.mpf(x))), float(mp.psi(1, mp.mpf(x)))] for x in XS]
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"source": f"SciPy {scipy.__version__}, NumPy {np.__version__}, mpmath {mp.__version__}",
                            "digamma": special_values, "samples": out}) + "\n")

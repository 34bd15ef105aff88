"""Writes distributions.json: quantiles of scenarios' distributions to 20 digits, by mpmath.

`below` are the quantiles of the exact doubles in `p`, `above` the values above which the shares in
`q` lie. Parameters are exact decimals. Closed forms where there are any; else the smaller tail is
solved for by bisection at 50 digits. Independent of Breakeven.

Run: python3 test/reference/distributions.py   (about two minutes)
"""
import json
import pathlib

import mpmath as mp

mp.mp.dps = 50
P = [1e-300, 1e-50, 1e-9, 1e-4, 0.01, 0.1, 0.5, 0.9, 0.99, 0.9999, 1 - 1e-9, 1 - 2**-53]
Q = [1e-300, 1e-50, 1e-20, 1e-9]
HALF = mp.mpf(1) / 2


def ncdf(z):
    return mp.mpf(0) if z < -1e6 else mp.mpf(1) if z > 1e6 else mp.ncdf(z)


def number(value):
    return mp.mpf(repr(value))


def bisect(reached, low, high):
    """The least x from which on `reached` holds; in log x where both ends are positive."""
    if low > 0:
        return mp.e ** bisect(lambda u: reached(mp.e**u), mp.log(low) - 1, mp.log(high) + 1) \
            if high / low > 2 else plain(reached, low, high)
    return plain(reached, low, high)


def plain(reached, low, high):
    for _ in range(190):
        middle = (low + high) / 2
        low, high = (low, middle) if reached(middle) else (middle, high)
    return high


class Solved:
    """A law by its two tails on (low, high): quantiles by bisection on the smaller."""

    def __init__(self, cdf, survival, low, high):
        self.cdf, self.survival, self.low, self.high = cdf, survival, low, high

    def quantile(self, p, q):
        reached = (lambda x: self.cdf(x) >= p) if p <= HALF else (lambda x: self.survival(x) <= q)
        return self.low if reached(self.low) else bisect(reached, self.low, self.high)


class Closed:
    def __init__(self, quantile, cdf=None, survival=None):
        self.quantile, self.cdf, self.survival = quantile, cdf, survival


def standard_normal(p, q):
    if p == HALF:
        return mp.mpf(0)
    tail = min(p, q)
    z = plain(lambda z: ncdf(-z) <= tail, mp.mpf(0), mp.mpf(40))
    return -z if p < HALF else z


def normal(mean, sd):
    return Closed(
        lambda p, q: mean + sd * standard_normal(p, q),
        lambda x: ncdf((x - mean) / sd),
        lambda x: ncdf((mean - x) / sd),
    )


def lognormal(mu, sigma):
    return Closed(
        lambda p, q: mp.e ** (mu + sigma * standard_normal(p, q)),
        lambda x: ncdf((mp.log(x) - mu) / sigma) if x > 0 else mp.mpf(0),
        lambda x: ncdf((mu - mp.log(x)) / sigma) if x > 0 else mp.mpf(1),
    )


def beta(a, b, low, high):
    """Solved in the distance from the nearer end."""
    width = high - low

    def quantile(p, q):
        lower = lambda x: mp.betainc(a, b, 0, x, regularized=True)
        upper = lambda y: mp.betainc(b, a, 0, y, regularized=True)
        if p <= HALF:
            inside = lower(HALF) >= p
            if inside:
                x = mp.e ** plain(lambda u: lower(mp.e**u) >= p, -log_reach(a), mp.log(HALF))
                return low + width * x
            y = plain(lambda y: 1 - upper(y) <= p, mp.mpf(0), HALF)
            return high - width * y
        inside = upper(HALF) >= q
        if inside:
            y = mp.e ** plain(lambda u: upper(mp.e**u) >= q, -log_reach(b), mp.log(HALF))
            return high - width * y
        x = plain(lambda x: 1 - lower(x) <= q, mp.mpf(0), HALF)
        return low + width * x

    return Closed(quantile)


def log_reach(shape):
    """Below e to minus this no share of 1e-310 can lie."""
    return mp.mpf(760) / min(shape, 1) + 50


def gamma(shape, scale):
    lower = lambda x: mp.gammainc(shape, 0, x, regularized=True)
    upper = lambda x: mp.gammainc(shape, x, mp.inf, regularized=True)

    def quantile(p, q):
        reached = (lambda u: lower(mp.e**u) >= p) if p <= HALF else (lambda u: upper(mp.e**u) <= q)
        return scale * mp.e ** plain(reached, -log_reach(shape), mp.log(shape + 2000))

    return Closed(quantile, lambda x: lower(x / scale), lambda x: upper(x / scale))


def student(location, scale, df):
    tail = lambda t: mp.betainc(df / 2, HALF, 0, df / (df + t * t), regularized=True) / 2

    def quantile(p, q):
        if p == HALF:
            return location
        small = min(p, q)
        t = mp.e ** plain(lambda u: tail(mp.e**u) <= small, mp.mpf(-50), 760 / df + 50)
        return location + scale * (-t if p < HALF else t)

    return Closed(quantile)


def triangular(low, mode, high):
    def quantile(p, q):
        if p <= (mode - low) / (high - low):
            return low + mp.sqrt(p * (high - low) * (mode - low))
        if q < HALF:
            return high - mp.sqrt(q * (high - low) * (high - mode))
        before = (mode - low) / (high - low)
        beyond = (p - before) / (1 - before)
        return mode + (high - mode) * beyond / (1 + mp.sqrt(1 - beyond))

    return Closed(quantile)


def count(mass, most):
    """A law of whole numbers by its mass function, up to a number that none exceeds by 1e-310."""
    masses = [mass(k) for k in range(most + 1)]

    def quantile(p, q):
        if p <= HALF:
            return mp.mpf(next(k for k in range(most + 1) if sum(masses[: k + 1]) >= p))
        return mp.mpf(next(k for k in range(most + 1) if sum(reversed(masses[k + 1 :])) <= q))

    return Closed(quantile)


def truncated(whole, low, high):
    """The shares of both tails are carried along, so that neither is lost in 50 digits."""
    left, right = whole.cdf(low), whole.survival(high)
    share = whole.cdf(high) - left if whole.cdf(high) <= HALF else whole.survival(low) - right
    upper_side = left > HALF

    def quantile(p, q):
        below, above = left + p * share, right + q * share
        return whole.quantile(below, above)

    def cdf(x):
        if x <= low:
            return mp.mpf(0)
        if x >= high:
            return mp.mpf(1)
        return 1 - (whole.survival(x) - right) / share if upper_side else (whole.cdf(x) - left) / share

    return Closed(quantile, cdf, lambda x: 1 - cdf(x))


def mixture(components, weights):
    total = sum(weights)
    cdf = lambda x: sum(w * c.cdf(x) for c, w in zip(components, weights)) / total
    survival = lambda x: sum(w * c.survival(x) for c, w in zip(components, weights)) / total

    def quantile(p, q):
        ends = [component.quantile(p, q) for component in components]
        return Solved(cdf, survival, min(ends), max(ends)).quantile(p, q)

    return Closed(quantile)


def metalog(quantiles, lower=None, upper=None):
    """Keelin (2016), equations 6 to 9: as many terms as quantiles."""
    def into(x):
        if lower is not None and upper is not None:
            return mp.log((x - lower) / (upper - x))
        return mp.log(x - lower) if lower is not None else -mp.log(upper - x) if upper is not None else x

    n = len(quantiles)
    shares = [number(float(name[1:].replace("_", "."))) / 100 for name in quantiles]
    # Seven symmetric shares give four equations for the three even terms among the first seven: the
    # seventh term, odd, makes room for the eighth, even.
    swapped = n == 7 and all(abs(a + b - 1) < 1e-9 for a, b in zip(shares, reversed(shares)))

    def basis(p, q):
        logit, centred = mp.log(p) - mp.log(q), (p - q) / 2
        row = [mp.mpf(1), logit, centred * logit, centred]
        for j in range(5, n + 2):
            row.append(centred ** ((j - 1) // 2) if j % 2 else centred ** (j // 2 - 1) * logit)
        return row[: n - 1] + [row[n] if swapped else row[n - 1]] if n > 4 else row[:n]

    a = mp.lu_solve(
        mp.matrix([basis(p, 1 - p) for p in shares]),
        mp.matrix([into(number(x)) for x in quantiles.values()]),
    )

    def quantile(p, q):
        m = sum(c * t for c, t in zip(a, basis(p, q)))
        if lower is not None and upper is not None:
            return (lower + upper * mp.e**m) / (1 + mp.e**m)
        return lower + mp.e**m if lower is not None else upper - mp.e**-m if upper is not None else m

    return Closed(quantile)


Z = {"p5": 0.95, "p10": 0.9, "p25": 0.75}


def middle_and_spread(values, transform):
    low, high = [transform(x) for x in values.values()]
    upper = number(Z[next(iter(values))])
    return (low + high) / 2, (high - low) / 2 / standard_normal(upper, 1 - upper)


def law(spec):
    """The law a scenario's entry states."""
    stated = spec["parameters"]
    v = {k: number(x) for k, x in stated.items() if isinstance(x, (int, float))}
    name = spec["distribution"]
    if name == "normal":
        whole = normal(v["mean"], v["sd"]) if "mean" in v else normal(*middle_and_spread(v, lambda x: x))
    elif name == "lognormal":
        whole = lognormal(mp.log(v["median"]), v["sd_log"]) if "median" in v \
            else lognormal(*middle_and_spread(v, mp.log))
    elif name == "uniform":
        whole = Closed(
            lambda p, q: v["min"] + p * (v["max"] - v["min"]),
            lambda x: min(max((x - v["min"]) / (v["max"] - v["min"]), mp.mpf(0)), mp.mpf(1)),
            lambda x: min(max((v["max"] - x) / (v["max"] - v["min"]), mp.mpf(0)), mp.mpf(1)),
        )
    elif name == "triangular":
        whole = triangular(v["min"], v["mode"], v["max"])
    elif name == "pert":
        width = v["max"] - v["min"]
        a, b = 1 + 4 * (v["mode"] - v["min"]) / width, 1 + 4 * (v["max"] - v["mode"]) / width
        whole = beta(a, b, v["min"], v["max"])
    elif name == "beta":
        whole = beta(v["alpha"], v["beta"], v.get("min", mp.mpf(0)), v.get("max", mp.mpf(1)))
    elif name == "gamma":
        whole = gamma(v["shape"], v["scale"])
    elif name == "exponential":
        whole = Closed(lambda p, q: -(mp.log(q) if p > HALF else mp.log1p(-p)) / v["rate"],
                       lambda x: -mp.expm1(-max(x, 0) * v["rate"]), lambda x: mp.e ** (-max(x, 0) * v["rate"]))
    elif name == "weibull":
        whole = Closed(lambda p, q: v["scale"] * (-(mp.log(q) if p > HALF else mp.log1p(-p))) ** (1 / v["shape"]))
    elif name == "pareto":
        whole = Closed(lambda p, q: v["scale"] * mp.e ** (-(mp.log(q) if p > HALF else mp.log1p(-p)) / v["shape"]))
    elif name == "logistic":
        whole = Closed(lambda p, q: v["location"] + v["scale"] * (mp.log(p) - mp.log(q)))
    elif name == "cauchy":
        whole = Closed(
            lambda p, q: v["location"] + v["scale"] * (0 if p == HALF else (-1 if p < HALF else 1) / mp.tan(mp.pi * min(p, q))),
        )
    elif name == "student_t":
        whole = student(v["location"], v["scale"], v["df"])
    elif name == "poisson":
        whole = count(lambda k: mp.e ** -v["mean"] * v["mean"] ** k / mp.factorial(k), 300)
    elif name == "binomial":
        n = stated["n"]
        whole = count(lambda k: mp.binomial(n, k) * v["p"] ** k * (1 - v["p"]) ** (n - k), n)
    elif name == "constant":
        whole = Closed(lambda p, q: v["value"], lambda x: mp.mpf(x >= v["value"]), lambda x: mp.mpf(x < v["value"]))
    elif name == "mixture":
        whole = mixture([law(c) for c in stated["components"]], [number(w) for w in stated["weights"]])
    elif name == "metalog":
        whole = metalog(stated["quantiles"], v.get("lower"), v.get("upper"))
    return truncated(whole, *map(number, spec["truncate"])) if "truncate" in spec else whole


def of(distribution, truncate=None, **parameters):
    spec = {"distribution": distribution, "parameters": parameters}
    return {**spec, "truncate": truncate} if truncate else spec


SPECS = [
    of("normal", mean=0, sd=1),
    of("normal", mean=0.9, sd=0.05),
    of("normal", mean=30, sd=8, truncate=[15, 1e300]),
    of("normal", mean=0, sd=1, truncate=[-1, 2]),
    of("normal", mean=0, sd=1, truncate=[6, 1e300]),
    of("normal", mean=0, sd=1, truncate=[8, 9]),
    of("normal", mean=0, sd=1, truncate=[-30, -29]),
    of("lognormal", median=1, sd_log=1),
    of("lognormal", p5=250000, p95=400000),
    of("lognormal", p5=40, p95=2000),
    of("lognormal", p10=2, p90=8, truncate=[100, 1000]),
    of("uniform", min=15000, max=120000),
    of("triangular", min=3, mode=4, max=6),
    of("triangular", min=0, mode=0, max=1),
    of("pert", min=0.2, mode=1, max=2),
    of("pert", min=0, mode=10, max=100),
    of("beta", alpha=13, beta=7),
    of("beta", alpha=2, beta=5),
    of("beta", alpha=0.5, beta=0.5),
    of("beta", alpha=0.1, beta=3),
    of("beta", alpha=400, beta=600),
    of("beta", alpha=2, beta=3, min=-5, max=0),
    of("gamma", shape=0.5, scale=1),
    of("gamma", shape=9.5, scale=2),
    of("gamma", shape=0.1, scale=1),
    of("gamma", shape=2, scale=2),
    of("exponential", rate=0.25),
    of("weibull", shape=1.5, scale=2),
    of("weibull", shape=0.5, scale=1),
    of("weibull", shape=2, scale=2.8284271247461903),
    of("pareto", shape=3, scale=1),
    of("logistic", location=0, scale=1),
    of("cauchy", location=0, scale=1),
    of("student_t", location=0, scale=1, df=3),
    of("student_t", location=0, scale=1, df=1.5),
    of("student_t", location=0, scale=1, df=30),
    of("poisson", mean=4.2),
    of("binomial", n=20, p=0.3),
    of("metalog", quantiles={"p10": 10, "p50": 20, "p90": 40}),
    of("metalog", quantiles={"p5": 1, "p50": 3, "p90": 4}),
    of("metalog", quantiles={"p2_5": 3, "p25": 8, "p50": 12, "p75": 20, "p97_5": 50}),
    of("metalog", quantiles={"p1": 2, "p5": 4, "p25": 8, "p50": 12, "p75": 17, "p95": 31, "p99": 47}),
    of("metalog", quantiles={"p1": -4.2, "p5": -3.1, "p10": -2.4, "p25": -1.1, "p40": -0.25, "p60": 0.8, "p75": 1.6, "p90": 2.8, "p95": 3.4, "p99": 4.6}),
    of("metalog", quantiles={"p10": 1, "p50": 2, "p90": 8}, lower=0),
    of("metalog", quantiles={"p10": -8, "p50": -2, "p90": -1}, upper=0),
    of("metalog", quantiles={"p10": 20, "p50": 65, "p90": 80}, lower=0, upper=100),
    of("mixture", components=[of("lognormal", p5=40, p95=2000), of("normal", mean=500, sd=50)], weights=[7, 3]),
    of("mixture", components=[of("normal", mean=0, sd=1), of("normal", mean=10, sd=0.1)], weights=[1e-6, 1]),
    of("mixture", components=[of("constant", value=0), of("lognormal", median=3, sd_log=0.5)], weights=[0.25, 0.75]),
    of("mixture", components=[of("exponential", rate=1), of("uniform", min=5, max=6)], weights=[0.5, 0.5]),
    of("mixture", components=[of("normal", mean=0, sd=1, truncate=[8, 9]), of("gamma", shape=9.5, scale=2)], weights=[1, 3]),
]


def shown(x):
    return mp.nstr(x, 20)


rows = []
for spec in SPECS:
    found = law(spec)
    below = [shown(found.quantile(mp.mpf(p), 1 - mp.mpf(p))) for p in P]
    above = [shown(found.quantile(1 - mp.mpf(q), mp.mpf(q))) for q in Q]
    rows.append({"spec": spec, "below": below, "above": above})
    print(spec, below[2], flush=True)

source = f"mpmath {mp.__version__}, 50 digits"
lines = ",\n".join(json.dumps(row) for row in rows)
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(f'{{"source": "{source}", "p": {json.dumps(P)}, "q": {json.dumps(Q)}, "laws": [\n{lines}\n]}}\n')

"""Writes quantiles.json: quantiles to 20 digits, of the exact double p, by root finding at 60 digits.

Each quantile solves cdf(x) = p (or its complement above one half) in log x; independent of Breakeven.

Run: python3 test/reference/quantiles.py
"""
import json
import pathlib

import mpmath as mp

mp.mp.dps = 60
P = [1e-300, 1e-50, 1e-9, 1e-4, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 0.9999, 1 - 1e-9, 1 - 2**-53]


def solve(tail, p, start):
    """x with log(tail(x)) = log(p), by bisection on log x and a last secant polish."""
    target = mp.log(p)
    low, high = mp.log(start), mp.log(start)
    rising = tail(mp.e**(low + 1)) > tail(mp.e**low)
    below = lambda u: (mp.log(tail(mp.e**u)) < target) == rising
    step = mp.mpf(1)
    while not below(low):
        low -= step
        step *= 2
    step = mp.mpf(1)
    while below(high):
        high += step
        step *= 2
    for _ in range(120):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    return mp.e**((low + high) / 2)


def normal(p):
    if p > 0.5:
        return -normal(1 - mp.mpf(p))
    if p == 0.5:
        return mp.mpf(0)
    return -solve(lambda z: mp.ncdf(-z), mp.mpf(p), mp.mpf(1))


def gamma(shape, p):
    a = mp.mpf(shape)
    if p <= 0.5:
        return solve(lambda x: mp.gammainc(a, 0, x, regularized=True), mp.mpf(p), a)
    return solve(lambda x: mp.gammainc(a, x, mp.inf, regularized=True), 1 - mp.mpf(p), a)


def beta(a, b, p):
    """In log x below the median's half, in log (1 - x) above."""
    a, b = mp.mpf(a), mp.mpf(b)
    lower = lambda x: mp.betainc(a, b, 0, x, regularized=True)
    upper = lambda y: mp.betainc(b, a, 0, y, regularized=True)
    half = mp.mpf(1) / 2
    cap = lambda f: lambda x: f(min(x, 1 - mp.mpf(10)**-50))
    if p <= 0.5:
        return solve(cap(lower), mp.mpf(p), half)
    return 1 - solve(cap(upper), 1 - mp.mpf(p), half)


CASES = {
    "normal": lambda p: normal(p),
    "beta(13,7)": lambda p: beta(13, 7, p),
    "beta(0.5,0.5)": lambda p: beta(0.5, 0.5, p),
    "beta(0.1,3)": lambda p: beta(0.1, 3, p),
    "beta(400,600)": lambda p: beta(400, 600, p),
    "gamma(0.1)": lambda p: gamma(0.1, p),
    "gamma(0.5)": lambda p: gamma(0.5, p),
    "gamma(9.5)": lambda p: gamma(9.5, p),
    "gamma(1000)": lambda p: gamma(1000, p),
}
quantiles = {name: [mp.nstr(f(p), 20) for p in P] for name, f in CASES.items()}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"source": f"mpmath {mp.__version__}, 60 digits", "p": P, "quantiles": quantiles}, indent=1) + "\n")

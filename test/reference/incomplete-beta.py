"""Writes incomplete-beta.json: the regularized incomplete beta function by mpmath 1.3.0, 60 digits.

Rows of alpha, beta, the distance from the nearer end as an exact double, which end that is, and the
shares below and above; independent of Breakeven.

Run: python3 test/reference/incomplete-beta.py
"""
import json
import pathlib

import mpmath as mp

mp.mp.dps = 60
ALPHAS = (0.05, 0.5, 3, 13, 1000, 50_000, 100_000)
BETAS = (0.05, 0.5, 7, 1000, 100_000)
SCORES = (-8, -2, -0.3, 1, 3)


def share(alpha, beta, x):
    return mp.betainc(alpha, beta, 0, x, regularized=True)


rows = []
for alpha in ALPHAS:
    for beta in BETAS:
        a, b = mp.mpf(alpha), mp.mpf(beta)
        mean = a / (a + b)
        spread = mp.sqrt(a * b / (a + b) ** 2 / (a + b + 1))
        for score in SCORES:
            x = mean + score * spread
            if not 0 < x < 1:
                continue
            near = float(min(x, 1 - x))
            end = "low" if x <= 0.5 else "high"
            exact = mp.mpf(near) if end == "low" else 1 - mp.mpf(near)
            try:
                below, above = share(a, b, exact), share(b, a, 1 - exact)
            except (mp.mp.NoConvergence, ValueError):
                continue  # the series takes mpmath too many terms
            assert abs(below + above - 1) < mp.mpf(10) ** -40
            rows.append([alpha, beta, near, end, mp.nstr(below, 17), mp.nstr(above, 17)])

lines = ",\n".join("  " + json.dumps(row) for row in rows)
pathlib.Path(__file__).with_suffix(".json").write_text(f"[\n{lines}\n]\n")

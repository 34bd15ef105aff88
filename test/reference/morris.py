"""Writes morris.json: elementary effects of Morris' function of 20 inputs, by NumPy.

Morris, Technometrics 33 (1991), section 4, with the coefficients that he drew at random fixed as in
Blatman & Sudret, Probabilistic Engineering Mechanics 25 (2010), section 6.3. Inputs take the middles
of eight equal shares of (0, 1) and move by 1/2. Independent of Breakeven: every effect starts from its
own random point, 100 batches of 20,000; errors are the standard deviation over batches / 10.

Run: python3 test/reference/morris.py
"""
import json
import pathlib

import numpy as np

D, BATCHES, POINTS = 20, 100, 20_000
i = np.arange(1, D + 1)
first = np.where(i <= 10, 20.0, (-1.0) ** i)
second = np.array([[0.0 if a >= b else -15.0 if b <= 6 else (-1.0) ** (a + b) for b in i] for a in i])


def morris(x):
    bent = np.isin(i, (3, 5, 7))
    w = np.where(bent, 2 * (1.1 * x / (x + 0.1) - 0.5), 2 * (x - 0.5))
    y = w @ first + ((w @ second) * w).sum(1)
    for a in range(5):
        for b in range(a + 1, 5):
            for c in range(b + 1, 5):
                y -= 10 * w[:, a] * w[:, b] * w[:, c]
    return y + 5 * w[:, 0] * w[:, 1] * w[:, 2] * w[:, 3]


rows = []
for batch in range(BATCHES):
    g = np.random.Generator(np.random.PCG64([1991, batch]))
    row = []
    for k in range(D):
        x = (g.integers(0, 8, (POINTS, D)) + 0.5) / 8
        moved = x.copy()
        moved[:, k] = np.where(x[:, k] < 0.5, x[:, k] + 0.5, x[:, k] - 0.5)
        effect = (morris(moved) - morris(x)) / (moved[:, k] - x[:, k])
        row.append([effect.mean(), np.abs(effect).mean(), effect.std(ddof=1)])
    rows.append(row)
rows = np.array(rows)
value, error = rows.mean(0), rows.std(0, ddof=1) / np.sqrt(BATCHES)
centre = np.full((1, D), 0.5)
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(
    json.dumps(
        {
            "source": f"NumPy {np.__version__}, PCG64, {BATCHES} batches of {POINTS} effects",
            "centre": float(morris(centre)[0]),
            "effects": [
                {
                    name: {"value": round(float(value[k, m]), 4), "error": round(float(error[k, m]), 5)}
                    for m, name in enumerate(("mean", "size", "spread"))
                }
                for k in range(D)
            ],
        },
        indent=2,
    )
    + "\n"
)

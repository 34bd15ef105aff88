"""Writes token-cost-8.json: the nine-input benchmark model answered by NumPy, with standard errors.

Independent of Breakeven in generator, samplers and percentiles: PCG64, Generator.lognormal, .triangular,
.uniform, .normal and .beta, numpy.quantile. 200 batches of a million draws; each value is the mean over
the batches, its error their standard deviation over sqrt(200).

Run: python3 test/reference/token-cost-8.py
"""
import json
import math
import pathlib

import numpy as np

Z = 1.6448536269514722
BATCHES, DRAWS = 200, 1_000_000
P = [0.05, 0.25, 0.5, 0.75, 0.95]


def lognormal(g, p5, p95):
    mu = (math.log(p5) + math.log(p95)) / 2
    sigma = (math.log(p95) - math.log(p5)) / (2 * Z)
    return g.lognormal(mu, sigma, DRAWS)


def cost(g):
    server_price = lognormal(g, 250_000, 400_000)
    years = g.triangular(3, 4, 6, DRAWS)
    support3y = g.uniform(15_000, 120_000, DRAWS)
    kw = g.normal(0.9, 0.05, DRAWS)
    pue = g.uniform(1.1, 1.5, DRAWS)
    alpha, beta = 1 + 4 * (1 - 0.2) / 1.8, 1 + 4 * (2 - 1) / 1.8
    training_ratio = 0.2 + 1.8 * g.beta(alpha, beta, DRAWS)
    utilization = g.beta(13, 7, DRAWS)
    throughput = lognormal(g, 40, 2000)
    overhead = g.uniform(0.1, 0.4, DRAWS)
    gpu_hour = server_price / 8 / (years * 8760) + support3y / 8 / (3 * 8760) + kw * pue * 0.10
    return gpu_hour * 5 * (1 + training_ratio) / utilization / (throughput * 3600) * 1e6 * (1 + overhead)


rows = []
for batch in range(BATCHES):
    y = cost(np.random.Generator(np.random.PCG64([2026, batch])))
    rows.append([*np.quantile(y, P), y.mean(), (y <= 25).mean()])
rows = np.array(rows)
names = [*(f"p{round(100 * p)}" for p in P), "mean", "probability25"]
values = {
    name: {"value": float(column.mean()), "error": float(column.std(ddof=1) / math.sqrt(BATCHES))}
    for name, column in zip(names, rows.T)
}
source = f"NumPy {np.__version__}, PCG64, {BATCHES} batches of {DRAWS} draws"
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"source": source, "values": values}, indent=2) + "\n")

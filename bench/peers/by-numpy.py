"""The benchmark model by NumPy, as one would write it: whole columns at a time.

usage: python3 by-numpy.py DRAWS [SEED [TIMES]]; prints one line of JSON, with the seconds of a
run as the mean over the second half of the times
"""

import json
import math
import sys
import time

import numpy as np

draws = int(sys.argv[1])
seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
times = int(sys.argv[3]) if len(sys.argv) > 3 else 1

Z95 = 1.6448536269514722


def lognormal(generator, p5, p95):
    mu = (math.log(p5) + math.log(p95)) / 2
    sigma = (math.log(p95) - math.log(p5)) / (2 * Z95)
    return generator.lognormal(mu, sigma, draws)


warm = times // 2
for turn in range(times):
    if turn == warm:
        wall, cpu = time.perf_counter(), time.process_time()
    g = np.random.Generator(np.random.PCG64(seed))
    server_price = lognormal(g, 250_000, 400_000)
    years = g.triangular(3, 4, 6, draws)
    support = g.uniform(15_000, 120_000, draws)
    kilowatts = g.normal(0.9, 0.05, draws)
    pue = g.uniform(1.1, 1.5, draws)
    training = 0.2 + 1.8 * g.beta(1 + 4 * 0.8 / 1.8, 1 + 4 * 1.0 / 1.8, draws)
    utilization = g.beta(13, 7, draws)
    throughput = lognormal(g, 40, 2000)
    overhead = g.uniform(0.1, 0.4, draws)
    cost = (
        (server_price / 8 / (years * 8760) + support / 8 / (3 * 8760) + kilowatts * pue * 0.10)
        * 5
        * (1 + training)
        / utilization
        / (throughput * 3600)
        * 1e6
        * (1 + overhead)
    )
    p5, p25, p50, p75, p95 = np.quantile(cost, [0.05, 0.25, 0.5, 0.75, 0.95])
    mean = cost.mean()
    probability = (cost <= 25).mean()
wall = (time.perf_counter() - wall) / (times - warm)
cpu = (time.process_time() - cpu) / (times - warm)
print(
    json.dumps(
        {
            "version": f"NumPy {np.__version__}",
            "wall": wall,
            "cpu": cpu,
            "p5": p5,
            "p50": p50,
            "p95": p95,
            "mean": mean,
            "probability": probability,
        }
    )
)

"""Makes scalar-functions.json: powers and logarithms to full precision.

Run with Python 3 and mpmath; the versions used are recorded in the file. Operands are doubles, so the
references are the exact values at those doubles, rounded once to a double.
"""
import json, platform, random
from pathlib import Path
import mpmath
from mpmath import mp, mpf

mp.dps = 60
random.seed(20260301)

def sample_power():
    kind = random.randrange(5)
    base = 10 ** random.uniform(-12, 12)
    if kind == 0:
        exponent = float(random.randint(-40, 40))
        base = random.uniform(0.01, 100) * random.choice([-1, 1])
    elif kind == 1:
        exponent = random.randint(-20, 20) + 0.5
    elif kind == 2:
        exponent = random.uniform(-1, 1)
    elif kind == 3:
        base = 1 + random.uniform(-1e-3, 1e-3)
        exponent = random.uniform(-1e4, 1e4)
    else:
        exponent = random.uniform(-12, 12)
    return base, exponent

def powers(count):
    rows = []
    while len(rows) < count:
        base, exponent = sample_power()
        value = mp.power(mpf(base), mpf(exponent))
        if isinstance(value, mpmath.mpc):
            value = value.real
        if mpf("1e-300") < abs(value) < mpf("1e300"):
            rows.append([base, exponent, float(value)])
    return rows

def logarithms(base, count):
    points = [10 ** random.uniform(-300, 300) for _ in range(count // 2)]
    points += [random.uniform(0.5, 4) for _ in range(count - len(points))]
    return [[x, float(mp.log(mpf(x)) / mp.log(base))] for x in points]

data = {
    "about": f"made by scalar-functions.py, mpmath {mpmath.__version__}, Python {platform.python_version()}",
    "power": powers(500),
    "log2": logarithms(2, 200),
    "log10": logarithms(10, 200),
}
lines = [f' "about": {json.dumps(data["about"])}']
for name in ("power", "log2", "log10"):
    rows = ",\n".join("  " + json.dumps(row) for row in data[name])
    lines.append(f' "{name}": [\n{rows}\n ]')
Path(__file__).with_suffix(".json").write_text("{\n" + ",\n".join(lines) + "\n}\n")

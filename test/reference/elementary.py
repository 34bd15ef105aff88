"""Makes elementary.json: exp, logarithms, powers, sin, cos and tan at doubles.

Run with Python 3 and mpmath; the versions used are recorded in the file. A row is the operands, then the exact
value rounded to a double, and how far it is above that, in units in the last place of that double.
"""
import json, math, platform, random
from pathlib import Path
import mpmath
from mpmath import mp, mpf

mp.dps = 400
random.seed(20260401)
TINY, LARGE = 5e-324, 1.7976931348623157e308

def between(low, high):
    return random.uniform(low, high)

def any_size(low=-323.3, high=308.2):
    return 10 ** between(low, high)

def near_one():
    return 1 + random.choice([-1, 1]) * 2 ** between(-52, -1)

def exp_points():
    points = [between(-745, 709.7) for _ in range(100)] + [between(-1, 1) for _ in range(60)]
    points += [between(-745.13, -708.4) for _ in range(40)] + [between(709, 709.78) for _ in range(10)]
    points += [random.choice([-1, 1]) * 10 ** between(-320, -1) for _ in range(20)]
    points += [k * 0.34657359027997264 for k in range(-20, 21)]
    return points + [1.0, -1.0, 709.782712893384, -745.1332191019411, 2.0 ** -28, -(2.0 ** -54), TINY]

def log_points():
    points = [any_size() for _ in range(80)] + [between(0.4, 2.6) for _ in range(80)]
    points += [near_one() for _ in range(60)] + [between(0.70, 0.71) for _ in range(10)]
    points += [between(1.41, 1.42) for _ in range(10)] + [any_size(-323.3, -307.7) for _ in range(20)]
    points += [10.0 ** k for k in range(0, 23)] + [2.0 ** k for k in (-1074, -1073, -1022, -1, 0, 1, 1023)]
    return points + [TINY, LARGE, 2.2250738585072014e-308, 0.9999999999999999, 1.0000000000000002]

def power_points():
    rows = [(any_size(), between(-3, 3)) for _ in range(80)] + [(any_size(-3, 3), between(-90, 90)) for _ in range(80)]
    rows += [(near_one(), random.choice([-1, 1]) * 10 ** between(0, 15)) for _ in range(80)]
    rows += [(any_size(-323.3, -307.7), between(-1, 1)) for _ in range(20)]
    rows += [(random.choice([1.2247448713915888, 1.7320508075688772, 1.5, 1.0, 2.0]) * near_one(), between(-500, 500)) for _ in range(40)]
    rows += [(between(1, 2), -float(random.randint(1025, 3000))) for _ in range(20)]
    # Results at the ends of the range.
    rows += [(b, (1023.9 + between(0, 0.0999)) / float(mp.log(b, 2))) for b in (2.5, 0.3, 1e5, 1 + 2.0 ** -20) for _ in range(5)]
    rows += [(b, between(-1074, -1022) / float(mp.log(b, 2))) for b in (2.5, 0.3, 1e5, 1 + 2.0 ** -20) for _ in range(10)]
    return [(b, y) for b, y in rows if -1074 < y * float(mp.log(b, 2)) < 1023.999]

def angle_points():
    points = [between(-4, 4) for _ in range(80)] + [between(-1e5, 1e5) for _ in range(60)]
    points += [random.choice([-1, 1]) * any_size(-320, 308) for _ in range(80)]
    # As near to multiples of pi / 2 as doubles come, and the nearest of all doubles.
    points += [float(k * mp.pi / 2) for k in list(range(-8, 9)) + [10 ** e for e in range(2, 16)] if k != 0]
    return points + [6381956970095103.0 * 2.0 ** 797, LARGE, 823549.6, 823550.0, 2.0 ** 20, 2.0 ** 30, 0.7853981633974483]

def exact(value):
    if value == 0:
        return [0.0, 0.0]
    high = float(value)
    return [high, float((value - mpf(high)) / mpf(math.ulp(high)))]

def rows(function, points):
    return [[x, *exact(function(mpf(x)))] for x in points]

data = {
    "exp": rows(mp.exp, exp_points()),
    "log": rows(mp.log, log_points()),
    "log2": rows(lambda x: mp.log(x) / mp.log(2), log_points()),
    "log10": rows(lambda x: mp.log(x) / mp.log(10), log_points()),
    "power": [[b, y, *exact(mp.power(mpf(b), mpf(y)))] for b, y in power_points()],
    "sin": rows(mp.sin, angle_points()),
    "cos": rows(mp.cos, angle_points()),
    "tan": rows(mp.tan, angle_points()),
}
about = f"made by elementary.py, mpmath {mpmath.__version__}, Python {platform.python_version()}"
lines = [f' "about": {json.dumps(about)}']
for name, table in data.items():
    lines.append(f' "{name}": [\n' + ",\n".join("  " + json.dumps(row) for row in table) + "\n ]")
Path(__file__).with_suffix(".json").write_text("{\n" + ",\n".join(lines) + "\n}\n")

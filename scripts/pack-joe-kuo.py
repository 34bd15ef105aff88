"""Writes src/sampling/joe-kuo-data.ts: the first 1,024 dimensions of Joe & Kuo's direction numbers.

Source: S. Joe & F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM
J. Sci. Comput. 30 (2008), file new-joe-kuo-6.21201, as SciPy ships it.

Each dimension is, in bits: degree of its primitive polynomial (5), the polynomial's inner coefficients
(degree - 1), then each initial direction number m_i, which is odd and below 2^i, as (m_i - 1) / 2 in
i - 1 bits. The first dimension is van der Corput's and is not stored.

Run: python3 scripts/pack-joe-kuo.py
"""
import base64
import pathlib

import numpy as np
import scipy.stats

DIMENSIONS = 1024
table = np.load(pathlib.Path(scipy.stats.__file__).parent / "_sobol_direction_numbers.npz")
bits = ""
for poly, numbers in zip(table["poly"][1:DIMENSIONS], table["vinit"][1:DIMENSIONS]):
    degree = int(poly).bit_length() - 1
    bits += f"{degree:05b}"
    inner = (int(poly) >> 1) & ((1 << (degree - 1)) - 1)
    bits += f"{inner:0{degree - 1}b}" if degree > 1 else ""
    for i in range(2, degree + 1):
        bits += f"{(int(numbers[i - 1]) - 1) // 2:0{i - 1}b}"
bits += "0" * (-len(bits) % 8)
text = base64.b64encode(bytes(int(bits[k : k + 8], 2) for k in range(0, len(bits), 8))).decode()
path = pathlib.Path(__file__).parent.parent / "src/sampling/joe-kuo-data.ts"
path.write_text(
    "/** Joe & Kuo's direction numbers for dimensions 2 to 1,024, packed by scripts/pack-joe-kuo.py. */\n"
    f'export const JOE_KUO_PACKED =\n  "{text}";\n'
)
print(len(text))

"""Arrays with masks, polynomials by the lowest power first, rows in tables, and walks through several arrays at once."""
import numpy as np
import numpy.ma as ma

x = ma.array([1, 2, 3, 4], mask=[0, 1, 0, 0])
print(x, x.mean(), x.sum(), x.filled(0), x.mask, x.data, x.count(), x.std(), x.min(), x.argmax())
print(repr(x), repr(ma.array([1, 2], mask=[1, 1])), x.tolist(), x.compressed(), x[1], x[1] is ma.masked, list(x))
print(x + 1, x * x, x > 2, 1 / ma.array([0, 1, 2]), np.log(ma.array([-1.0, 1.0])), np.sqrt(x), -x, ma.median(x), ma.average(x))
for made in (
    ma.masked_where(np.arange(5) > 2, np.arange(5)), ma.masked_invalid([1, np.nan, 3]), ma.masked_equal([1, 2, 3], 2),
    ma.masked_greater([1, 2, 3], 2), ma.masked_less([5, 1], 3), ma.masked_inside([1, 2, 3], 2, 2), ma.masked_outside([1, 5], 0, 2),
):
    print(made, made.fill_value)
d = ma.array([[1, 2, 3], [4, 5, 6]], mask=[[0, 1, 0], [0, 0, 1]])
print(repr(d), d.mean(axis=0), d.sum(axis=1), d.count(axis=0), d.T, d[:, 1], d.std(axis=0), d + d[0], d.cumsum(axis=1), d[d > 2])
d[0, 0] = ma.masked
print(d, ma.where(d > 2, d, 0), ma.concatenate([x, x]), ma.is_masked(d), isinstance(d, np.ndarray), np.mean(x), ma.masked)
p = np.polynomial.Polynomial([1, -2, 3])
print(p, repr(p), p(2), p.degree(), p.deriv(), p.integ(), p * 2, p + p, p**2, p - 1, p.coef)
print(np.polynomial.Polynomial.fromroots([1, 2]), np.polynomial.polynomial.polyval(2, [1, 2]))
rows = np.rec.array([(1, 2.5, "x"), (2, 3.5, "y")], dtype=[("a", int), ("b", float), ("c", "U3")])
print(rows, rows.a, rows.c, repr(rows))
table = np.zeros((2, 3), dtype=[("x", "i4"), ("y", "f8")])
table["x"] = np.arange(6).reshape(2, 3)
print(table, table.shape, table[0], table[1, 2], repr(table))
a = np.arange(4).reshape(2, 2)
with np.nditer(a, op_flags=["readwrite"]) as values:
    for value in values:
        value[...] = 2 * value
walk = np.nditer(a, flags=["multi_index"])
print(a, [(walk.multi_index, int(value)) for value in walk], [int(x + y) for x, y in np.nditer([np.arange(2), np.arange(2) * 2])])
sums = np.nditer([np.arange(3).reshape(3, 1), np.arange(3), None])
for left, right, total in sums:
    total[...] = left + right
print(sums.operands[2], np.conj([1 + 2j, 3]), np.char.partition(["a-b"], "-"), np.char.split(["a b", "c d e"]))

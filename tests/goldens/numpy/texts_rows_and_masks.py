"""Functions of texts, columns that are attributes, and functions of masked arrays."""

import numpy as np
import numpy.ma as ma
from each_line import each_line
from numpy.lib import recfunctions as rfn

a = np.array(["pear", "Fig", " plum "])
x = np.array([("Ada", 36, 1.5), ("Bob", 25, 2.5), ("Ada", 25, 0.5)], dtype=[("name", "U8"), ("age", "i4"), ("w", "f8")])
r = np.rec.array([(1, 2.5), (3, 4.5)], dtype=[("a", int), ("b", float)])
m = ma.array([[3, 1, 2], [6, 5, 4]], mask=[[0, 1, 0], [0, 0, 1]])

each_line("""
np.char.rfind(a, "p"), np.char.isalnum(a), np.char.istitle(a), np.char.join("-", ["ab", "cd"]), np.char.not_equal(a, "Fig"), np.char.greater(a, "b")
np.char.mod("%.1f", [1.25, 3]), np.char.translate(["abc"], str.maketrans("a", "x")), np.strings.slice(a, 2), np.char.split("a,b", ",")
np.char.array(["a", "b"]) + "x", np.char.array(["a", "b"]).upper(), np.char.compare_chararrays(a, a, "==", True)
np.sort(x, order=["age", "w"]), np.argsort(x, order="age"), np.concatenate([x, x])[-1], np.unique(x), x == x, x[0].tolist()
r.a, r[0].b, r[0], x.view(np.recarray).age
r.a = 9
r
rfn.append_fields(x, "h", [1, 2, 3], usemask=False), rfn.drop_fields(x, "w", usemask=False).dtype, rfn.rename_fields(x, {"w": "v"}).dtype.names
rfn.structured_to_unstructured(x[["age", "w"]])
ma.unique(ma.array([1, 1, 2], mask=[0, 0, 1])), ma.allclose(m, m), ma.fix_invalid([1, np.nan]), ma.clump_unmasked(m.ravel()), ma.notmasked_edges(m.ravel())
ma.corrcoef([1, 2, 3], [1, 2, 4]), ma.cov(m), ma.compress_rows(m), ma.mask_rows(m), ma.dot(m, m.T), m.argsort(), ma.diff(m), ma.array(5, mask=True)
h = ma.array([1, 2, 3], mask=[0, 1, 0], hard_mask=True)
h[:] = 9
h, h.soften_mask()
""", globals())

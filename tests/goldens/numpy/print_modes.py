import numpy as np

rng = np.random.default_rng(11)
arrays = [
    np.array([1.0, 2.5, -3.14159265]),
    np.array([3.0, 4.0]),
    np.array([[0.5, np.nan], [np.inf, -2]]),
    rng.normal(size=(2, 3)),
    rng.normal(size=3).astype("float32"),
    np.array([1e-5, 1.0]),
    np.array(2.71828),
    np.array([1, 2]),
    np.arange(1500.0) / 8,
]
for mode in ("fixed", "unique", "maxprec", "maxprec_equal"):
    np.set_printoptions(precision=3, floatmode=mode)
    print(mode, np.get_printoptions()["floatmode"])
    for array in arrays:
        print(array)
        print(repr(array))
np.set_printoptions(precision=8, floatmode="maxprec")
with np.printoptions(floatmode="fixed", precision=1):
    print(np.ones(3), np.array([12.345, 0.04]))
print(np.ones(3), np.array2string(np.array([1.5, 2]), floatmode="fixed", precision=2))
try:
    np.set_printoptions(floatmode="short")
except ValueError as error:
    print(error)

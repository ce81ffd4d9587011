import numpy as np
from scipy import special as sp, signal
from scipy.spatial import distance, distance_matrix
x = np.array([-2., -0.5, 0., 0.3, 1.7])
def P(*a): print(*[np.round(v, 8) for v in a])
P(sp.expit(x), sp.erf(x), sp.erfc(x), sp.logit([0.1, 0.5]), sp.softmax(x), sp.logsumexp(x), sp.softmax(np.ones((2, 3)), axis=1), sp.log_softmax(x))
P(sp.gamma([0.5, 1, 5]), sp.gammaln([0.5, 10]), sp.factorial(5), sp.factorial([3, 4]), sp.comb(5, 2), sp.digamma([1., 2.5]), sp.beta(2, 3), sp.erfinv([0.1, -0.5]), sp.ndtr(x), sp.ndtri([0.025, 0.5, 0.9]), sp.xlogy([0, 2.], [0, 3.]), sp.betainc(2, 3, 0.4), sp.gammainc([0.5, 3, 20], [1, 2., 25]), sp.gammaincc(3, 2.), sp.logsumexp(np.ones((2, 2)), axis=0), sp.entr([0.2, 0, 1.]))
print(sp.comb(5, 2, exact=True), sp.factorial(6, exact=True), sp.perm(5, 2, exact=True), type(sp.expit(0.3)).__name__)
for m in ("full", "same", "valid"): print(signal.convolve([1, 2, 3, 4], [0, 1, 0.5], m), signal.correlate([1, 2, 3], [0, 1, 2], m), signal.convolve2d(np.arange(9).reshape(3, 3), np.array([[1, 0], [0, -1]]), m).tolist(), signal.convolve([1, 2, 3], [1, 1], m))
u, v = [1, 0, 2.], [0, 1, 4.]
P(*[getattr(distance, n)(u, v) for n in ("euclidean", "sqeuclidean", "cityblock", "chebyshev", "cosine", "correlation", "hamming", "canberra", "braycurtis", "minkowski")], distance.minkowski(u, v, 3))
A, B = np.array([[0., 0], [1, 1], [3, 0]]), np.array([[1., 0], [0, 2]])
for m in ("euclidean", "cityblock", "cosine", "chebyshev", "sqeuclidean"): P(distance.cdist(A[1:], B, m))
P(distance.pdist(A), distance.squareform(distance.pdist(A)), distance.squareform(distance.squareform(distance.pdist(A))), distance_matrix(A, B), distance_matrix(A, B, p=1))
for f in (lambda: distance.cdist(A, B, "foo"), lambda: signal.convolve([1], [1], "x"), lambda: distance.euclidean([[1]], [1]), lambda: distance.squareform([1, 2])):
    try: f()
    except Exception as e: print(type(e).__name__, e)

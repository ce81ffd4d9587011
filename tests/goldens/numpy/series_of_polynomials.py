"""Series of Chebyshev's, Legendre's, Hermite's and Laguerre's polynomials, and the rest of Polynomial."""

import numpy as np
from each_line import each_line
from numpy.polynomial import Chebyshev, Hermite, HermiteE, Laguerre, Legendre, Polynomial

p, c = Polynomial([2, -1, 3]), Chebyshev([1, 2, 3])
x = np.linspace(0, 4, 9)

each_line("""
p // Polynomial([1, 1]), p % Polynomial([1, 1]), p ** 2 - 1, Polynomial.basis(2), Polynomial.identity(), p.trim(), p.cutdeg(1)
p(Polynomial([0, 2])), p(1j), p.has_samecoef(p), p == Polynomial([2, -1, 3]), p.mapparms(), p.integ(lbnd=1)
print(p, c, Legendre([1, 2]), Laguerre([1, 0, 2]))
f"{p:ascii} | {c:ascii}"
p._repr_latex_(), c._repr_latex_()
c, c(0.25), c.roots(), c.deriv(), c.integ(), c * c, c + 1, c.convert(kind=Polynomial)
Polynomial([1, 2, 3]).convert(kind=Legendre), Legendre([1, 2, 3]).convert(kind=Chebyshev)
Legendre([1, 2, 3])(0.5), Hermite([1, 2, 3])(0.5), HermiteE([1, 2, 3])(0.5), Laguerre([1, 2, 3])(0.5)
Chebyshev.fit(x, x ** 3 - x, 3).coef.round(6), Laguerre([1, 2]).domain, Legendre.fromroots([0, 1])
np.polynomial.legendre.leggauss(3), np.polynomial.hermite.hermgauss(2), np.polynomial.chebyshev.chebgauss(2)
np.polynomial.chebyshev.cheb2poly([1, 2, 3]), np.polynomial.chebyshev.poly2cheb([-2, 2, 6]), np.polynomial.legendre.legval(0.5, [1, 2])
np.polynomial.polynomial.polyvander([1, 2], 2), np.polynomial.polynomial.polyval2d(1, 2, [[1, 2], [3, 4]])
np.polyfit([1, 2, 3, 4, 5], [1, 2, 3, 4, 6], 1, cov=True)[1].round(6), np.polyfit([1, 2, 3, 4], [1, 3, 2, 5], 1, full=True)[1].round(6)
p + c
Polynomial([1], symbol="1x")
p ** -1
""", globals())

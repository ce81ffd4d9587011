"""`numpy.polynomial.hermite_e`: functions of bare coefficients, which `_orthogonal` makes. Nothing else is here."""

from numpy.polynomial._orthogonal import functions

globals().update(functions("hermite_e"))

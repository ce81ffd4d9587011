"""Where functions are least, where they are zero, and which curve fits.

What it is not: constrained searches; asking for these says so. Start reading at `minimize`.
"""

from scipy._missing import missing
from scipy.optimize._fit import curve_fit, least_squares
from scipy.optimize._minimize import minimize
from scipy.optimize._result import OptimizeResult, OptimizeWarning
from scipy.optimize._roots import bisect, brentq, fsolve, newton, root, root_scalar
from scipy.optimize._scalar import minimize_scalar

_missing = missing(
    __name__,
    "basinhopping brute differential_evolution dual_annealing fmin_cg "
    "golden milp shgo LinearConstraint "
    "NonlinearConstraint line_search lsq_linear fixed_point broyden1 ridder toms748 direct",
)

# What comes when it is asked for.
_LATER = {
    "_bounded": ("Bounds", "fmin_l_bfgs_b"),
    "_linear": ("linprog", "nnls"),
    "_slopes": ("approx_fprime", "check_grad", "leastsq"),
}


def __getattr__(name):
    if name in ("brent", "fmin", "fmin_bfgs", "fminbound", "rosen", "rosen_der"):
        return getattr(__import__("scipy.optimize._older", fromlist=(name,)), name)
    for file, names in _LATER.items():
        if name in names:
            return getattr(__import__(f"scipy.optimize.{file}", fromlist=(name,)), name)
    if name == "linear_sum_assignment":
        from scipy.optimize._assignment import linear_sum_assignment

        return linear_sum_assignment
    return _missing(name)

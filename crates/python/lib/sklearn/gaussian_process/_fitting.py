"""What both Gaussian processes share: their kernel's numbers, by how likely they make what was seen.

What it is not: the processes. Start reading at `Process`.
"""

import warnings

import numpy as np
from scipy.linalg import solve_triangular
from sklearn.base import BaseEstimator
from sklearn.exceptions import ConvergenceWarning


def solved(lower, right):
    """What gives the right side, of a matrix that is `lower` times its mirror."""
    return solve_triangular(lower.T, solve_triangular(lower, right, lower=True), lower=False)


class Process(BaseEstimator):
    """Fits the numbers of a kernel."""

    def _fit_kernel(self, draw):
        """The most likely numbers, from those given and from some that are drawn."""
        if self.optimizer is None or not self.kernel_.n_dims:
            self.log_marginal_likelihood_value_ = self.log_marginal_likelihood(self.kernel_.theta, clone_kernel=False)
            return
        bounds = self.kernel_.bounds
        if self.n_restarts_optimizer > 0 and not np.isfinite(bounds).all():
            raise ValueError("Multiple optimizer restarts (n_restarts_optimizer>0) requires that all bounds are finite.")
        found = [self._searched(self.kernel_.theta, bounds)]
        found += [self._searched(draw(bounds), bounds) for _ in range(self.n_restarts_optimizer)]
        values = [float(value) for _, value in found]
        self.kernel_.theta = found[values.index(min(values))][0]
        self.kernel_._check_bounds_params()
        self.log_marginal_likelihood_value_ = np.float64(-min(values))

    def _searched(self, theta, bounds):
        from scipy.optimize import minimize

        def unlikely(theta, eval_gradient=True):
            found = self.log_marginal_likelihood(theta, eval_gradient=eval_gradient, clone_kernel=False)
            return (-found[0], -found[1]) if eval_gradient else -found

        if callable(self.optimizer):
            return self.optimizer(unlikely, theta, bounds=bounds)
        if self.optimizer != "fmin_l_bfgs_b":
            raise ValueError(f"Unknown optimizer {self.optimizer}.")
        found = minimize(unlikely, theta, method="L-BFGS-B", jac=True, bounds=bounds)
        if found.status:
            warnings.warn(
                f"lbfgs failed to converge after {found.nit} iteration(s) (status={found.status}):\n{found.message}\n\nYou might also "
                "want to scale the data as shown in:\n    https://scikit-learn.org/stable/modules/preprocessing.html",
                ConvergenceWarning, stacklevel=4,
            )  # fmt: skip
        return found.x, found.fun

    def log_marginal_likelihood(self, theta=None, eval_gradient=False, clone_kernel=True):
        """The logarithm of how likely the numbers `theta` make what was seen; of those fitted for none."""
        if theta is None:
            if eval_gradient:
                raise ValueError("Gradient can only be evaluated for theta!=None")
            return self.log_marginal_likelihood_value_
        kernel = self.kernel_.clone_with_theta(theta) if clone_kernel else self.kernel_
        kernel.theta = theta
        return self._likely(kernel, theta, eval_gradient)

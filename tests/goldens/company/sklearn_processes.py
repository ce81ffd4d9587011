"""Gaussian processes for numbers and classes, with their kernels."""

import numpy as np
from each_line import each_line
from sklearn.gaussian_process import GaussianProcessClassifier, GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, DotProduct, ExpSineSquared, Matern, RationalQuadratic, WhiteKernel

rng = np.random.RandomState(3)
X = np.linspace(0, 8, 24)[:, None]
y = np.cos(X).ravel() + 0.15 * rng.randn(24)
T = np.array([[0.7], [4.1], [9.5]])
kernels = [
    1.0 * RBF(2.0) + WhiteKernel(0.1), ConstantKernel(1.0) * Matern(nu=1.5) + WhiteKernel(), Matern(nu=2.5) + WhiteKernel(),
    RationalQuadratic(alpha=0.5, alpha_bounds="fixed") + WhiteKernel(), ExpSineSquared(1, 6, periodicity_bounds=(2, 9)) + WhiteKernel(),
    DotProduct() ** 2 + WhiteKernel(),
]  # fmt: skip
for kernel in kernels:
    model = GaussianProcessRegressor(kernel=kernel, normalize_y=True, random_state=0).fit(X, y)
    mean, std = model.predict(T, return_std=True)
    print(model.kernel_, mean.round(3), std.round(3), round(float(model.log_marginal_likelihood_value_), 2))
plain = GaussianProcessRegressor(kernel=RBF() + WhiteKernel(), n_restarts_optimizer=2, random_state=1).fit(X, y)
points = rng.rand(40, 2)
sides = np.where(points[:, 0] > points[:, 1], "below", "above")
classes = GaussianProcessClassifier(1.0 * RBF(0.5), random_state=0).fit(points, sides)
three = GaussianProcessClassifier().fit(points, (points[:, 0] * 3).astype(int))
each_line(
    """
plain
plain.kernel_
plain.kernel_.theta.round(3)
plain.sample_y(T, 2, random_state=0).shape
plain.predict(T, return_cov=True)[1].round(4)
GaussianProcessRegressor().predict(T, return_std=True)
RBF([1.0, 2.0])(points[:2]).round(5)
(RBF() * 2 + 1).get_params()["k2"]
ConstantKernel(4.0)
classes
classes.kernel_
classes.predict_proba(points[:3]).round(3)
classes.predict(points[:4])
classes.score(points, sides)
three.predict_proba(points[:2]).round(4)
""",
    globals(),
)

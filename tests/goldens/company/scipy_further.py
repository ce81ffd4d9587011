# Further parts of scipy: differential equations, Gaussians of vectors, densities of samples, pictures as tables, assignments.
import numpy as np
from scipy import ndimage, stats
from scipy.integrate import odeint, solve_ivp
from scipy.optimize import linear_sum_assignment
from scipy.stats import gaussian_kde, multivariate_normal, wasserstein_distance

rs = np.random.RandomState(0)
np.set_printoptions(precision=6, suppress=True)
found = solve_ivp(lambda t, y: [y[1], -y[0]], (0, 10), [1.0, 0.0])
print(found.t, found.y, found.nfev, found.message, found.success)
found = solve_ivp(lambda t, y, a: -a * y, [0, 5], [2.0, 4.0], t_eval=np.linspace(0, 5, 6), args=(0.5,), rtol=1e-8, atol=1e-10)
print(found.y, found.nfev, found.t)
print(odeint(lambda y, t, k: -k * y, 5.0, np.linspace(0, 3, 4), args=(0.3,)))


def lorenz(state, t, sigma=10, rho=28, beta=8 / 3):
    x, y, z = state
    return sigma * (y - x), x * (rho - z) - y, x * y - beta * z


print(odeint(lorenz, [1.0, 1, 1], np.linspace(0, 2, 5)).round(4))
print(np.round(multivariate_normal.pdf([0, 0.5], [0, 0], [[1, 0.3], [0.3, 2]]), 8), multivariate_normal(0, 2).pdf([0.0, 1]))
print(multivariate_normal([1, 2], [2, 3]).logpdf([[0, 0], [1, 2]]), multivariate_normal([0, 0]).pdf(np.zeros((2, 3, 2))))
print(multivariate_normal.rvs([0, 1], np.eye(2), size=2, random_state=0))
samples = rs.randn(30)
density = gaussian_kde(samples)
print(density([0, 1.0]), round(density.factor, 8), density.covariance, round(density.integrate_box_1d(-1, 1), 8))
print(gaussian_kde(rs.randn(2, 20))(np.zeros((2, 1))), round(gaussian_kde(samples, bw_method="silverman").factor, 8))
print(wasserstein_distance([0, 1, 3], [5, 6, 8]), np.round(wasserstein_distance(rs.randn(5), rs.randn(7)), 8))
for law, shape in ((stats.lognorm, (0.5,)), (stats.truncnorm, (-1, 2)), (stats.laplace, ()), (stats.logistic, ()), (stats.cauchy, ())):
    print(law.pdf([-0.5, 0.3, 1.2], *shape), np.round([law.cdf(0.7, *shape), law.ppf(0.3, *shape), law.mean(*shape)], 8))
print(stats.randint.pmf([0, 1, 5], 1, 5), stats.randint.cdf(2, 1, 5), stats.randint.ppf(0.5, 1, 5))
table, bytes_ = rs.rand(6, 7), (rs.rand(5, 5) * 255).astype("uint8")
print(ndimage.gaussian_filter(table, 1)[:2, :3], ndimage.gaussian_filter(bytes_, 1)[0], ndimage.gaussian_filter(table, 1, order=1)[0, :2])
weights = np.arange(9.0).reshape(3, 3)
print(ndimage.convolve(table, weights)[0, :3], ndimage.correlate(table, weights, mode="constant")[0, :3], ndimage.sobel(table)[0, :3])
print(ndimage.uniform_filter(table, 3)[0, :2], ndimage.median_filter(table, 3)[0, :3], ndimage.laplace(table)[0, :3])
print(ndimage.zoom(table, 2)[:2, :3], ndimage.zoom(table, 0.5, order=1), ndimage.shift(table, 0.5)[1, :3])
print(ndimage.rotate(table, 30)[3, 2:6], ndimage.rotate(table, 45, reshape=False, order=1)[2], ndimage.rotate(table, 30).shape)
print(ndimage.map_coordinates(table, [[0.5, 1.2], [1.5, 2]]), *ndimage.label([[1, 1, 0], [0, 0, 1], [1, 0, 1]]))
costs = rs.rand(5, 5)
for each, most in ((costs, False), (costs[:, :3], False), (costs[:3], True)):
    print(*linear_sum_assignment(each, maximize=most))
for call in (lambda: multivariate_normal([0, 0], [[1, 2], [2, 1]]), lambda: multivariate_normal([0, 0], [[1, 1], [1, 1]]),
             lambda: solve_ivp(lambda t, y: y, (0, 1), [1], t_eval=[2])):  # fmt: skip
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)

import numpy as np
from scipy import optimize as o
ros = lambda x: (1 - x[0])**2 + 100*(x[1] - x[0]**2)**2
der = lambda x: np.array([-2*(1-x[0]) - 400*x[0]*(x[1]-x[0]**2), 200*(x[1]-x[0]**2)])
for kw in (dict(method="Nelder-Mead"), dict(jac=der), dict(method="L-BFGS-B", jac=der), dict(method="L-BFGS-B"), dict(method="nelder-mead", tol=1e-8), dict(method="BFGS", options={"gtol": 1e-3}), dict(options={"maxiter": 3})):
    r = o.minimize(ros, [-1.2, 1.0], **kw); print({k: v for k, v in kw.items() if k != "jac"}, r.x.round(3), round(float(r.fun), 3), r.success, r.status, r.message[:45], r.nit, r.nfev)
r = o.minimize(lambda x: (x**2).sum(), np.ones(3)); print(r.x.round(6), sorted(r), type(r).__name__); print(o.minimize(lambda x, a: (x[0] - a)**2, 0.0, args=(3,)).x.round(5))
m = o.minimize_scalar(lambda x: (x - 2)**2 + 1); print(round(float(m.x), 6), round(float(m.fun), 6), m.success); m = o.minimize_scalar(np.cos, bounds=(0, 4), method="bounded"); print(round(float(m.x), 5), m.nfev)
print(o.fsolve(lambda x: x**2 - 2, 1.0).round(8), o.fsolve(lambda v: [v[0] + v[1] - 3, v[0] * v[1] - 2], [0.5, 3]).round(6), o.root(lambda x: np.cos(x) - x, 0.5).x.round(8))
print(o.brentq(lambda x: x**3 - 2, 0, 2), round(o.bisect(lambda x: x**3 - 2, 0, 2), 9), round(o.newton(lambda x: x**2 - 3, 1.0), 9), round(o.newton(lambda x: x**2 - 3, 1.0, fprime=lambda x: 2*x), 9), round(o.root_scalar(lambda x: x - 1, bracket=[0, 3]).root, 9))
x = np.linspace(0, 4, 30); y = 2.5*np.exp(-1.3*x) + 0.5 + 0.05*np.random.RandomState(0).randn(30)
p, c = o.curve_fit(lambda x, a, b, c: a*np.exp(-b*x) + c, x, y); print(p.round(5), np.sqrt(np.diag(c)).round(5))
p, c = o.curve_fit(lambda x, a, b: a*x + b, x, y, p0=[1, 1], sigma=np.full(30, 0.1), absolute_sigma=True); print(p.round(6), c.round(7))
print(o.least_squares(lambda v: [v[0] - 1, 2*(v[1] - 3)], [0, 0]).x.round(6))
for f in (lambda: o.minimize(ros, [0, 0], method="foo"), lambda: o.brentq(lambda x: x, 1, 2), lambda: o.curve_fit(lambda x, a, b, c: a, [1., 2.], [1., 2.])):
    try: f()
    except Exception as e: print(type(e).__name__, e)

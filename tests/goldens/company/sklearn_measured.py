import numpy as np
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits, load_wine
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error, r2_score

for load in (load_breast_cancer, load_wine, load_digits, load_diabetes):
    d = load()
    print(load.__name__, d.data.shape, d.data.dtype, d.target.dtype, d.target[:8], list(d.feature_names)[:3])
    print(np.round(d.data[0][:8], 6), np.round(d.data.sum(), 4), d.target.sum())
digits = load_digits(n_class=3)
print(digits.images.shape, digits.images[5].astype(int), digits.target_names)
X, y = load_diabetes(return_X_y=True, scaled=False)
print(X[:2], y[:2])
frame = load_wine(as_frame=True).frame
print(frame.shape, frame.columns[-2:].tolist(), frame["alcohol"].mean().round(4))
X, y = load_diabetes(return_X_y=True)
line = LinearRegression().fit(X[:, 2:3], y)
print(line.coef_.round(6), round(float(line.intercept_), 6), round(r2_score(y, line.predict(X[:, 2:3])), 6), round(mean_squared_error(y, line.predict(X[:, 2:3])), 4))

"""What scikit-learn says of parameters that are none, and of data that cannot be learnt."""
import numpy as np
from sklearn.cluster import DBSCAN, KMeans
from sklearn.decomposition import PCA
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import Lasso, LinearRegression, LogisticRegression, Ridge
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import PolynomialFeatures
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

X, y = np.array([[0.0, 1], [1, 0], [2, 2], [3, 1]]), np.array([0, 1, 0, 1])
for mistake in (
    lambda: KNeighborsClassifier(n_neighbors=0).fit(X, y), lambda: KNeighborsClassifier(n_neighbors="3").fit(X, y),
    lambda: LogisticRegression(C=-1).fit(X, y), lambda: LogisticRegression(max_iter="a").fit(X, y), lambda: SVC(C=0).fit(X, y),
    lambda: DecisionTreeClassifier(max_depth=0).fit(X, y), lambda: DecisionTreeClassifier(max_depth=2.5).fit(X, y),
    lambda: DecisionTreeClassifier(min_samples_split=1).fit(X, y), lambda: RandomForestClassifier(n_estimators=0).fit(X, y),
    lambda: RandomForestClassifier(n_estimators=10.0).fit(X, y), lambda: KMeans(n_clusters=0).fit(X), lambda: KMeans(9).fit(X),
    lambda: PCA(n_components=-1).fit(X), lambda: Ridge(alpha=-1).fit(X, y), lambda: Lasso(alpha="a").fit(X, y),
    lambda: GradientBoostingClassifier(learning_rate=-1).fit(X, y), lambda: DBSCAN(eps=0).fit(X),
    lambda: PolynomialFeatures(-1).fit(X), lambda: LogisticRegression().fit(X, [0, 0, 0, 0]),
    lambda: LogisticRegression().fit(X, [0.5, 1.2, 3.3, 1]), lambda: LinearRegression().fit(X, None),
    lambda: LinearRegression().fit([1, 2, 3], [1, 2, 3]), lambda: LinearRegression().fit(np.array([[np.nan, 1]]), [1]),
    lambda: train_test_split(X, [0, 0, 0, 1], stratify=[0, 0, 0, 1]),
):
    try:
        print(mistake())
    except Exception as error:
        print(type(error).__name__, error)

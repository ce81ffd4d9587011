import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer, make_column_selector, make_column_transformer
from sklearn.datasets import load_iris
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.feature_selection import SelectKBest, VarianceThreshold, chi2, f_classif, f_regression
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, ParameterSampler, RandomizedSearchCV, learning_curve, validation_curve
from sklearn.naive_bayes import BernoulliNB, MultinomialNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier  # it can be imported, whatever it can do
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, OrdinalEncoder, StandardScaler
from sklearn.svm import SVC, SVR, LinearSVC

X, y = load_iris(return_X_y=True)
line = SVC(kernel="linear", C=1.0).fit(X[:, :2], y)
print(line, line.coef_.round(3), line.n_support_, line.support_[:10], line.dual_coef_.shape)
print(line.decision_function(X[:2, :2]).round(3), line.predict(X[::30, :2]), line.score(X[:, :2], y))
bell = SVC(C=10).fit(X[50:, :2], y[50:])
print(bell.decision_function(X[50:53, :2]).round(2), bell.support_vectors_.shape)
print(SVC(kernel="poly", class_weight="balanced").fit(X, y).score(X, y), SVC().fit(X, y).n_support_)
print(SVR(epsilon=0.2).fit(X[:, :3], X[:, 3]).predict(X[:3, :3]).round(2))
for call in (lambda: SVC().fit(X, np.zeros(150)), lambda: bell.coef_, lambda: SVC().predict(X)):
    try:
        call()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
print(GridSearchCV(make_pipeline(StandardScaler(), SVC()), {"svc__C": [0.1, 1]}, cv=3).fit(X, y).best_params_)

print(MultinomialNB().fit(X, y).predict_proba(X[:2]), MultinomialNB(alpha=0.5).fit(X, y).feature_log_prob_)
print(BernoulliNB(binarize=2.0).fit(X, y).predict_proba(X[::60]))
words = CountVectorizer()
table = words.fit_transform(["free money now", "hi mum", "money money", "hello mum now"])
print(MultinomialNB().fit(table, [1, 0, 1, 0]).predict(words.transform(["money", "mum"])))

df = pd.DataFrame({"age": [20, 30, 40, 50], "city": ["a", "b", "a", "c"], "pay": [1.0, 2.0, np.nan, 4.0]})
columns = ColumnTransformer([("num", StandardScaler(), ["age"]), ("cat", OneHotEncoder(), ["city"])], remainder="passthrough")
print(columns, columns.fit_transform(df), columns.get_feature_names_out(), columns.named_transformers_["num"], sep="\n")
numbers = Pipeline([("i", SimpleImputer()), ("s", StandardScaler())])
both = ColumnTransformer([("num", numbers, ["age", "pay"]), ("cat", OneHotEncoder(handle_unknown="ignore"), ["city"])])
print(Pipeline([("p", both), ("m", LogisticRegression())]).fit(df, [0, 1, 0, 1]).predict(df))
print(make_column_transformer((MinMaxScaler(), ["age"]), ("drop", ["city"])).fit_transform(df), make_column_selector(dtype_include="number")(df))
print(OrdinalEncoder().fit_transform([["a", "x"], ["b", "y"], ["a", "z"]]))
print(FeatureUnion([("a", StandardScaler()), ("b", MinMaxScaler())]).fit_transform(X)[:1])

print(f_classif(X, y), chi2(X, y), f_regression(X[:, :3], X[:, 3]), SelectKBest(chi2, k=2).fit(X, y).get_support())
print(VarianceThreshold(0.5).fit_transform(X)[:2], SelectKBest(k=2).fit_transform(X, y)[:2])
for strategy in ("most_frequent", "stratified", "uniform"):
    print(DummyClassifier(strategy=strategy, random_state=0).fit(X, y).predict(X[:6]))
print(DummyRegressor().fit(X, X[:, 0]).predict(X[:2]))
print(RandomizedSearchCV(KNeighborsClassifier(), {"n_neighbors": list(range(1, 20))}, n_iter=4, random_state=1, cv=3).fit(X, y).best_params_)
print(list(ParameterSampler({"a": [1, 2, 3], "b": [4, 5]}, 3, random_state=0)))
print(learning_curve(KNeighborsClassifier(), X, y, cv=3, train_sizes=[0.5, 1.0], shuffle=True, random_state=0))
print(validation_curve(KNeighborsClassifier(), X, y, param_name="n_neighbors", param_range=[1, 5], cv=3))
plane = LinearDiscriminantAnalysis().fit(X, y)
print(plane.score(X, y), plane.explained_variance_ratio_, plane.coef_, plane.intercept_, np.abs(plane.transform(X[:2])))

# The irises, as arrays and as a frame.
import numpy as np
import pandas as pd
from sklearn.datasets import load_iris
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split

pd.set_option("display.max_columns", 20)
iris = load_iris()
print(iris.data.shape, iris.target.shape, iris.feature_names, iris.target_names, list(iris.target_names), iris["target"][:3])
print(iris.data[:3], iris.data.sum(axis=0).round(6), iris.data.std(axis=0).round(8), np.bincount(iris.target))
X, y = load_iris(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42)
print(X_train[:2], y_test[:10], PCA(2).fit(X).explained_variance_ratio_)
df = load_iris(as_frame=True).frame
df["species"] = df["target"].map(dict(enumerate(iris.target_names)))
print(df.head(), df.groupby("species").mean(numeric_only=True), df["species"].value_counts(), sep="\n")
frame = pd.DataFrame(iris.data, columns=iris.feature_names)
frame["species"] = [iris.target_names[kind] for kind in iris.target]
print(frame, frame.describe(), sep="\n")

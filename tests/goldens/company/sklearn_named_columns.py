import warnings

import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import *
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import *

warnings.showwarning = lambda message, category, *rest: print(f"{category.__name__}: {message}")
warnings.simplefilter("always", UserWarning)
df = pd.DataFrame({"age": [20, np.nan, 40, 50], "sex": ["m", "f", "f", None], "y": [0, 1, 1, 0]})
numbers = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
words = make_pipeline(SimpleImputer(strategy="most_frequent"), OneHotEncoder(sparse_output=False))
prepared = ColumnTransformer([("num", numbers, ["age"]), ("cat", words, ["sex"])])
print(prepared.fit_transform(df).round(4), prepared.get_feature_names_out())
model = Pipeline([("prepare", prepared), ("model", LogisticRegression())]).fit(df[["age", "sex"]], df.y)
print(model.predict(df), model[:-1].get_feature_names_out())
print(prepared.set_output(transform="pandas").fit_transform(df).round(3))
print(OneHotEncoder(sparse_output=False).fit(df[["sex"]]).get_feature_names_out(), RidgeCV())
scaler = StandardScaler().fit(df[["age"]].dropna())
print(scaler.feature_names_in_, scaler.transform([[3.0]]).round(3))
for other in (pd.DataFrame({"years": [1.0]}), pd.DataFrame({"age": [1.0], "years": [2.0]})):
    try:
        scaler.transform(other)
    except ValueError as error:
        print("ValueError:", error)
try:
    SimpleImputer().fit(df[["sex"]])
except ValueError as error:
    print("ValueError:", error)

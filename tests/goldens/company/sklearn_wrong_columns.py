# Columns that are missing, have no names or are a series; vectorizers that were not fitted; parameters that are not there.
import numpy as np
import pandas as pd
import torch
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import Ridge
from sklearn.model_selection import GridSearchCV
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, StandardScaler
from torch.utils.data import DataLoader, TensorDataset


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


frame = pd.DataFrame({"age": [1.0, 2.0, 3.0], "size": [4.0, 6.0, 5.0], "sex": ["F", "M", "F"]})
made = ColumnTransformer([("numbers", StandardScaler(), ["age", "size"]), ("kinds", OneHotEncoder(), ["sex"])])
print(made.fit_transform(frame).round(3))
attempt(lambda: made.transform(frame.drop(columns="size")))
attempt(lambda: made.transform(frame.values))
attempt(lambda: made.transform(frame[["sex", "size", "age"]]).shape)
attempt(lambda: ColumnTransformer([("numbers", StandardScaler(), ["weight"])]).fit(frame))
attempt(lambda: ColumnTransformer([("numbers", StandardScaler(), ["age"])]).fit(frame[["age"]].values))
attempt(lambda: MinMaxScaler().fit_transform(frame["age"]))
attempt(lambda: StandardScaler().fit(frame["age"]))
attempt(lambda: Ridge().fit(frame["age"], frame["size"]))
attempt(lambda: MinMaxScaler().fit_transform(frame["age"].values))
attempt(lambda: TfidfVectorizer().transform(["a text"]))
attempt(lambda: CountVectorizer().transform(["a text"]))
attempt(lambda: GridSearchCV(Ridge(), {"model__alpha": [1]}, cv=2).fit(np.eye(4), np.arange(4)))
attempt(lambda: Ridge().set_params(alfa=1))
data = TensorDataset(torch.arange(4))
attempt(lambda: DataLoader(data, multiprocessing_context="spawn"))
attempt(lambda: DataLoader(data, num_workers=1, multiprocessing_context="spwn"))

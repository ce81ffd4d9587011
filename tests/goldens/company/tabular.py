# From a table to a trained model: pandas, sklearn and torch in one program.
import io
import numpy as np
import pandas as pd
import torch
from sklearn.linear_model import LinearRegression
from sklearn.metrics import accuracy_score, confusion_matrix
from sklearn.model_selection import StratifiedKFold, train_test_split
from sklearn.preprocessing import LabelEncoder, OneHotEncoder, StandardScaler

rng = np.random.RandomState(0)
x = rng.randn(60, 2)
df = pd.DataFrame(x, columns=["length", "width"])
df["kind"] = np.where(df["length"] + df["width"] > 0, 1, 0)
df["label"] = df["kind"].map({0: "small", 1: "large"})
print(df.head(), df["label"].value_counts(), df.groupby("label")[["length", "width"]].mean(), sep="\n")
X_train, X_test, y_train, y_test = train_test_split(df[["length", "width"]], df["label"], test_size=0.25, random_state=42, stratify=df["label"])
print(type(X_train).__name__, X_train.shape, X_test.index.tolist(), y_test.head(3), sep="\n")
scaler, encoder = StandardScaler(), LabelEncoder()
train, test = scaler.fit_transform(X_train), scaler.transform(X_test)
goals, wanted = encoder.fit_transform(y_train), encoder.transform(y_test)
print(train.mean(axis=0).round(6) + 0.0, train[:2].round(6), goals[:8], encoder.classes_)
train, test = torch.tensor(train, dtype=torch.float32), torch.tensor(test, dtype=torch.float32)
goals, wanted = torch.tensor(goals), torch.from_numpy(wanted)
torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Linear(2, 8), torch.nn.ReLU(), torch.nn.Linear(8, 2))
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
history = []
for epoch in range(20):
    loss = torch.nn.functional.cross_entropy(model(train), goals)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    history.append({"epoch": epoch, "loss": round(loss.item(), 4)})
guess = model(test).argmax(1)
print(pd.DataFrame(history).iloc[::5], accuracy_score(wanted, guess), confusion_matrix(wanted, guess), sep="\n")
print(torch.tensor(df[["length", "width"]].values[:2]), torch.from_numpy(df["length"].values).float()[:2], torch.tensor(df["kind"].values[:5]), torch.tensor(df["kind"].tolist()).sum(), sep="\n")
print(LinearRegression().fit(df[["length"]], df["width"]).coef_.round(8), OneHotEncoder(sparse_output=False).fit_transform(df[["label"]])[:2], [len(test) for _, test in StratifiedKFold(4).split(df, df["label"])])
print(np.mean(df["length"]).round(8), np.array(df["kind"])[:4], np.array(df[["kind"]]).shape, np.asarray(df["kind"]).dtype)
print(scaler.get_feature_names_out(), scaler.feature_names_in_, StandardScaler().fit(x).get_feature_names_out())

import numpy as np, torch
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
texts = ["The cat sat on the mat.", "A dog sat on the log!", "cats and dogs, dogs and cats"]
v = CountVectorizer(); X = v.fit_transform(texts); print(X.shape, X.dtype, X.nnz); print(X.toarray()); print(list(v.get_feature_names_out())); print(sorted(v.vocabulary_.items())[:4])
print(v.transform(["the dog and the cat"]).toarray(), v.build_analyzer()("Hello a World"))
for kw in (dict(ngram_range=(1, 2)), dict(min_df=2), dict(binary=True), dict(stop_words=["the", "on"]), dict(lowercase=False), dict(vocabulary=["cat", "dog"])):
    c = CountVectorizer(**kw); print(kw, c.fit_transform(texts).toarray().tolist(), list(c.get_feature_names_out())[:6])
t = TfidfVectorizer(); print(t.fit_transform(texts).toarray().round(5).tolist()); print(t.idf_.round(5), t.transform(["dog on dog"]).toarray().round(5).tolist())
for kw in (dict(norm=None), dict(sublinear_tf=True), dict(use_idf=False), dict(smooth_idf=False)): print(kw, TfidfVectorizer(**kw).fit_transform(texts).toarray().round(4)[2].tolist())
print(torch.tensor(X.toarray(), dtype=torch.float32).sum(), LogisticRegression().fit(X.toarray(), [0, 1, 0]).predict(X.toarray()))
for f in (lambda: CountVectorizer().fit("abc"), lambda: CountVectorizer().transform(["a"]), lambda: CountVectorizer().fit(["a b"])):
    try: f()
    except Exception as e: print(type(e).__name__, e)

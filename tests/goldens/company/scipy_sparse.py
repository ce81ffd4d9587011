import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.preprocessing import OneHotEncoder

s = sparse.csr_matrix([[1, 0, 2], [0, 0, 3]])
print(s)
print(repr(s), s.data, s.indices, s.indptr, s[0, 2], s.shape, s.nnz)
print((s @ s.T).toarray(), s @ np.ones(3), s.sum(axis=0), repr(s.todense()), (s * 2).toarray(), isinstance(s, sparse.csr_matrix))
print(repr(sparse.eye(2)), sparse.coo_matrix(([1, 2, 5], ([0, 0, 1], [1, 1, 0]))).toarray(), sparse.vstack([s, s]).shape)
try:
    len(s)
except TypeError as error:
    print("TypeError:", error)
texts = ["the cat sat", "the dog the end"]
words = CountVectorizer()
print(words.fit_transform(texts), words.vocabulary_)
print(TfidfVectorizer().fit_transform(texts).toarray().round(4))
print(repr(OneHotEncoder().fit_transform([["a"], ["b"]])))

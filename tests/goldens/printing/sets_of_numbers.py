# Sets of numbers come by their places in the table of hashes.
print({3,1,2}, set([5,3,9,1]), {2,0,1}, set([2.5,1.0,3]), frozenset([2,1]))
s=set([10,3,7]); s.add(1); print(s, list(s), sorted(s)); s.discard(3); print(s)
for x in {3,1,2}: print(x, end=' ')
print({1,2}|{0,5}, {5,1,3}&{3,5}, {9,8,1}-{8}, {True, 0, 2})
print(set(range(20,0,-3)), {i*i for i in range(10)}, set(i%5 for i in range(20)), {-1,-2,3}, {100,200,300,5}, set([1000,1,50,33]))
s={3,1,2}
try:
    for x in s: s.add(x+10)
except RuntimeError as e: print(e)
print({3,1,2}.pop(), set('a'), len({1,2}), sorted({3,1}), list({(2,1),(1,2)}), sum({3,1,2}), max({1,5}), {3,1}=={1,3})
import pickle, copy, json
print(pickle.loads(pickle.dumps({3,1,2})), copy.copy({3,1}), [*{3,1,2}], dict.fromkeys({3,1,2}), list(enumerate({3,1,2})))
a,b,c={3,1,2}; print(a,b,c); print(type(iter({3,1})).__name__, iter({1,2}).__length_hint__())
import numpy as np; print(set(np.array([2,0,1])), np.unique([2,0]), set([1,'a']) == {'a',1})

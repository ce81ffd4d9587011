import numpy as np

m = np.matrix([[1, 2], [3, 4]])
print(repr(m * m), repr(m**2), repr(m.I), m.T, m.A1)
print(repr(m[0]), repr(m[:, 1]), m[1, 0], repr(m.sum(axis=0)), repr(m.mean(axis=1)))
print(repr(np.matrix("1 2; 3 4") + 1), np.linalg.det(m), repr(np.asarray(m)))
try:
    m * np.ones(3)
except ValueError as error:
    print("ValueError:", error)
kind = np.dtype([("name", "U10"), ("age", "i4"), ("weight", "f8")])
people = np.array([("Ann", 30, 55.5), ("Bob", 25, 80.0)], dtype=kind)
print(repr(people), people["age"].mean(), kind.names, kind["age"])
print(repr(people[0]), np.sort(people, order="age"), people[people["age"] > 26]["name"])
people["age"] += 1
people[1] = ("Zed", 7, 60.25)
people[0]["weight"] = 56.0
for name, age, weight in people:
    print(name, age, weight)
print(np.zeros(2, dtype=kind))
try:
    people["height"]
except ValueError as error:
    print("ValueError:", error)

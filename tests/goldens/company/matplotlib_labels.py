# Several lines of one call, each with its own name in the legend.
import matplotlib.pyplot as plt
rows = [(1, 3), (2, 2), (3, 1)]
lines = plt.plot(rows, label=["training", "validation"])
print([line.get_label() for line in lines])
lines = plt.plot(rows, label="both")
print([line.get_label() for line in lines])
lines = plt.plot([1, 2], [3, 4], [1, 2], [5, 6], label="x")
print([line.get_label() for line in lines])
print([line.get_label() for line in plt.plot([1, 2], label=5)])
try:
    plt.plot(rows, label=["one"])
except ValueError as problem:
    print(problem)

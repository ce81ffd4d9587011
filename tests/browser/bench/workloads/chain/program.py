"""A chain of elementwise operations on a million values, and their sum."""

x = values(1_000_000)


def work(steps):
    for _ in range(steps):
        total = ((x * 2 + 1).relu() * x).sum()
    return total.item()

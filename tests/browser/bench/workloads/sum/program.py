"""The sum of a million values."""

x = values(1_000_000) + 1


def work(steps):
    for _ in range(steps):
        total = x.sum()
    return total.item()

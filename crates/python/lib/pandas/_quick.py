"""The order of texts by numpy's quicksort, which turns equals round.

What it is not: the order of numbers, where equals lie as the processor has it, and here as they came. Start reading at
`quick_order`.
"""

# So many values at most are sorted by insertion, which leaves equals as they are.
_FEW = 16


def quick_order(values, ascending=True):
    """The places of values in their order; falling, what rises backwards is read from its end."""
    if not ascending:
        last = len(values) - 1
        return [last - at for at in reversed(_order(values[::-1]))]
    return _order(values)


def _order(values):
    at, low, high, waiting = list(range(len(values))), 0, len(values) - 1, []
    while True:
        while high - low >= _FEW:
            middle = _parted(values, at, low, high)
            # The smaller part is sorted first.
            if middle - low < high - middle:
                waiting.append((middle + 1, high))
                high = middle - 1
            else:
                waiting.append((low, middle - 1))
                low = middle + 1
        at[low : high + 1] = sorted(at[low : high + 1], key=values.__getitem__)
        if not waiting:
            return at
        low, high = waiting.pop()


def _parted(values, at, low, high):
    """Brings what is less than the middle one of three values before it, and what is larger behind; where it is then."""
    middle = low + (high - low >> 1)
    for one, other in ((low, middle), (middle, high), (low, middle)):
        if values[at[other]] < values[at[one]]:
            at[one], at[other] = at[other], at[one]
    key, left, right = values[at[middle]], low, high - 1
    at[middle], at[right] = at[right], at[middle]
    while True:
        left += 1
        while values[at[left]] < key:
            left += 1
        right -= 1
        while key < values[at[right]]:
            right -= 1
        if left >= right:
            break
        at[left], at[right] = at[right], at[left]
    at[left], at[high - 1] = at[high - 1], at[left]
    return left

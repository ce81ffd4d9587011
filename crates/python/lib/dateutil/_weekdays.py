"""Days of the week, alone or counted: `FR`, `FR(-1)`. Start reading at `Weekday`."""


class Weekday:
    """A day of the week, or the so-manieth one; a negative count is from the end."""

    __slots__ = ("weekday", "n")

    def __init__(self, weekday, n=None):
        if n == 0:
            raise ValueError("Can't create weekday with n==0")
        self.weekday, self.n = weekday, n

    def __call__(self, n):
        return self if n == self.n else type(self)(self.weekday, n)

    def __eq__(self, other):
        return (self.weekday, self.n) == (getattr(other, "weekday", None), getattr(other, "n", None))

    def __hash__(self):
        return hash((self.weekday, self.n))

    def __repr__(self):
        name = NAMES[self.weekday]
        return f"{name}({self.n:+d})" if self.n else name


NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Weekday.__name__ = Weekday.__qualname__ = "weekday"
MO, TU, WE, TH, FR, SA, SU = WEEKDAYS = tuple(map(Weekday, range(7)))

"""What a side of a pattern says: its axes, alone or composed in parentheses.

What it is not: sizes; those come with a tensor. Start reading at `Side`.
"""

ELLIPSIS = "…"


class EinopsError(RuntimeError):
    """A pattern that cannot be read, or that does not fit a tensor."""


EinopsError.__module__ = "einops"


class Anonymous:
    """An axis that has a size and no name; no two are the same."""

    def __init__(self, size):
        if size < 1:
            raise EinopsError(f"Anonymous axis should have positive length, not {size}")
        self.size = size

    def __repr__(self):
        return f"{self.size}-axis"


class Side:
    """The groups of axes on one side; the ellipsis is an axis, too, until a tensor says how many it stands for."""

    def __init__(self, text, underscore=False):
        self.groups, self._open, self._underscore = [], None, underscore
        self.identifiers, self.ellipsis_inside = set(), False
        for word in _words(text):
            self._take(word)
        if self._open is not None:
            raise EinopsError(f'Imbalanced parentheses in expression: "{text}"')

    @property
    def has_ellipsis(self):
        return ELLIPSIS in self.identifiers

    @property
    def has_anonymous(self):
        return any(isinstance(axis, Anonymous) for axis in self.identifiers)

    @property
    def is_composed(self):
        return any(len(group) > 1 for group in self.groups)

    def _take(self, word):
        if word == "(":
            if self._open is not None:
                raise EinopsError("Axis composition is one-level (brackets inside brackets not allowed)")
            self._open = []
        elif word == ")":
            if self._open is None:
                raise EinopsError("Brackets are not balanced")
            self.groups.append(self._open)
            self._open = None
        else:
            self._take_axis(word)

    def _take_axis(self, word):
        if word == "1":
            # An axis of size one is a group of nothing, and in a group it changes nothing.
            if self._open is None:
                self.groups.append([])
            return
        axis = Anonymous(int(word)) if word.isdecimal() else word
        if axis in self.identifiers:
            raise EinopsError(f'Indexing expression contains duplicate dimension "{word}"')
        if isinstance(axis, str) and axis != ELLIPSIS:
            check_name(axis, self._underscore)
        self.identifiers.add(axis)
        if self._open is None:
            self.groups.append([axis])
        else:
            self._open.append(axis)
            self.ellipsis_inside = self.ellipsis_inside or axis == ELLIPSIS

    def expanded(self, axes):
        """The groups with the axes that an ellipsis stands for in its place."""
        found = []
        for group in self.groups:
            if group == [ELLIPSIS] and not self.ellipsis_inside:
                found += [[axis] for axis in axes]
            else:
                found.append([each for axis in group for each in (axes if axis == ELLIPSIS else [axis])])
        return found


def check_name(name, underscore=False):
    """Raises EinopsError for what is no axis' name."""
    reason = None
    if not name.isidentifier():
        reason = "not a valid python identifier"
    elif (name[0] == "_" or name[-1] == "_") and not (underscore and name == "_"):
        reason = "axis name should should not start or end with underscore"
    if reason is not None:
        raise EinopsError(f"Invalid axis identifier: {name}\n{reason}")


def _words(text):
    """Parentheses, names and numbers in order."""
    if "." in text:
        if "..." not in text:
            raise EinopsError("Expression may contain dots only inside ellipsis (...)")
        if text.count("...") != 1 or text.count(".") != 3:
            raise EinopsError("Expression may contain dots only inside ellipsis (...); only one ellipsis for tensor ")
        text = text.replace("...", ELLIPSIS)
    word = ""
    for character in text + " ":
        if character.isalnum() or character in ("_", ELLIPSIS):
            word += character
            continue
        if character not in " ()":
            raise EinopsError(f"Unknown character '{character}'")
        if word:
            yield word
            word = ""
        if character != " ":
            yield character


def sides(pattern):
    """Both sides of "left -> right"."""
    left, right = pattern.split("->")
    left, right = Side(left), Side(right)
    if not left.has_ellipsis and right.has_ellipsis:
        raise EinopsError(f"Ellipsis found in right side, but not left side of a pattern {pattern}")
    if left.ellipsis_inside:
        raise EinopsError(f"Ellipsis inside parenthesis in the left side is not allowed: {pattern}")
    return left, right

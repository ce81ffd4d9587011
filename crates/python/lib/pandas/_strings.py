"""`series.str`: what Python's texts can do, for each value; what is missing stays so.

What it is not: patterns as options of all methods; those that take one say so. Start reading at `StringMethods`.
"""

from numpy._objects import objects
from pandas._column import NA, NAN, Column, column_of, flags, is_missing
from pandas._refuse import refuse


_GROUPS = (
    "This pattern is interpreted as a regular expression, and has match groups. To actually get the groups, use str.extract."
)
_NO_PATTERN = "Cannot use a compiled regex as replacement pattern with regex=False"


def _one_by_one(steps, value):
    for step in steps:
        value = step(value)
    return value


class StringMethods:
    """The methods of texts."""

    def __init__(self, column, made):
        self._is_nullable = column.kind == "string"
        if self._is_nullable:
            # What is made of such texts has a value for nothing, too.
            from pandas._nullable import convert_dtypes

            column, plain_made = column.plain(), made
            made = lambda found: convert_dtypes(plain_made(found))  # noqa: E731
        if column.kind == "category" and all(isinstance(one, str) for one in column.categories):
            column = column_of(column.tolist(), "object")
        if column.kind not in ("str", "object"):
            told = {"i": "integer", "u": "integer", "f": "floating", "b": "boolean"}.get(str(column.kind)[0], column.kind)
            raise AttributeError(f"Can only use .str accessor with string values, not {told}")
        if column.kind == "object":
            of_texts = made
            made = lambda found: of_texts(found.astype("object") if found.kind == "str" else found)  # noqa: E731
        self._column, self._made = column, made

    def _each(self, function):
        values = [function(value) if self._has(value) else self._gap(value) for value in self._column.tolist()]
        stays = self._column.kind == "object" and any(isinstance(value, str) for value in values)
        return self._made(Column(objects(values), "object") if stays else column_of(values))

    def _gap(self, value):
        """What stands where no text is: among objects None stays itself."""
        return None if value is None and self._column.kind == "object" else NAN

    def _has(self, value):
        """Whether a value is a text, or of many objects something else that has parts."""
        return not is_missing(value) and (self._column.kind != "object" or isinstance(value, (str, list, tuple, dict, bytes)))

    def _tested(self, function, na=None):
        na = NA if self._is_nullable and na in (False, None) else na
        if self._column.kind == "object" and na is None:
            values = [function(value) if self._has(value) else self._gap(value) for value in self._column.tolist()]
            return self._made(column_of(values))
        na = bool(na) if na is None else na
        values = [function(value) if self._has(value) else na for value in self._column.tolist()]
        return self._made(column_of(values) if any(value is NA for value in values) else Column(flags(values)))

    def contains(self, pat, case=True, flags=0, na=None, regex=True):
        """Where a pattern, or a text as it is, comes."""
        if regex:
            import re

            pattern = re.compile(pat, flags if case else flags | re.IGNORECASE)
            if pattern.groups:
                import warnings

                warnings.warn(_GROUPS, UserWarning, stacklevel=2)
            return self._tested(lambda value: pattern.search(value) is not None, na)
        pat = pat if case else pat.lower()
        return self._tested(lambda value: pat in (value if case else value.lower()), na)

    def count(self, pat, flags=0):
        """How often a pattern comes."""
        import re

        found = re.compile(pat, flags).findall
        return self._each(lambda value: len(found(value)))

    def startswith(self, pat, na=None):
        """Where the text begins so."""
        return self._tested(lambda value: value.startswith(pat), na)

    def endswith(self, pat, na=None):
        """Where the text ends so."""
        return self._tested(lambda value: value.endswith(pat), na)

    def replace(self, pat, repl=None, n=-1, case=None, flags=0, regex=False):
        """With another text in place of a text or a pattern; of a dict, each after the other."""
        import re

        if isinstance(pat, dict):
            if repl is not None:
                raise ValueError("repl cannot be used when pat is a dictionary")
            steps = [self._replacing(*each, n, case, flags, regex) for each in pat.items()]
            return self._each(lambda value: _one_by_one(steps, value))
        if not (isinstance(repl, str) or callable(repl)):
            raise TypeError("repl must be a string or callable")
        if isinstance(pat, re.Pattern):
            if not regex and regex is not None:
                raise ValueError(_NO_PATTERN)
            if case is not None or flags:
                raise ValueError("case and flags cannot be set when pat is a compiled regex")
        elif not regex and regex is not None and callable(repl):
            raise ValueError("Cannot use a callable replacement when regex=False")
        return self._each(self._replacing(pat, repl, n, case, flags, regex))

    def _replacing(self, pat, repl, n, case, flags, regex):
        import re

        flags = flags if case in (None, True) else flags | re.IGNORECASE
        if not (regex or flags or callable(repl)):
            return lambda value: value.replace(pat, repl, n)
        pattern = pat if isinstance(pat, re.Pattern) else re.compile(re.escape(pat) if regex is False else pat, flags)
        return lambda value: pattern.sub(repl, value, count=max(n, 0))

    def split(self, pat=None, *, n=-1, expand=False, regex=None):
        """The parts between separators: a list each or, with `expand`, a column each. Longer separators are patterns."""
        import re

        if isinstance(pat, re.Pattern) and regex is False:
            raise ValueError(_NO_PATTERN)
        most = n if n is not None and n > 0 else 0
        if isinstance(pat, re.Pattern) or pat is not None and (regex or regex is None and len(pat) != 1):
            pattern = re.compile(pat)
            return self._parted(lambda value: pattern.split(value, maxsplit=most), expand)
        return self._parted(lambda value: value.split(pat, most or -1), expand)

    def rsplit(self, pat=None, *, n=-1, expand=False):
        """As `split`, from the right."""
        return self._parted(lambda value: value.rsplit(pat, n if n > 0 else -1), expand)

    def _parted(self, function, expand):
        if not expand:
            return self._each(function)
        from pandas._frame import DataFrame

        parts = [[] if is_missing(value) else function(value) for value in self._column.tolist()]
        width = max((len(part) for part in parts), default=0)
        columns = {at: [part[at] if at < len(part) else None for part in parts] for at in range(width)}
        return DataFrame(columns, index=self._made(self._column).index)

    def extract(self, pat, flags=0, expand=True):
        """The groups of a pattern, a column each."""
        import re

        from pandas._frame import DataFrame

        pattern = re.compile(pat, flags)
        if not pattern.groups:
            raise ValueError("pattern contains no capture groups")
        found = [None if is_missing(value) else pattern.search(value) for value in self._column.tolist()]
        names = {at: name for name, at in pattern.groupindex.items()}
        columns = {
            names.get(at + 1, at): [NAN if match is None or match[at + 1] is None else match[at + 1] for match in found]
            for at in range(pattern.groups)
        }
        if not expand and len(columns) == 1:
            return self._made(column_of(next(iter(columns.values()))))
        return DataFrame(columns, index=self._made(self._column).index)

    def get(self, i):
        """The character, or the part of a list, at a place."""
        return self._each(lambda value: value[i] if -len(value) <= i < len(value) else NAN)

    def __getitem__(self, key):
        return self._each(lambda value: value[key]) if isinstance(key, slice) else self.get(key)

    def slice(self, start=None, stop=None, step=None):
        """A part of each text."""
        return self._each(lambda value: value[start:stop:step])

    def len(self):
        """How long each is."""
        return self._each(len)

    def repeat(self, repeats):
        """Each so often."""
        return self._each(lambda value: value * repeats)

    def join(self, sep):
        """The parts of lists with a text between them."""
        return self._each(sep.join)

    def pad(self, width, side="left", fillchar=" "):
        """Filled up to a width."""
        fill = {"left": str.rjust, "right": str.ljust, "both": str.center}[side]
        return self._each(lambda value: fill(value, width, fillchar))

    def cat(self, others=None, sep=None, na_rep=None, join="left"):
        """All texts as one; or each with that of another series beside it."""
        between = "" if sep is None else sep
        values = [na_rep if is_missing(value) else value for value in self._column.tolist()]
        if others is None:
            return between.join(value for value in values if value is not None)
        if join != "left" or isinstance(others, list) and others and not isinstance(others[0], str):
            raise NotImplementedError("cat: several others are not built into this pandas")
        beside = [na_rep if is_missing(value) else value for value in list(others)]
        return self._made(column_of([NAN if None in pair else between.join(pair) for pair in zip(values, beside)]))

    def center(self, width, fillchar=" "):
        """In the middle of so many characters."""
        return self._each(lambda value: value.center(width, fillchar))

    def match(self, pat, case=True, flags=0, na=None):
        """Where a pattern fits from the beginning."""
        return self._fitting("match", pat, case, flags, na)

    def fullmatch(self, pat, case=True, flags=0, na=None):
        """Where a pattern fits all of it."""
        return self._fitting("fullmatch", pat, case, flags, na)

    def _fitting(self, how, pat, case, flags, na):
        import re

        found = getattr(re.compile(pat, flags if case else flags | re.IGNORECASE), how)
        return self._tested(lambda value: found(value) is not None, na)

    def extractall(self, pat, flags=0):
        """All that the groups of a pattern take, a row for each time that it fits."""
        import re

        from pandas._frame import DataFrame
        from pandas._multi_index import MultiIndex

        pattern = re.compile(pat, flags)
        if not pattern.groups:
            raise ValueError("pattern contains no capture groups")
        made = self._made(self._column)
        named = {at: name for name, at in pattern.groupindex.items()}
        labels, rows = [], []
        for label, value in zip(made.index.tolist(), self._column.tolist()):
            for at, found in enumerate(() if is_missing(value) else pattern.finditer(value)):
                labels.append((*label, at) if isinstance(label, tuple) else (label, at))
                rows.append([NAN if part is None else part for part in found.groups()])
        index = MultiIndex(labels)
        index.names = [*made.index.names, "match"]
        return DataFrame(rows, index=index, columns=[named.get(at + 1, at) for at in range(pattern.groups)])

    def slice_replace(self, start=None, stop=None, repl=""):
        """Another text in place of a part."""
        def replaced(value):
            first, last, _ = slice(start, stop).indices(len(value))
            return value[:first] + (repl or "") + value[max(first, last):]

        return self._each(replaced)

    def findall(self, pat, flags=0):
        """All that fits a pattern, as lists."""
        import re

        return self._each(re.compile(pat, flags).findall)

    def get_dummies(self, sep="|"):
        """A column of 0 and 1 for each part of the texts."""
        from pandas._frame import DataFrame

        parts = [set() if is_missing(value) else set(value.split(sep)) for value in self._column.tolist()]
        names = sorted(set().union(*parts) - {""})
        index = getattr(self._made(self._column), "index", None)
        return DataFrame({name: [int(name in part) for part in parts] for name in names}, index=index)

    def index(self, sub, start=0, end=None):
        """Where a text comes first; an error if it does not."""
        return self._each(lambda value: value.index(sub, start, end))

    def rindex(self, sub, start=0, end=None):
        """Where a text comes last; an error if it does not."""
        return self._each(lambda value: value.rindex(sub, start, end))

    def partition(self, sep=" ", expand=True):
        """Before, at and behind the first separator."""
        return self._split_in_three("partition", sep, expand)

    def rpartition(self, sep=" ", expand=True):
        """Before, at and behind the last separator."""
        return self._split_in_three("rpartition", sep, expand)

    def _split_in_three(self, how, sep, expand):
        gone = (NAN,) * 3 if expand else NAN
        parts = [gone if is_missing(value) else getattr(value, how)(sep) for value in self._column.tolist()]
        if not expand:
            return self._made(column_of(parts))
        from pandas._frame import DataFrame

        return DataFrame(parts, index=getattr(self._made(self._column), "index", None))

    def wrap(self, width, **settings):
        """With line ends, so that no line is wider."""
        import textwrap

        return self._each(lambda value: textwrap.fill(value, width, **settings))

    def normalize(self, form):
        """In a normal form of Unicode."""
        import unicodedata

        return self._each(lambda value: unicodedata.normalize(form, value))

    def encode(self, encoding, errors="strict"):
        """As bytes."""
        return self._each(lambda value: value.encode(encoding, errors))

    def decode(self, encoding, errors="strict"):
        """Bytes as texts."""
        return self._each(lambda value: value.decode(encoding, errors))

    def isascii(self):
        """Where all characters are of ASCII."""
        return self._tested(str.isascii)

    def __getattr__(self, name):
        refuse("StringMethods", name)


def _as_text(name):
    def method(self, *args, **named):
        return self._each(lambda value: getattr(value, name)(*args, *named.values()))

    method.__name__, method.__doc__ = name, f"`str.{name}` of each."
    return method


def _as_test(name):
    def method(self):
        return self._tested(lambda value: getattr(value, name)())

    method.__name__, method.__doc__ = name, f"`str.{name}` of each."
    return method


for _name in (
    "lower upper title capitalize swapcase casefold strip lstrip rstrip zfill find rfind ljust rjust removeprefix "
    "removesuffix translate"
).split():
    setattr(StringMethods, _name, _as_text(_name))
for _name in "isalnum isalpha isdigit isspace islower isupper istitle isnumeric isdecimal".split():
    setattr(StringMethods, _name, _as_test(_name))

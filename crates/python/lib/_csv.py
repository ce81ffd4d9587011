"""What csv needs below it: dialects, a reader and a writer."""

from _scalars import FLOATS, NUMBERS

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
__version__ = "1.0"
# Where fields without quotes may be read as other things than text.
_TYPED = (QUOTE_NONNUMERIC, QUOTE_STRINGS, QUOTE_NOTNULL)

_dialects = {}
_field_size_limit = 131072


class Error(Exception):
    pass


class Dialect:
    """How fields are told apart; every option may be given by name or by a dialect to start from."""

    delimiter = ","
    doublequote = True
    escapechar = None
    lineterminator = "\r\n"
    quotechar = '"'
    quoting = QUOTE_MINIMAL
    skipinitialspace = False
    strict = False

    _options = (
        "delimiter", "doublequote", "escapechar", "lineterminator",
        "quotechar", "quoting", "skipinitialspace", "strict",
    )

    def __init__(self, dialect=None, **options):
        for name in self._options:
            if name in options:
                value = options.pop(name)
            elif dialect is not None and hasattr(dialect, name):
                value = getattr(dialect, name)
            else:
                continue
            setattr(self, name, value)
        if options:
            raise TypeError(f"{next(iter(options))!r} is an invalid keyword argument for this function")
        if not isinstance(self.delimiter, str) or len(self.delimiter) != 1:
            raise TypeError('"delimiter" must be a 1-character string')
        for name in ("quotechar", "escapechar"):
            value = getattr(self, name)
            if value is not None and (not isinstance(value, str) or len(value) != 1):
                raise TypeError(f'"{name}" must be a 1-character string')
        if self.quotechar is None and self.quoting not in (QUOTE_NONE, QUOTE_MINIMAL):
            raise TypeError("quotechar must be set if quoting enabled")


def register_dialect(name, dialect=None, **options):
    _dialects[name] = Dialect(_found(dialect), **options)


def unregister_dialect(name):
    if _dialects.pop(name, None) is None:
        raise Error("unknown dialect")


def get_dialect(name):
    try:
        return _dialects[name]
    except KeyError:
        raise Error("unknown dialect") from None


def list_dialects():
    return list(_dialects)


def field_size_limit(limit=None):
    global _field_size_limit
    before = _field_size_limit
    if limit is not None:
        _field_size_limit = limit
    return before


def _found(dialect):
    return get_dialect(dialect) if isinstance(dialect, str) else dialect


class reader:
    """Iterates over rows of text, each a list of strings."""

    def __init__(self, iterable, dialect="excel", **options):
        self.dialect = Dialect(_found(dialect), **options)
        self.line_num = 0
        self._lines = iter(iterable)
        self._plain = _splitter(self.dialect)

    def __iter__(self):
        return self

    def __next__(self):
        row = _Row(self.dialect)
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if not row.started:
                    raise
                if self.dialect.strict:
                    raise Error("unexpected end of data") from None
                return row.finished()
            if not isinstance(line, str):
                kind = type(line).__name__
                raise Error(f"iterator should return strings, not {kind} (the file should be opened in text mode)")
            self.line_num += 1
            if not row.started and self._plain is not None and (fields := self._plain(line)) is not None:
                return fields
            if row.takes(line):
                return row.finished()


def _splitter(dialect):
    """What splits lines in which nothing is quoted, and returns None for others; None if all must be looked at."""
    if dialect.escapechar is not None or dialect.skipinitialspace or dialect.quoting in _TYPED:
        return None
    delimiter, quotechar = dialect.delimiter, dialect.quotechar

    def split(line):
        text = line.removesuffix("\n").removesuffix("\r")
        if not text or (quotechar is not None and quotechar in text) or "\n" in text or "\r" in text:
            return None
        return text.split(delimiter) if len(text) <= _field_size_limit else None

    return split


class _Row:
    """A row that is being read: it ends with a line unless a quoted field goes on."""

    def __init__(self, dialect):
        self.dialect = dialect
        self.fields = []
        self.field = []
        self.in_quotes = False
        self.was_quoted = False
        self.started = False

    def takes(self, line):
        """Reads a line; whether the row is complete."""
        self.started = True
        dialect = self.dialect
        if not self.in_quotes and not line.rstrip("\r\n") and not self.fields and not self.field:
            return True
        at = 0
        while at < len(line):
            letter = line[at]
            at += 1
            if letter == dialect.escapechar and at < len(line):
                self.field.append(line[at])
                at += 1
            elif self.in_quotes:
                if letter != dialect.quotechar:
                    self.field.append(letter)
                elif dialect.doublequote and line[at : at + 1] == dialect.quotechar:
                    self.field.append(letter)
                    at += 1
                elif dialect.strict and at < len(line) and line[at] not in f"{dialect.delimiter}\r\n":
                    raise Error(f"'{dialect.delimiter}' expected after '{dialect.quotechar}'")
                else:
                    self.in_quotes = False
            elif letter in "\r\n":
                break
            elif letter == dialect.delimiter:
                self._end_field()
            elif letter == dialect.quotechar and not self.field and dialect.quoting != QUOTE_NONE:
                self.in_quotes = self.was_quoted = True
            elif not (letter == " " and dialect.skipinitialspace and not self.field):
                self.field.append(letter)
        if self.in_quotes:
            return False
        self._end_field()
        return True

    def finished(self):
        if self.in_quotes:
            self._end_field()
        return self.fields

    def _end_field(self):
        text = "".join(self.field)
        if len(text) > _field_size_limit:
            raise Error(f"field larger than field limit ({_field_size_limit})")
        quoting = QUOTE_MINIMAL if self.was_quoted else self.dialect.quoting
        if quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and not text:
            text = None
        elif quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS):
            text = float(text)
        self.fields.append(text)
        self.field = []
        self.in_quotes = self.was_quoted = False


class writer:
    """Writes rows to anything with a write method."""

    def __init__(self, fileobj, dialect="excel", **options):
        if not hasattr(fileobj, "write"):
            raise TypeError('argument 1 must have a "write" method')
        self.dialect = Dialect(_found(dialect), **options)
        self._write = fileobj.write

    def writerow(self, row):
        if not hasattr(row, "__iter__") and not hasattr(row, "__getitem__"):
            raise Error(f"iterable expected, not {type(row).__name__}")
        fields = [_written(value, self.dialect) for value in row]
        if fields == [""]:
            fields = [self.dialect.quotechar * 2]
        return self._write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def _written(value, dialect):
    text = "" if value is None else repr(value) if isinstance(value, FLOATS) else str(value)
    quoting = dialect.quoting
    special = {dialect.delimiter, dialect.quotechar, dialect.escapechar, "\r", "\n"}
    needs = any(letter in special for letter in text)
    if quoting == QUOTE_NONE:
        if not needs:
            return text
        if dialect.escapechar is None:
            raise Error("need to escape, but no escapechar set")
        return "".join(dialect.escapechar + letter if letter in special else letter for letter in text)
    quoted = (
        quoting == QUOTE_ALL
        or (quoting == QUOTE_NONNUMERIC and not isinstance(value, NUMBERS))
        or (quoting == QUOTE_STRINGS and isinstance(value, str))
        or (quoting == QUOTE_NOTNULL and value is not None)
        or needs
    )
    if not quoted:
        return text
    if dialect.quotechar in text:
        if dialect.doublequote:
            text = text.replace(dialect.quotechar, dialect.quotechar * 2)
        elif dialect.escapechar is None:
            raise Error("need to escape, but no escapechar set")
        else:
            text = text.replace(dialect.quotechar, dialect.escapechar + dialect.quotechar)
    return f"{dialect.quotechar}{text}{dialect.quotechar}"

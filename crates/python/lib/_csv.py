"""What csv needs below it: dialects, a reader and a writer."""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
__version__ = "1.0"

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
            self.line_num += 1
            if row.takes(line):
                return row.finished()


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
        if self.dialect.quoting == QUOTE_NONNUMERIC and not self.was_quoted:
            text = float(text)
        self.fields.append(text)
        self.field = []
        self.in_quotes = self.was_quoted = False


class writer:
    """Writes rows to anything with a write method."""

    def __init__(self, fileobj, dialect="excel", **options):
        self.dialect = Dialect(_found(dialect), **options)
        self._write = fileobj.write

    def writerow(self, row):
        fields = [_written(value, self.dialect) for value in row]
        if fields == [""]:
            fields = [self.dialect.quotechar * 2]
        return self._write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def _written(value, dialect):
    text = "" if value is None else repr(value) if isinstance(value, float) else str(value)
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
        or (quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float)))
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

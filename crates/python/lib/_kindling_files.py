"""Raw files and open(), on the descriptors of posix: RustPython has neither without an operating system."""

import _codecs
import _io
import posix

_READ_ALL_CHUNK = 1 << 20


class FileIO(_io._RawIOBase):
    """A file without a buffer, by path or by descriptor."""

    def __init__(self, file, mode="r", closefd=True, opener=None):
        self._fd = -1
        kind, updating = _parse_raw_mode(mode)
        self._readable = kind == "r" or updating
        self._writable = kind != "r" or updating
        self._appending = kind == "a"
        self._created = kind == "x"
        self._closefd = closefd
        self.name = file
        if isinstance(file, int):
            if file < 0:
                raise ValueError("negative file descriptor")
            self._fd = file
            return
        if not closefd:
            raise ValueError("Cannot use closefd=False with file name")
        flags = _open_flags(kind, updating)
        self._fd = posix.open(file, flags) if opener is None else opener(file, flags)
        if self._fd < 0:
            raise ValueError(f"opener returned {self._fd}")
        if self._appending:
            posix.lseek(self._fd, 0, 2)

    def fileno(self):
        self._check_open()
        return self._fd

    def readable(self):
        self._check_open()
        return self._readable

    def writable(self):
        self._check_open()
        return self._writable

    def seekable(self):
        self._check_open()
        return True

    def isatty(self):
        self._check_open()
        return False

    def read(self, size=-1):
        self._check_can(self._readable, "reading")
        if size is None or size < 0:
            return self.readall()
        return posix.read(self._fd, size)

    def readall(self):
        self._check_can(self._readable, "reading")
        chunks = []
        while chunk := posix.read(self._fd, _READ_ALL_CHUNK):
            chunks.append(chunk)
        return b"".join(chunks)

    def readinto(self, buffer):
        self._check_can(self._readable, "reading")
        return posix.readinto(self._fd, buffer)

    def write(self, data):
        self._check_can(self._writable, "writing")
        return posix.write(self._fd, data)

    def seek(self, position, whence=0):
        self._check_open()
        return posix.lseek(self._fd, position, whence)

    def tell(self):
        self._check_open()
        return posix.lseek(self._fd, 0, 1)

    def truncate(self, size=None):
        self._check_can(self._writable, "writing")
        if size is None:
            size = self.tell()
        posix.ftruncate(self._fd, size)
        return size

    def close(self):
        if self.closed:
            return
        try:
            super().close()
        finally:
            descriptor, self._fd = self._fd, -1
            if self._closefd:
                posix.close(descriptor)

    @property
    def closed(self):
        return self._fd < 0

    @property
    def closefd(self):
        return self._closefd

    @property
    def mode(self):
        kind = "x" if self._created else "a" if self._appending else ""
        if kind:
            return kind + ("b+" if self._readable else "b")
        if not self._readable:
            return "wb"
        return "rb+" if self._writable else "rb"

    def __repr__(self):
        if self.closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self._closefd}>"

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _check_can(self, able, doing):
        self._check_open()
        if not able:
            raise _io.UnsupportedOperation(f"File not open for {doing}")


FileIO.__module__ = "_io"


def _parse_raw_mode(mode):
    kinds = [letter for letter in mode if letter in "rwax"]
    if len(kinds) != 1 or mode.count("+") > 1 or not set(mode) <= set("rwaxb+"):
        raise ValueError(f"invalid mode: {mode}")
    return kinds[0], "+" in mode


def _open_flags(kind, updating):
    if updating:
        flags = posix.O_RDWR
    else:
        flags = posix.O_RDONLY if kind == "r" else posix.O_WRONLY
    if kind == "w":
        flags |= posix.O_CREAT | posix.O_TRUNC
    elif kind == "a":
        flags |= posix.O_CREAT | posix.O_APPEND
    elif kind == "x":
        flags |= posix.O_CREAT | posix.O_EXCL
    return flags


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Open file and return a stream; see the documentation of Python's own open()."""
    if not isinstance(file, int):
        file = posix.fspath(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    binary = _check_mode(mode, encoding, errors, newline)
    raw_mode = mode.replace("t", "").replace("b", "")
    raw = FileIO(file, raw_mode, closefd, opener)
    try:
        return _wrapped(raw, mode, binary, buffering, encoding, errors, newline)
    except BaseException:
        raw.close()
        raise


def _check_mode(mode, encoding, errors, newline):
    """Whether the mode is a binary one."""
    letters = set(mode)
    if letters - set("rwaxbt+") or len(mode) > len(letters):
        raise ValueError(f"invalid mode: {mode!r}")
    binary = "b" in letters
    if binary and "t" in letters:
        raise ValueError("can't have text and binary mode at once")
    if len(letters & set("rwax")) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if binary:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                article = "an" if name != "newline" else "a"
                raise ValueError(f"binary mode doesn't take {article} {name} argument")
    return binary


def _wrapped(raw, mode, binary, buffering, encoding, errors, newline):
    """The buffered or text stream that open() returns."""
    if buffering == 0:
        if binary:
            return raw
        raise ValueError("can't have unbuffered text I/O")
    size = _io.DEFAULT_BUFFER_SIZE if buffering in (-1, 1) else buffering
    if "+" in mode:
        stream = _io.BufferedRandom(raw, size)
    elif "r" in mode:
        stream = _io.BufferedReader(raw, size)
    else:
        stream = _io.BufferedWriter(raw, size)
    if binary:
        return stream
    text = _io.TextIOWrapper(stream, encoding or "utf-8", errors, newline, buffering == 1)
    text.mode = mode
    return text


open.__module__ = "_io"


def open_code(path, /):
    """The file in which a program lies, for its bytes."""
    return open(path, "rb")


_io.open_code = open_code


def _search_encodings(name):
    """Encodings beyond ASCII, Latin-1 and UTF-8 are imported when one is asked for first."""
    import encodings

    return encodings.search_function(name)


_codecs.register(_search_encodings)

"""A stream whose reading or writing moves a bar.

What it is not: a bar; that is `std`. Start reading at `Counted`.
"""


class Counted:
    """The stream as it is, but for the one method that is counted."""

    def __init__(self, stream, method, bar):
        self._stream, self._method, self._bar = stream, method, bar

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        self._bar.close()

    def __iter__(self):
        for line in self._stream:
            self._bar.update(len(line))
            yield line

    def __getattr__(self, name):
        found = getattr(self._stream, name)
        if name != self._method:
            return found
        return self._read(found) if name.startswith("read") else self._written(found)

    def _read(self, read):
        def counted(*args, **kwargs):
            data = read(*args, **kwargs)
            self._bar.update(len(data))
            return data

        return counted

    def _written(self, write):
        def counted(data, *args, **kwargs):
            done = write(data, *args, **kwargs)
            self._bar.update(len(data))
            return done

        return counted

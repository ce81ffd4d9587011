"""`read_csv(chunksize=…)`: the rows of a file in parts.

What it is not: the reading, which is `_csv`'s. Start reading at `TextFileReader`.
"""


class TextFileReader:
    """The rows of a file, so many at a time; each part has the dtypes of its own values."""

    def __init__(self, frame_of, rows, chunksize):
        self._frame_of, self._rows, self.chunksize, self._at = frame_of, rows, chunksize, 0

    def __iter__(self):
        return self

    def __next__(self):
        return self.get_chunk()

    def get_chunk(self, size=None):
        """The next rows.

        Raises:
            StopIteration: where there are none left.
        """
        if self._at >= len(self._rows):
            raise StopIteration
        size = size or self.chunksize or len(self._rows)
        start, self._at = self._at, self._at + size
        return self._frame_of(self._rows[start : self._at], start)

    def read(self, nrows=None):
        """The rows that are left, or so many of them."""
        return self.get_chunk(nrows or len(self._rows))

    def close(self):
        """Nothing is held open."""

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        self.close()


TextFileReader.__module__ = "pandas.io.parsers.readers"

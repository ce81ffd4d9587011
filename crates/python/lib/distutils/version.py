"""`LooseVersion` and `StrictVersion`: versions by their numbers and letters. Start reading at `Version`."""

import re
from functools import total_ordering


@total_ordering
class Version:
    """A version, compared with another of its kind or with a text."""

    def __init__(self, vstring=None):
        if vstring:
            self.parse(vstring)

    def parse(self, vstring):
        raise NotImplementedError("Version.parse: LooseVersion and StrictVersion have it")

    def _other(self, other):
        return type(self)(other) if isinstance(other, str) else other

    def __repr__(self):
        return f"{type(self).__name__} ('{self}')"

    def __eq__(self, other):
        other = self._other(other)
        return self._key() == other._key() if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        other = self._other(other)
        return self._key() < other._key() if isinstance(other, Version) else NotImplemented

    __hash__ = None


class LooseVersion(Version):
    """Any text: runs of digits are numbers, of letters are words."""

    def parse(self, vstring):
        self.vstring = vstring
        parts = re.split(r"(\d+|[a-z]+|\.)", vstring)
        self.version = [int(part) if part.isdigit() else part for part in parts if part and part != "."]

    def _key(self):
        return self.version

    def __str__(self):
        return self.vstring


class StrictVersion(Version):
    """Two or three numbers, and maybe `a` or `b` with another."""

    _FORM = re.compile(r"(\d+)\.(\d+)(?:\.(\d+))?(?:([ab])(\d+))?", re.ASCII)

    def parse(self, vstring):
        found = self._FORM.fullmatch(vstring)
        if found is None:
            raise ValueError(f"invalid version number '{vstring}'")
        self.version = int(found[1]), int(found[2]), int(found[3] or 0)
        self.prerelease = (found[4], int(found[5])) if found[4] else None

    def _key(self):
        return self.version, self.prerelease is None, self.prerelease or ()

    def __str__(self):
        text = ".".join(map(str, self.version if self.version[2] else self.version[:2]))
        return text + (f"{self.prerelease[0]}{self.prerelease[1]}" if self.prerelease else "")

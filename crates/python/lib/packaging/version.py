"""Versions that can be compared: "2.10" is later than "2.9". Start reading at `Version`; markers are not here."""

import re


class InvalidVersion(ValueError):
    """What is no version."""


_FORM = re.compile(r"v?(\d+(?:\.\d+)*)(?:[-._]?(a|b|rc|alpha|beta|c)[-._]?(\d*))?(?:[-._]?(post)[-._]?(\d*))?(?:[-._]?(dev)[-._]?(\d*))?"
                   r"(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?")  # fmt: skip


class Version:
    """`Version("2.1.0+cpu")`."""

    def __init__(self, version):
        found = _FORM.fullmatch(version.strip().lower())
        if found is None:
            raise InvalidVersion(f"Invalid version: {version!r}")
        self._text = version.strip()
        self.release = tuple(int(part) for part in found[1].split("."))
        self.local = found[8]
        self.pre = None if found[2] is None else ({"alpha": "a", "beta": "b", "c": "rc"}.get(found[2], found[2]), int(found[3] or 0))
        self._post = None if found[4] is None else int(found[5] or 0)
        self._dev = None if found[6] is None else int(found[7] or 0)

    major = property(lambda self: self.release[0])
    minor = property(lambda self: (*self.release, 0)[1])
    micro = property(lambda self: (*self.release, 0, 0)[2])
    is_prerelease = property(lambda self: self.pre is not None or self._dev is not None)
    public = property(lambda self: self._text.partition("+")[0])
    base_version = property(lambda self: ".".join(map(str, self.release)))

    def _key(self):
        release = self.release
        while len(release) > 1 and release[-1] == 0:
            release = release[:-1]
        early = (0, "", 0) if self.pre is None and self._post is None and self._dev is not None else (
            (2, "", 0) if self.pre is None else (1, *self.pre))  # fmt: skip
        local = tuple((1, int(part)) if part.isdigit() else (0, part) for part in re.split("[-_.]", self.local)) if self.local else ()
        return release, early, -1 if self._post is None else self._post, float("inf") if self._dev is None else self._dev, local

    def __eq__(self, other):
        return isinstance(other, Version) and self._key() == other._key()

    def __lt__(self, other):
        return self._key() < other._key()

    def __le__(self, other):
        return self._key() <= other._key()

    def __gt__(self, other):
        return self._key() > other._key()

    def __ge__(self, other):
        return self._key() >= other._key()

    def __hash__(self):
        return hash(self._key())

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"<Version('{self._text}')>"


def parse(version):
    return Version(version)

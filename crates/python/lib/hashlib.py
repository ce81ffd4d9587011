"""Sums of bytes that tell whether they are the same: `hashlib.sha256(data).hexdigest()`.

What it is not: BLAKE2, SHA-3 or key derivation. The algorithms are native (`_hashes`).
"""

import _hashes

algorithms_guaranteed = algorithms_available = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}


def new(name, data=b"", *, usedforsecurity=True):
    """A sum by its algorithm's name."""
    made = _hashes.new(name)
    made.update(data)
    return made


def _by_name(name):
    def make(data=b"", *, usedforsecurity=True):
        return new(name, data)

    make.__name__ = name
    return make


md5, sha1, sha224 = _by_name("md5"), _by_name("sha1"), _by_name("sha224")
sha256, sha384, sha512 = _by_name("sha256"), _by_name("sha384"), _by_name("sha512")


def file_digest(fileobj, digest, /):
    """The sum of a file that is open in binary mode."""
    made = new(digest) if isinstance(digest, str) else digest()
    while part := fileobj.read(1 << 18):
        made.update(part)
    return made

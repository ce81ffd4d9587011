"""Sums of bytes that tell whether they are the same: `hashlib.sha256(data).hexdigest()`.

What it is not: the algorithms. MD5 and SHA are native (`_hashes`), SHA-3 and BLAKE2 are Python (`_kindling_sums`). Start
reading at `new`.
"""

import _hashes

_NATIVE = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")
# Bits of the capacity, what ends the data, and the length of the sum.
_SPONGES = {
    "sha3_224": (448, 6, 28), "sha3_256": (512, 6, 32), "sha3_384": (768, 6, 48), "sha3_512": (1024, 6, 64),
    "shake_128": (256, 31, 0), "shake_256": (512, 31, 0),
}  # fmt: skip
algorithms_guaranteed = algorithms_available = {*_NATIVE, *_SPONGES, "blake2b", "blake2s"}


def new(name, data=b"", *, usedforsecurity=True, **options):
    """A sum by its algorithm's name."""
    if name in ("blake2b", "blake2s"):
        return _blake(name, data, **options)
    if options:
        raise TypeError(f"{name}() got an unexpected keyword argument {next(iter(options))!r}")
    if name in _SPONGES:
        from _kindling_sums import Shake, Sponge

        return (Shake if name.startswith("shake") else Sponge)(name, *_SPONGES[name], data)
    made = _hashes.new(name)
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    made.update(data)
    return made


def _blake(name, data, *, digest_size=None, key=b"", salt=b"", person=b"", **tree):
    from _kindling_sums import Blake

    if tree:
        raise NotImplementedError(f"hashlib.{name}: {next(iter(tree))} is not built here")
    bits = 64 if name == "blake2b" else 32
    return Blake(name, bits, data, bits if digest_size is None else digest_size, key, salt, person)


def _by_name(name):
    def make(data=b"", *, usedforsecurity=True, **options):
        return new(name, data, **options)

    make.__name__ = make.__qualname__ = name
    return make


md5, sha1, sha224, sha256, sha384, sha512 = (_by_name(name) for name in _NATIVE)
sha3_224, sha3_256, sha3_384, sha3_512, shake_128, shake_256 = (_by_name(name) for name in _SPONGES)
blake2b, blake2s = _by_name("blake2b"), _by_name("blake2s")


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key of a password, made slow to try: each part of it is summed up `iterations` times (RFC 8018)."""
    import hmac

    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    length = new(hash_name).digest_size if dklen is None else dklen
    if length < 1:
        raise ValueError("key length must be greater than 0.")
    key, part = b"", 0
    while len(key) < length:
        part += 1
        last = hmac.digest(password, salt + part.to_bytes(4, "big"), hash_name)
        mixed = int.from_bytes(last, "big")
        for _ in range(iterations - 1):
            last = hmac.digest(password, last, hash_name)
            mixed ^= int.from_bytes(last, "big")
        key += mixed.to_bytes(len(last), "big")
    return key[:length]


def scrypt(password, *, salt, n, r, p, maxmem=0, dklen=64):
    """Refused: it takes more memory than a page should."""
    raise NotImplementedError("hashlib.scrypt is not built here: hashlib.pbkdf2_hmac is")


def file_digest(fileobj, digest, /):
    """The sum of a file that is open in binary mode."""
    made = new(digest) if isinstance(digest, str) else digest()
    while part := fileobj.read(1 << 18):
        made.update(part)
    return made

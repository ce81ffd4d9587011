# Every sum that hashlib guarantees, keys of passwords, and texts in many encodings.
import codecs
import hashlib
import hmac
import tempfile
from pathlib import Path

DATA = (b"", b"abc", b"x" * 135, b"x" * 136, b"y" * 500)
for name in sorted(hashlib.algorithms_guaranteed):
    length = (20,) if name.startswith("shake") else ()
    print(name, [hashlib.new(name, data).hexdigest(*length)[:16] for data in DATA], hashlib.new(name).block_size)
print(hashlib.shake_128(b"abc").hexdigest(200)[-20:], hashlib.sha3_512(b"").hexdigest())
print(hashlib.blake2b(b"abc", digest_size=8, key=b"k", salt=b"s", person=b"p").hexdigest(), hashlib.blake2s(b"y" * 65).hexdigest())
first = hashlib.sha3_256(b"a")
second = first.copy()
second.update(b"b")
print(first.name, first.digest_size, second.hexdigest() == hashlib.sha3_256(b"ab").hexdigest(), first.digest() != second.digest())
print(hashlib.pbkdf2_hmac("sha256", b"p", b"s", 10).hex(), hashlib.pbkdf2_hmac("sha1", b"p", b"s", 3, 30).hex())
print(hmac.new(b"k", b"m", "sha3_256").hexdigest(), hmac.new(b"k", b"m", hashlib.blake2b).hexdigest()[:20])
for call in (
    lambda: hashlib.md5("a"), lambda: hashlib.sha3_256("a"), lambda: hashlib.blake2b(digest_size=100),
    lambda: hashlib.pbkdf2_hmac("sha256", b"p", b"s", 0),
):  # fmt: skip
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for name in ("us-ascii", "utf-16-le", "utf_16_be", "utf-32", "utf-32-be", "cp1250", "cp1251", "cp850", "iso8859-15", "koi8-r",
             "mac-roman", "unicode_escape", "raw_unicode_escape"):  # fmt: skip
    data = "aä€Ж".encode(name, "replace")
    print(name, data, data.decode(name), codecs.lookup(name).name)
print(codecs.encode("Hello", "rot13"), codecs.encode(b"abc", "hex"), codecs.decode(b"616263", "hex"), codecs.encode(b"abc", "base64"))
print(b"a\\nb\\u00fc".decode("unicode_escape").splitlines(), "ü\n".encode("unicode_escape"))
path = Path(tempfile.mkdtemp()) / "text.txt"
for name in ("utf-16", "utf-32", "cp1252"):
    path.write_text("für", encoding=name)
    print(name, path.read_bytes(), path.read_text(encoding=name))

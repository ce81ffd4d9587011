# What Python's library says that is written in C: decimals, tables, logs and handlers, trees of programs, Zen.
import ast
import csv
import decimal
import io
import logging
import logging.config
import logging.handlers
import os
import shelve
import socket
import sys
import tempfile
import wave
from decimal import Decimal, localcontext
from http import HTTPStatus


def tried(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)


tried(
    lambda: Decimal("1") / 0, lambda: Decimal("abc"), lambda: Decimal("0") / 0, lambda: Decimal(-1).sqrt(), lambda: Decimal(1) % 0,
    lambda: Decimal("NaN") < 1, lambda: Decimal("1.5") + 1, lambda: Decimal(-8) ** Decimal("0.5"),
)  # fmt: skip
with localcontext() as context:
    context.prec = 5
    context.traps[decimal.DivisionByZero] = False
    print(Decimal(1) / 7, Decimal(1) / 0, context.prec)


def rows(text, **how):
    return list(csv.reader(io.StringIO(text, newline=""), **how))


print(rows('a,b\r\n1,2\n\n"x,y",3\n'), rows('a,"b\nc",d\ne,f'), rows(",,\n"), rows("a;b", delimiter=";"), rows("a, b", skipinitialspace=True))
print(rows("1,2.5", quoting=csv.QUOTE_NONNUMERIC), rows('a"b,c'), rows('"a""b",c'), rows("a\\,b,c", escapechar="\\"), rows(' a , "b"c'))
tried(
    lambda: csv.writer(io.StringIO()).writerow(5), lambda: csv.writer(5), lambda: list(csv.reader([b"a"])), lambda: rows('a,"b', strict=True),
    lambda: rows('"a"b,c', strict=True), lambda: rows("a", quotechar="ab"), lambda: rows("a", odd=1), lambda: rows("a", delimiter=""),
)  # fmt: skip
before = csv.field_size_limit(3)
tried(lambda: rows("abcdef"), lambda: csv.field_size_limit(before))
os.chdir(tempfile.mkdtemp())
logging.config.dictConfig({
    "version": 1, "disable_existing_loggers": False, "formatters": {"short": {"format": "%(levelname)s %(name)s %(message)s"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "short", "stream": "ext://sys.stdout"}},
    "root": {"level": "INFO", "handlers": ["out"]},
})  # fmt: skip
log = logging.getLogger("app.part")
log.info("told %s", 1)
log.debug("hidden")
turning = logging.handlers.RotatingFileHandler("run.log", maxBytes=40, backupCount=1)
log.addHandler(turning)
log.propagate = False
for number in range(3):
    log.warning("x" * 30 + str(number))
turning.close()
print(sorted(os.listdir()), open("run.log").read())
memory = logging.handlers.MemoryHandler(10, target=logging.StreamHandler(sys.stdout))
log.handlers[:] = [memory]
log.warning("kept back")
print("before")
memory.flush()
print(isinstance(socket.gethostname(), str), socket.inet_aton("127.0.0.1"), socket.AF_INET.name, socket.error is OSError)
print(ast.unparse(ast.parse("x=1+2*3\nif x: y(z)[1:2]\nelse:\n  f'{a!r:>5}'")))
print(repr(HTTPStatus(404)), HTTPStatus.OK.phrase)
with shelve.open("kept") as shelf:
    shelf["a"] = [1, {"b": 2}]
with shelve.open("kept") as shelf:
    print(list(shelf), shelf["a"], shelf.get("none"))
with wave.open("tone.wav", "wb") as sound:
    sound.setnchannels(1)
    sound.setsampwidth(2)
    sound.setframerate(8000)
    sound.writeframes(b"\x00\x01" * 8)
with wave.open("tone.wav") as sound:
    print(sound.getparams(), sound.readframes(2), sound.getnframes() / sound.getframerate())
import this

"""Files of others: tables in compressed files, by their names' ends or a method that is named; sounds; what MATLAB saved."""

import base64
import gzip
import io
import os
import tempfile
import zipfile

import numpy as np
import pandas as pd
from scipy.io import loadmat, wavfile

os.chdir(tempfile.mkdtemp())
frame = pd.DataFrame({"city": ["Köln", "Lyon"], "height": [53, 173]})
frame.to_csv("heights.csv.gz", index=False)
print(open("heights.csv.gz", "rb").read(2), gzip.open("heights.csv.gz", "rt", encoding="utf-8").read())
print(pd.read_csv("heights.csv.gz"))
frame.to_csv("heights.zip", index=False)
print(zipfile.ZipFile("heights.zip").namelist(), pd.read_csv("heights.zip").equals(frame))
frame.to_csv("named.zip", index=False, compression={"method": "zip", "archive_name": "inside.csv"})
print(zipfile.ZipFile("named.zip").namelist(), pd.read_csv("named.zip").equals(frame))
frame.to_csv("heights.txt", index=False, compression="gzip")
print(pd.read_csv("heights.txt", compression="gzip").equals(frame))
print(pd.read_csv(io.BytesIO(open("heights.txt", "rb").read()), compression="gzip").equals(frame))
print(pd.read_csv(gzip.open("heights.txt")).equals(frame))
frame.to_pickle("heights.pkl.gz")
frame.to_pickle("heights.pkl.zip")
print(pd.read_pickle("heights.pkl.gz").equals(frame), pd.read_pickle("heights.pkl.zip").equals(frame))
with open("heights.json.gz", "wb") as file:
    file.write(gzip.compress(frame.to_json().encode()))
print(pd.read_json("heights.json.gz"))

with zipfile.ZipFile("two.zip", "w") as archive:
    archive.writestr("first", "1")
    archive.writestr("second", "2")
zipfile.ZipFile("none.zip", "w").close()
for path, compression in (
    ("two.zip", "infer"),
    ("none.zip", "infer"),
    ("heights.txt", "rar"),
    ("heights.txt", {"level": 1}),
    ("missing.csv.gz", "infer"),
):
    try:
        pd.read_csv(path, compression=compression)
    except (ValueError, OSError) as error:
        print(type(error).__name__, error)

np.savetxt("square.txt.gz", np.arange(4).reshape(2, 2), fmt="%d")
print(open("square.txt.gz", "rb").read(2), np.loadtxt("square.txt.gz"), np.genfromtxt("square.txt.gz"))
print(np.loadtxt(gzip.open("square.txt.gz", "rt"), dtype=int))

for sound in (
    np.arange(-3, 3, dtype=np.int16),
    np.arange(6, dtype=np.uint8).reshape(3, 2),
    np.linspace(-1, 1, 5).astype(np.float32),
    np.array([1, -2], dtype=np.int32),
):
    wavfile.write("sound.wav", 8000, sound)
    print(wavfile.read("sound.wav"), open("sound.wav", "rb").read()[:50])
try:
    wavfile.read("heights.csv.gz")
except ValueError as error:
    print(str(error).partition("not")[2])

SAVED = base64.b64decode(
    "TUFUTEFCIDUuMCBNQVQtZmlsZSBQbGF0Zm9ybTogcG9zaXgsIENyZWF0ZWQgb246IE1vbiBOb3YgMzAgMTk6NDg6NDYgMjAyNgAAAAAAAAAAAA"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABSU0PAAAAPwAAAHic42NgYEgAYjYg5oDSIMAK5TMBMTMQMwJhBJDm"
    "BGIDBgS4vS0XhOwnqXgC0SEo/QhKX7LfDpZ+Zg8A5rUUjQ8AAAAoAAAAeJzjY2BgMABiNiDmAGJOBghghfKZgJgRjBkZKsF8JgZGoCAAGKQA6A"
    "8AAAAxAAAAeJzjY2BgcABiNiDmAGIWBghghfIZgZgTTDMylANpASi/OD83VaEktaIEqh4AV7gEow8AAAApAAAAeJzjY2BgsABiNiDmAGIeBghg"
    "hfIZgZgJTDMyZCKJMwMxCxADACGKAPAPAAAAKwAAAHic42NgYPAAYjYg5gDRIAIIWKF8RjhmZEgG0pxQcQj4YI/KZ3AAAErlAngPAAAARQAAAH"
    "ic42NgYFgAxGxAzAHEjAwQwIrEZwLTLAzJqTk5fEC2BZJ6PizqGZHM4YGKM0P5IPUGSPpZcNoHAQJAXkYmAwMAmJkEQA8AAAAnAAAAeJzjY2Bg"
    "MABiNiDmAGJOJgYwYIXyGYGYCUwzMiSB2UxgMQAX1ADRDwAAADMAAAB4nONjYGBwAGI2IOYAYhYGCGCF8pmAmBmIGaFi5flFKcVAWgCqJzE5KU"
    "UhlYEBAFpBBM0PAAAAJQAAAHic42NgYLAAYjYg5oDSIMAK5TPCMSNDMZDmhIpDAIsDACF2ATQPAAAAWwAAAHicTc5tEkAgFIXhKyQk32zUAi3L"
    "T9f0htOceWaqOxVE5NJardMGiSm1Xmu0ubZgP9N1cHbKF4/p3oAOl3c+pvu982TEGlc0mP5lccIGN8yxxwpnbHHHG48YA5M="
)
with open("saved.mat", "wb") as file:
    file.write(SAVED)
for name, value in loadmat("saved").items():
    print(name, type(value).__name__, "" if name == "__header__" else repr(value))
some = loadmat(io.BytesIO(SAVED), squeeze_me=True, variable_names=["X", "y", "s", "w"])
print({name: value for name, value in some.items() if name[0] != "_"})
try:
    loadmat("nowhere")
except FileNotFoundError as error:
    print(error)

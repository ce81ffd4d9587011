"""Pickles that numpy wrote: arrays by rows and by columns, scalars, texts, objects and dtypes; of older numpy, and of Python 2."""

import base64
import io
import pickle

import numpy as np

OLDER = base64.b64decode(
    "gAJ9cQAoWAQAAAByb3dzcQFjbnVtcHkuX2NvcmUubXVsdGlhcnJheQpfcmVjb25zdHJ1Y3QKcQJjbnVtcHkKbmRhcnJheQpxA0sAhXEEY19jb2"
    "RlY3MKZW5jb2RlCnEFWAEAAABicQZYBgAAAGxhdGluMXEHhnEIUnEJh3EKUnELKEsBSwJLA4ZxDGNudW1weQpkdHlwZQpxDVgCAAAAZjRxDomI"
    "h3EPUnEQKEsDWAEAAAA8cRFOTk5K/////0r/////SwB0cRJiiWgFWBsAAAAAAAAAAADCgD8AAABAAABAQAAAwoBAAADCoEBxE2gHhnEUUnEVdH"
    "EWYlgHAAAAY29sdW1uc3EXaAJoA0sAhXEYaAmHcRlScRooSwFLAksDhnEbaA1YAgAAAGk4cRyJiIdxHVJxHihLA2gRTk5OSv////9K/////0sA"
    "dHEfYohoBVgwAAAAAAAAAAAAAAADAAAAAAAAAAEAAAAAAAAABAAAAAAAAAACAAAAAAAAAAUAAAAAAAAAcSBoB4ZxIVJxInRxI2JYAwAAAG9uZX"
    "EkY251bXB5Ll9jb3JlLm11bHRpYXJyYXkKc2NhbGFyCnElaA1YAgAAAGY4cSaJiIdxJ1JxKChLA2gRTk5OSv////9K/////0sAdHEpYmgFWAgA"
    "AAAAAAAAAAAEQHEqaAeGcStScSyGcS1ScS5YBQAAAHdvcmRzcS9oAmgDSwCFcTBoCYdxMVJxMihLAUsChXEzaA1YAgAAAFUycTSJiIdxNVJxNi"
    "hLA2gRTk5OSwhLBEsIdHE3YoloBVgQAAAAYQAAAGIAAABjAAAAAAAAAHE4aAeGcTlScTp0cTtiWAMAAABhbnlxPGgCaANLAIVxPWgJh3E+UnE/"
    "KEsBSwOFcUBoDVgCAAAATzhxQYmIh3FCUnFDKEsDWAEAAAB8cUROTk5K/////0r/////Sz90cUViiV1xRihLAVgBAAAAeHFHTmV0cUhiWAQAAA"
    "Bub25lcUloAmgDSwCFcUpoCYdxS1JxTChLAUsASwOGcU1oKIljX19idWlsdGluX18KYnl0ZXMKcU4pUnFPdHFQYlgFAAAAZmxhZ3NxUWgCaANL"
    "AIVxUmgJh3FTUnFUKEsBSwKFcVVoDVgCAAAAYjFxVomIh3FXUnFYKEsDaEROTk5K/////0r/////SwB0cVliiWgFWAIAAAABAHFaaAeGcVtScV"
    "x0cV1iWAsAAABvdGhlcl9vcmRlcnFeaAJoA0sAhXFfaAmHcWBScWEoSwFLA4VxYmgNWAIAAABpNHFjiYiHcWRScWUoSwNYAQAAAD5xZk5OTkr/"
    "////Sv////9LAHRxZ2KJaAVYDAAAAAAAAAEAAAACAAAAA3FoaAeGcWlScWp0cWtiWAQAAABraW5kcWxoDVgCAAAAaTJxbYmIh3FuUnFvKEsDaB"
    "FOTk5K/////0r/////SwB0cXBiWAQAAABib3RocXFoAmgDSwCFcXJoCYdxc1JxdChLAUsBhXF1aA1YAwAAAGMxNnF2iYiHcXdScXgoSwNoEU5O"
    "Tkr/////Sv////9LAHRxeWKJaAVYEQAAAAAAAAAAAMOwPwAAAAAAAABAcXpoB4Zxe1JxfHRxfWJ1Lg=="
)
NEWER = base64.b64decode(
    "gAWVZwMAAAAAAAB9lCiMBHJvd3OUjBNudW1weS5fY29yZS5udW1lcmljlIwLX2Zyb21idWZmZXKUk5QolhgAAAAAAAAAAAAAAAAAgD8AAABAAA"
    "BAQAAAgEAAAKBAlIwFbnVtcHmUjAVkdHlwZZSTlIwCZjSUiYiHlFKUKEsDjAE8lE5OTkr/////Sv////9LAHSUYksCSwOGlIwBQ5R0lFKUjAdj"
    "b2x1bW5zlGgEKJYwAAAAAAAAAAAAAAAAAAAAAwAAAAAAAAABAAAAAAAAAAQAAAAAAAAAAgAAAAAAAAAFAAAAAAAAAJRoCIwCaTiUiYiHlFKUKE"
    "sDaAxOTk5K/////0r/////SwB0lGJLAksDhpSMAUaUdJRSlIwDb25llIwWbnVtcHkuX2NvcmUubXVsdGlhcnJheZSMBnNjYWxhcpSTlGgIjAJm"
    "OJSJiIeUUpQoSwNoDE5OTkr/////Sv////9LAHSUYkMIAAAAAAAABECUhpRSlIwFd29yZHOUaAQolhAAAAAAAAAAYQAAAGIAAABjAAAAAAAAAJ"
    "RoCIwCVTKUiYiHlFKUKEsDaAxOTk5LCEsESwh0lGJLAoWUaA90lFKUjANhbnmUaB2MDF9yZWNvbnN0cnVjdJSTlGgGjAduZGFycmF5lJOUSwCF"
    "lEMBYpSHlFKUKEsBSwOFlGgIjAJPOJSJiIeUUpQoSwOMAXyUTk5OSv////9K/////0s/dJRiiV2UKEsBjAF4lE5ldJRijARub25llGgEKJYAAA"
    "AAAAAAAJRoIksASwOGlGgPdJRSlIwFZmxhZ3OUaAQolgIAAAAAAAAAAQCUaAiMAmIxlImIh5RSlChLA2g9Tk5OSv////9K/////0sAdJRiSwKF"
    "lGgPdJRSlIwLb3RoZXJfb3JkZXKUaAQolgwAAAAAAAAAAAAAAQAAAAIAAAADlGgIjAJpNJSJiIeUUpQoSwOMAT6UTk5OSv////9K/////0sAdJ"
    "RiSwOFlGgPdJRSlIwEa2luZJRoCIwCaTKUiYiHlFKUKEsDaAxOTk5K/////0r/////SwB0lGKMBGJvdGiUaAQolhAAAAAAAAAAAAAAAAAA8D8A"
    "AAAAAAAAQJRoCIwDYzE2lImIh5RSlChLA2gMTk5OSv////9K/////0sAdJRiSwGFlGgPdJRSlHUu"
)
for data in (OLDER, OLDER.replace(b"numpy._core", b"numpy.core"), NEWER):
    for name, value in pickle.loads(data).items():
        print(name, repr(np.asarray(value, dtype=np.int32) if name == "other_order" else value))

# As Python 2 wrote them, with texts for bytes.
PYTHON2 = (
    b"\x80\x02]q\x00(cnumpy.core.multiarray\n_reconstruct\nq\x01cnumpy\nndarray\nq\x02K\x00\x85U\x01b\x87Rq\x03(K\x01K\x03\x85"
    b"cnumpy\ndtype\nq\x04U\x02u1K\x00K\x01\x87Rq\x05(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89"
    b"U\x03\x01\x02\xfftbh\x03h\x05e."
)
for encoding in ("latin1", "bytes"):
    first, again, kind = pickle.loads(PYTHON2, encoding=encoding)
    print(first, first is again, kind)
try:
    pickle.loads(PYTHON2)
except UnicodeDecodeError as error:
    print(error)


class Asked(pickle.Unpickler):
    def find_class(self, module, name):
        print("asked for", name)
        return super().find_class(module, name)


print(Asked(io.BytesIO(PYTHON2), encoding="latin1").load())

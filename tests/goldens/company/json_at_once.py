import collections
import enum
import json


class Kind(enum.IntEnum):
    ONE = 1


rows = [{"id": at, "name": f"n{at}", "share": at / 4, "tags": ["a", "b"], "ok": at % 2 == 0} for at in range(5)]
print(json.dumps(rows))
print(json.dumps(rows[:2], indent=1, sort_keys=True))
print(json.dumps([[1, 2], [3], [4.5, -0.0], ["%s", "100%"]] * 2, separators=(",", ":")))
print(json.dumps([{"%c": 'q"x', "é": "日本"}] * 4, ensure_ascii=False))
print(json.dumps({"text": "tab\t", "wide": "é", 1: None, 2.5: True, None: []}))
print(json.dumps([Kind.ONE, collections.OrderedDict(a=1), (1, (2, [])), {}]))
print(json.dumps([float("inf")] * 5), json.dumps([1e100, 1e-7, 3.0]))
print(json.dumps([{"a": {2, 1}}] * 4, default=sorted))
around = []
around += [around] * 5
for value in ([1, {2}], {(1, 2): 3}, around):
    try:
        print(json.dumps(value))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

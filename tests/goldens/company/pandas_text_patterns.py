"""Patterns in the methods of texts: flags, case, patterns that are compiled already, and what is split by them."""
import re
import warnings

import pandas as pd

names = pd.Series(["Ida: ida@lab.org", "BO bo@SEA.net", None, "nobody"])
print(names.str.findall("[a-z]+@[a-z]+", flags=re.I), names.str.extract("([a-z]+)@([a-z]+)", flags=re.I), sep="\n")
print(names.str.contains("BO", flags=re.I).tolist(), names.str.contains("IDA", False).tolist(), names.str.count("O", re.I).tolist())
print(names.str.match("bo", flags=re.I).tolist(), names.str.fullmatch("NOBODY", flags=re.I).tolist())
print(names.str.contains("bo", case=True, flags=0, na=True, regex=False).tolist())
print(names.str.replace("O", "0", case=False).tolist(), names.str.replace("o", "0", flags=re.I, regex=True).tolist())
print(names.str.replace("o.", "+", n=1).tolist(), names.str.replace("o.", "+", n=1, regex=True).tolist())
print(names.str.replace(re.compile("[aeiou]"), "_", regex=True).tolist())
print(names.str.replace("[io]", lambda found: found[0].upper(), regex=True).tolist())
print(names.str.replace({"Ida": "Ada", "BO": "Bob"}).tolist())
print(names.str.split("[: ]+").tolist(), names.str.split(r"[:\s]", n=1).tolist(), names.str.split(".").tolist())
print(names.str.split("[: ]+", regex=False).tolist(), names.str.split("o", regex=True).tolist(), names.str.split(re.compile("@|[.]")).tolist())
print(names.str.split(": ", n=1, expand=True))
for call in (
    lambda: names.str.replace(re.compile("a"), "b"),
    lambda: names.str.replace(re.compile("a"), "b", case=False, regex=True),
    lambda: names.str.replace("a", str.upper),
    lambda: names.str.replace("a", 3),
    lambda: names.str.replace({"a": "b"}, "c"),
    lambda: names.str.split(re.compile("a"), regex=False),
):
    try:
        call()
    except (TypeError, ValueError) as fault:
        print(type(fault).__name__, fault)
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    names.str.contains("(ida)")
print(*(f"{one.category.__name__}: {one.message}" for one in told))

# Tables with looks, and in files of Python's own form.
import re

import numpy as np
import pandas as pd

frame = pd.DataFrame({"a": [1.5, 2.25, np.nan], "b": ["x", "y", "z"], "c": [3, 1, 2]}, index=["p", "q", "r"])


def cells(styler):
    """What cells say, and their looks, however a page names them."""
    text = styler.to_html()
    looks = {}
    for names, look in re.findall(r"#T_\w*?_(row\d+_col\d+[^{]*)\{([^}]*)\}", text):
        for name in re.findall(r"row\d+_col\d+", names):
            looks[name] = " ".join(look.split()).rstrip(";").replace("; ", ";").replace(": ", ":").replace(" ", "")
    found = []
    for row, line in enumerate(re.findall(r"<tr>(.*?)</tr>", text, re.S)[1:]):
        for column, (rest, value) in enumerate(re.findall(r"<td([^>]*)>(.*?)</td>", line, re.S)):
            own = re.search(r'style="([^"]*)"', rest)
            look = own[1].replace("; ", ";").replace(": ", ":").replace(" ", "") if own else looks.get(f"row{row}_col{column}", "")
            found.append((value.strip(), look))
    return found


print(cells(frame.style))
print(cells(frame.style.format({"a": "{:.1f}", "c": lambda value: f"<{value}>"}, na_rep="-")))
print(cells(frame.style.format(precision=2)))
print(cells(frame[["a", "c"]].style.highlight_max(color="lime").highlight_min(axis=0, color="red")))
print(cells(frame.style.map(lambda value: "color: red" if value == "y" else "")))
print(cells(frame[["c"]].style.apply(lambda column: ["font-weight: bold" if value > 1 else "" for value in column])))
print(cells(frame[["c"]].style.set_properties(**{"font-size": "6pt"}).background_gradient("Greys")))
print("<caption>" in frame.style.set_caption("named").to_html(), "p</th>" in frame.style.hide(axis="index").to_html())
frame.to_pickle("frame.pkl")
print(pd.read_pickle("frame.pkl").equals(frame))
frame.a.to_pickle("frame.pkl")
print(pd.read_pickle("frame.pkl").name)
import os  # noqa: E402

os.remove("frame.pkl")

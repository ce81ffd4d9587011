# Bars in colours, for pandas, around zips and streams, and for many workers.
import io
import re

import pandas as pd
from tqdm import TqdmKeyError, TqdmWarning, tqdm, trange
from tqdm.contrib import tenumerate, tmap, tzip
from tqdm.contrib.concurrent import thread_map


def shown(out):
    """What was printed without what depends on the clock."""
    text = re.sub(r"\d\d:\d\d", "T", out.getvalue())
    print(repr(re.sub(r"[\d.?]+[kM]?(it|B)/s", "R", text)))


for colour in ("red", "GREEN", "#00ff80"):
    print(repr(tqdm.format_meter(3, 10, 1, colour=colour)), repr(tqdm.format_meter(3, 10, 1, colour=colour, ncols=40)))
out = io.StringIO()
bar = tqdm(total=4, file=out, colour="blue", mininterval=1000, desc="coloured")
bar.update(3)
bar.colour = "yellow"
bar.close()
shown(out)
print(bar.colour, bar.format_dict["colour"], repr(bar).startswith("<tqdm"), str(bar).startswith("coloured"))
out = io.StringIO()
print(list(tenumerate("ab", start=1, file=out, mininterval=1000)), list(tzip("ab", [1, 2], file=io.StringIO())))
shown(out)
print(list(tmap(lambda x, y: x + y, [1, 2], [3, 4], file=io.StringIO())), thread_map(str, [1, 2], file=io.StringIO(), max_workers=2))
tqdm.pandas(desc="rows", file=io.StringIO())
frame = pd.DataFrame({"a": [1, 1, 2], "b": [1, 2, 3]})
print(frame["b"].progress_apply(lambda x: x + 1).tolist(), frame.progress_apply(lambda row: row.sum(), axis=1).tolist())
print(frame.progress_apply(lambda column: column.max()).tolist(), frame["b"].progress_map(str).tolist(), frame.progress_map(lambda x: -x))
print(frame.groupby("a")["b"].progress_apply(lambda group: group.sum()).tolist())
out = io.StringIO()
tqdm.pandas(file=out, mininterval=1000)
frame["a"].progress_apply(lambda x: x)
shown(out)
out = io.StringIO()
with tqdm.wrapattr(io.BytesIO(b"x" * 100), "read", total=100, file=out, mininterval=1000) as stream:
    print(len(stream.read(60)), len(stream.read()), len(stream.read()))
shown(out)
with tqdm.wrapattr(io.StringIO(), "write", file=io.StringIO(), bytes=False) as stream:
    print(stream.write("abc"), stream.getvalue())
print(len(tqdm(iter([1, 2]), file=io.StringIO())), len(trange(3, disable=True)), issubclass(TqdmWarning, Warning))
try:
    tqdm([], odd=1, file=io.StringIO())
except TqdmKeyError as error:
    print(error)

# Bars as text; the times in them are cut out, as no two runs share them.
import io
import re
from tqdm import tqdm, trange
from tqdm.auto import tqdm as auto_tqdm


def shown(file):
    text = re.sub(r"\[\d\d:\d\d<?[^,]*, +[^],]*(it|batch|s|B)(/s|/it|/batch)?", "[TIME", file.getvalue())
    # Spaces cover what was longer, and how long it was is up to the times.
    return re.sub(" +(?=[\r\x1b]|$)", "", text).replace("\r", "\\r").replace("\x1b", "\\e")


def fresh(**settings):
    return dict(file=io.StringIO(), mininterval=0, miniters=1, **settings)


settings = fresh()
print([i * 2 for i in tqdm(range(3), **settings)])
print(shown(settings["file"]))
settings = fresh(desc="epoch", unit="batch", ncols=40, bar_format="{desc} {n_fmt}{bar}| {total_fmt} {unit}")
for i in trange(4, **settings):
    pass
print(shown(settings["file"]))
settings = fresh(ascii=False, leave=False)
bar = auto_tqdm(range(5), **settings)
for i in bar:
    bar.set_description(f"step {i}")
    bar.set_postfix(loss=1 / (i + 3), acc=0.5, name="a")
print(shown(settings["file"]))
settings = fresh(total=10)
with tqdm(**settings) as bar:
    for _ in range(3):
        bar.update(3)
    bar.set_postfix_str("done")
    print(bar.n, bar.total, len(bar), bool(bar))
print(shown(settings["file"]))
settings = fresh(desc="no total")
for x in tqdm((c for c in "abc"), **settings):
    tqdm.write(f"at {x}", file=settings["file"])
print(shown(settings["file"]))
settings = fresh()
for epoch in tqdm(range(2), desc="outer", **settings):
    for batch in tqdm(range(2), desc="inner", leave=False, **settings):
        pass
print(shown(settings["file"]))
settings = fresh(disable=True)
print(list(tqdm([1, 2], **settings)), repr(shown(settings["file"])))
for arguments in ((0, 10, 0), (3, 10, 6), (10, 10, 3700), (5, None, 2), (12, 10, 2)):
    print(tqdm.format_meter(*arguments), "|", tqdm.format_meter(*arguments, ncols=40), "|", tqdm.format_meter(*arguments, ncols=0))
print(tqdm.format_meter(1500, 20000, 3, unit="B", unit_scale=True), tqdm.format_meter(2**20, 2**22, 3, unit="B", unit_scale=True, unit_divisor=1024))
print(tqdm.format_meter(3, 8, 1, bar_format="{desc}: {percentage:.1f}% {bar:6} {n}/{total}", ascii=" .oO"))
print(tqdm.format_meter(3, 8, 1, prefix="x", postfix="loss=1"), tqdm.format_sizeof(12345), tqdm.format_interval(3661))
print([tqdm.format_num(n) for n in (1, 1234567, 0.000123456, 0.25, 1e10)])
try:
    tqdm(range(3), descr="x")
except KeyError as error:
    print(type(error).__name__, error)

# What a checkpoint may hold beside weights: each is what it was, and `weights_only` names what it does not know.
import collections, dataclasses, datetime, decimal, enum, fractions, io, pathlib
import numpy as np, torch
class Color(enum.Enum): RED = 1; BLUE = 2
Point = collections.namedtuple("Point", "a b")
@dataclasses.dataclass
class Config: lr: float = 0.1; sizes: list = dataclasses.field(default_factory=lambda: [1, 2])
class Listed(list): pass
class Named(dict): pass
class Count(int): pass
class Slotted:
    __slots__ = ("a",)
    def __init__(self, a): self.a = a
    def __repr__(self): return f"Slotted({self.a})"
values = [np.float64(2), np.float32(1.5), np.int64(3), np.bool_(True), Color.RED, Point(1, torch.ones(2)), datetime.datetime(2024, 1, 2, 3, 4, 5),
    datetime.timedelta(3), pathlib.PurePosixPath("/a/b"), fractions.Fraction(1, 3), complex(1, 2), frozenset([1, 2]), range(3), collections.Counter("aab"),
    collections.deque([1, 2], maxlen=3), collections.defaultdict(list, {"a": [1]}), bytearray(b"ab"), slice(1, 2), Config(0.2), Listed([1, 2]), Named(a=1),
    Count(4), Slotted(3), decimal.Decimal("1.5"), np.array([1, 2]), np.array(["a", "b"]), (1, [2, {"x": torch.ones(1)}]), int, Color, len, {1, 2},
    {"history": [np.float64(0.5), {"best": Point(Color.BLUE, {"deep": collections.Counter([1])})}]}]
for v in values:
    b = io.BytesIO(); torch.save({"v": v}, b); b.seek(0)
    r = torch.load(b, weights_only=False)["v"]; print(type(r).__name__, repr(r))
    b.seek(0)
    try: print("  safe", torch.load(b)["v"])
    except Exception as e: print(" ", type(e).__name__, str(e).partition("WeightsUnpickler error: ")[2].partition(" was not")[0])
with torch.serialization.safe_globals([Color]):
    b = io.BytesIO(); torch.save(Color.BLUE, b); b.seek(0); print(torch.load(b))

"""How arrays within arrays of objects are printed, and what Python's own modules say of numpy's numbers."""

import datetime
import decimal
import json

import numpy as np
from each_line import each_line

print(np.array([np.eye(2), np.arange(3)], dtype=object))
print(np.array([[np.ones((2, 2)), "text"], [None, np.arange(2)]], dtype=object))
each_line(
    """
np.array([np.array([[1, 2], [3, 4]]), np.array([5])], dtype=object)
np.array([np.arange(30), np.arange(2)], dtype=object)
np.array([{"a": 1}, np.eye(2)], dtype=object)
np.array([np.array([1.5]), np.array([True])], dtype=object)
datetime.timedelta(days=np.int64(3))
datetime.timedelta(hours=np.uint16(3))
datetime.timedelta(days=np.float64(1.5))
datetime.timedelta(days="three")
datetime.timedelta(days=1) * np.int64(3), np.int64(3) * datetime.timedelta(days=1)
decimal.Decimal(np.int64(3))
decimal.Decimal(np.float64(3.5))
decimal.Decimal(None)
decimal.Decimal(3) * np.int64(2)
json.dumps(np.uint16(3))
json.dumps({"a": np.float32(3)})
[1, 2] * np.uint16(2), "ab" * np.int64(2)
""",
    {"np": np, "datetime": datetime, "decimal": decimal, "json": json},
)

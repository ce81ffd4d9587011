"""What every program of the bench ends with: `work(steps)` is measured as sides/in_page/measure.mjs does it.

`WINDOW` (seconds), `CHECKED` (steps whose result is compared) and `EACH_STEP` (whether each step's result is read) are
set before the program.
"""

import json
import time


def timed(steps):
    begin = time.perf_counter()
    if EACH_STEP:
        for _ in range(steps):
            work(1)
    else:
        work(steps)
    return time.perf_counter() - begin


def measured():
    first, later = work(1), work(CHECKED)
    steps = 1
    while (seconds := timed(steps)) < WINDOW:
        steps *= 8 if seconds < WINDOW / 8 else 2
    return {"first": first, "later": later, "seconds": timed(steps) / steps}


print(json.dumps(measured()))

"""`easter`: when Easter is in a year, by the western calendar. Start reading at `easter`."""

import datetime

EASTER_JULIAN, EASTER_ORTHODOX, EASTER_WESTERN = 1, 2, 3


def easter(year, method=EASTER_WESTERN):
    """Easter Sunday, by the rule of Meeus, Jones and Butcher."""
    if not 1 <= method <= 3:
        raise ValueError("invalid method")
    if method != EASTER_WESTERN:
        raise NotImplementedError(f"easter: method={method} is not built into this dateutil")
    golden, (century, rest) = year % 19, divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    day = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * day) // 451
    month, before = divmod(moon + day - 7 * late + 114, 31)
    return datetime.date(year, month, before + 1)

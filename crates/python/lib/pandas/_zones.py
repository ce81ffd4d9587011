"""Zones of time as pandas takes them: by name, as a zone, or in the name of a dtype.

What it is not: the zones, which are those of `zoneinfo`. Start reading at `zone_of`.
"""

from datetime import timezone, tzinfo
from zoneinfo import ZoneInfo

UTC = timezone.utc


def zone_name(kind):
    """The name of the zone in the name of a dtype, as of `datetime64[us, UTC]`; None if there is none."""
    return kind.partition(", ")[2][:-1] or None


def zone_of(name):
    """A name, or a zone, as a zone.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: for a name that is no zone's.
        NotImplementedError: for a zone that is not built.
    """
    if name is None or isinstance(name, tzinfo):
        return name
    return UTC if name.upper() in ("UTC", "Z", "GMT", "ETC/UTC") else ZoneInfo(name)

"""`rrule`: moments in turn, each day, week, month or year, or of those only some.

What it is not: hours and shorter steps, nor rules as texts. Start reading at `rrule`.
"""

import calendar
import datetime
import itertools

from dateutil._weekdays import FR, MO, SA, SU, TH, TU, WE

__all__ = ["rrule", "YEARLY", "MONTHLY", "WEEKLY", "DAILY", "MO", "TU", "WE", "TH", "FR", "SA", "SU"]
YEARLY, MONTHLY, WEEKLY, DAILY, HOURLY, MINUTELY, SECONDLY = range(7)


class rrule:
    """Moments from `dtstart` on, as many as `count` or not after `until`; without either, endlessly many."""

    def __init__(self, freq, dtstart=None, interval=1, wkst=None, count=None, until=None, bysetpos=None, bymonth=None,
                 bymonthday=None, byyearday=None, byeaster=None, byweekno=None, byweekday=None, byhour=None, byminute=None,
                 bysecond=None, cache=False):
        refused = {"wkst": wkst, "bysetpos": bysetpos, "byyearday": byyearday, "byeaster": byeaster, "byweekno": byweekno,
                   "byhour": byhour, "byminute": byminute, "bysecond": bysecond}
        for name, value in refused.items():
            if value is not None:
                raise NotImplementedError(f"rrule: {name} is not built into this dateutil")
        if freq > DAILY:
            raise NotImplementedError("rrule: HOURLY, MINUTELY and SECONDLY are not built into this dateutil")
        self._start = datetime.datetime.now().replace(microsecond=0) if dtstart is None else _moment(dtstart)
        self._freq, self._interval, self._count = freq, interval, count
        self._until = None if until is None else _moment(until)
        self._months, self._days, self._weekdays = _listed(bymonth), _listed(bymonthday), _listed(byweekday)
        if not (self._days or self._weekdays):
            if freq == YEARLY and not self._months:
                self._months = [self._start.month]
            if freq in (YEARLY, MONTHLY):
                self._days = [self._start.day]
            elif freq == WEEKLY:
                self._weekdays = [self._start.weekday()]

    def __iter__(self):
        left = self._count
        for period in itertools.count(0, self._interval):
            days = self._period(period)
            if days is None:
                return
            for day in days:
                moment = datetime.datetime.combine(day, self._start.timetz())
                if moment < self._start or not self._fits(day):
                    continue
                if self._until is not None and moment > self._until or left == 0:
                    return
                left = None if left is None else left - 1
                yield moment
            if left == 0 or self._until is not None and days and days[-1] > self._until.date():
                return

    def _period(self, at):
        """The days of the so-manieth period; None after the last year that there is."""
        first = self._start.date()
        try:
            if self._freq == DAILY:
                return [first + datetime.timedelta(at)]
            if self._freq == WEEKLY:
                monday = first + datetime.timedelta(7 * at - first.weekday())
                return [monday + datetime.timedelta(day) for day in range(7)]
            if self._freq == YEARLY:
                year, months = first.year + at, range(1, 13)
            else:
                year, month = divmod(first.year * 12 + first.month - 1 + at, 12)
                months = [month + 1]
            return [datetime.date(year, month, day + 1) for month in months for day in range(calendar.monthrange(year, month)[1])]
        except (OverflowError, ValueError):
            return None

    def _fits(self, day):
        if self._months and day.month not in self._months:
            return False
        last = calendar.monthrange(day.year, day.month)[1]
        if self._days and day.day not in self._days and day.day - last - 1 not in self._days:
            return False
        return not self._weekdays or any(self._is_such(day, last, each) for each in self._weekdays)

    def _is_such(self, day, last, wanted):
        """Whether a day is that day of the week, the so-manieth of its month (or year) if it is counted."""
        if getattr(wanted, "weekday", wanted) != day.weekday():
            return False
        count = getattr(wanted, "n", None)
        if not count or self._freq not in (MONTHLY, YEARLY):
            return True
        if self._freq == YEARLY and not self._months:
            number, last = day.timetuple().tm_yday, 366 if calendar.isleap(day.year) else 365
        else:
            number = day.day
        return (number - 1) // 7 + 1 == count if count > 0 else (last - number) // 7 + 1 == -count

    def __getitem__(self, item):
        if isinstance(item, slice):
            return list(itertools.islice(self, item.start, item.stop, item.step))
        return list(self)[item] if item < 0 else next(itertools.islice(self, item, None))

    def count(self):
        """How many there are."""
        return sum(1 for _ in self)

    def between(self, after, before, inc=False):
        """Those between two moments; with `inc`, these themselves too."""
        found = itertools.takewhile(lambda each: each <= before if inc else each < before, self)
        return [each for each in found if (each >= after if inc else each > after)]

    def after(self, dt, inc=False):
        """The first one after a moment; None if there is none."""
        return next((each for each in self if (each >= dt if inc else each > dt)), None)

    def before(self, dt, inc=False):
        """The last one before a moment; None if there is none."""
        found = list(itertools.takewhile(lambda each: each <= dt if inc else each < dt, self))
        return found[-1] if found else None


def _moment(day):
    return day if isinstance(day, datetime.datetime) else datetime.datetime.fromordinal(day.toordinal())


def _listed(value):
    return [] if value is None else [value] if isinstance(value, int) or hasattr(value, "weekday") else list(value)

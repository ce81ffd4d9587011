"""`pandas.tseries.holiday`: days of each year by rules, and calendars of such days.

What it is not: calendars of other countries than the United States. Start reading at `Holiday.dates`.
"""

from datetime import timedelta

from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE
from pandas._moments import Timestamp
from pandas._offsets import DateOffset
from pandas._times import DatetimeIndex
from pandas.offsets import Day, Easter

__all__ = [
    "FR", "MO", "SA", "SU", "TH", "TU", "WE", "EasterMonday", "GoodFriday", "Holiday", "HolidayCalendarFactory",
    "AbstractHolidayCalendar", "USColumbusDay", "USFederalHolidayCalendar", "USLaborDay", "USMartinLutherKingJr", "USMemorialDay",
    "USPresidentsDay", "USThanksgivingDay", "after_nearest_workday", "before_nearest_workday", "get_calendar", "nearest_workday",
    "next_monday", "next_monday_or_tuesday", "next_workday", "previous_friday", "previous_workday", "register",
    "sunday_to_monday", "weekend_to_monday",
]  # fmt: skip


def _moved(dt, saturday, sunday, monday=0):
    """A day moved by so many days, if it is that day of the week."""
    return dt + timedelta({5: saturday, 6: sunday, 0: monday}.get(dt.weekday(), 0))


def next_monday(dt):
    """A weekend's day becomes the Monday after it."""
    return _moved(dt, 2, 1)


def next_monday_or_tuesday(dt):
    """For the second of two holidays in a row: Saturdays become Mondays, Sundays and Mondays Tuesdays."""
    return _moved(dt, 2, 2, 1)


def previous_friday(dt):
    """A weekend's day becomes the Friday before it."""
    return _moved(dt, -1, -2)


def sunday_to_monday(dt):
    """A Sunday becomes the Monday after it."""
    return _moved(dt, 0, 1)


def weekend_to_monday(dt):
    """A weekend's day becomes the Monday after it."""
    return _moved(dt, 2, 1)


def nearest_workday(dt):
    """Saturdays become Fridays, Sundays Mondays."""
    return _moved(dt, -1, 1)


def next_workday(dt):
    """The next day that is none of a weekend."""
    dt += timedelta(1)
    while dt.weekday() > 4:
        dt += timedelta(1)
    return dt


def previous_workday(dt):
    """The last day before that is none of a weekend."""
    dt -= timedelta(1)
    while dt.weekday() > 4:
        dt -= timedelta(1)
    return dt


def before_nearest_workday(dt):
    """The day of work before the nearest one."""
    return previous_workday(nearest_workday(dt))


def after_nearest_workday(dt):
    """The day of work after the nearest one."""
    return next_workday(nearest_workday(dt))


class Holiday:
    """A day of each year, moved by steps or by a function."""

    def __init__(self, name, year=None, month=None, day=None, offset=None, observance=None, start_date=None, end_date=None,
                 days_of_week=None, exclude_dates=None):
        if offset is not None and observance is not None:
            raise NotImplementedError("Cannot use both offset and observance.")
        self.name, self.year, self.month, self.day, self.offset, self.observance = name, year, month, day, offset, observance
        self.start_date = None if start_date is None else Timestamp(start_date)
        self.end_date = None if end_date is None else Timestamp(end_date)
        self.days_of_week, self.exclude_dates = days_of_week, exclude_dates

    def __repr__(self):
        said = [] if self.year is None else [f"year={self.year}"]
        said += [f"month={self.month}", f"day={self.day}"]
        said += [f"{name}={getattr(self, name)}" for name in ("offset", "observance") if getattr(self, name) is not None]
        return f"Holiday: {self.name} ({', '.join(said)})"

    def _of(self, year):
        """The day in one year."""
        day = Timestamp(year, self.month, self.day)
        if self.observance is not None:
            return Timestamp(self.observance(day))
        for step in self.offset if isinstance(self.offset, list) else [] if self.offset is None else [self.offset]:
            day = day + step
        return day

    def dates(self, start_date, end_date, return_name=False):
        """The days from one moment to another."""
        first, last = Timestamp(start_date), Timestamp(end_date)
        years = range(first.year - 1, last.year + 2) if self.year is None else [self.year]
        first, last = max(first, self.start_date or first), min(last, self.end_date or last)
        found = sorted(day for day in map(self._of, years) if first <= day <= last)
        if self.days_of_week is not None:
            found = [day for day in found if day.weekday() in self.days_of_week]
        if self.exclude_dates is not None:
            found = [day for day in found if day not in list(self.exclude_dates)]
        return _named(found, [self.name] * len(found)) if return_name else DatetimeIndex(found)


def _named(days, names):
    from pandas._series import Series

    return Series(names, index=DatetimeIndex(days))


_CALENDARS = {}


def register(cls):
    """Lets `get_calendar` find a class by its name."""
    _CALENDARS[getattr(cls, "name", None) or cls.__name__] = cls


def get_calendar(name):
    """A calendar by its name."""
    return _CALENDARS[name]()


class AbstractHolidayCalendar:
    """Holidays by `rules`, which a class of it lists."""

    rules = []
    start_date, end_date = Timestamp(1970, 1, 1), Timestamp(2200, 12, 31)

    def __init_subclass__(cls, **settings):
        super().__init_subclass__(**settings)
        register(cls)

    def __init__(self, name="", rules=None):
        self.name = name or type(self).__name__
        if rules is not None:
            self.rules = rules

    def rule_from_name(self, name):
        """The rule of that name; None if there is none."""
        return next((rule for rule in self.rules if rule.name == name), None)

    def holidays(self, start=None, end=None, return_name=False):
        """The days of all rules, in order."""
        if self.rules is None:
            raise Exception(f"Holiday Calendar {self.name} does not have any rules specified")
        start, end = (Timestamp(default if given is None else given) for given, default in ((start, self.start_date), (end, self.end_date)))
        found = sorted(((day, rule.name) for rule in self.rules for day in rule.dates(start, end).tolist()), key=lambda each: each[0])
        days = [day for day, _ in found]
        return _named(days, [name for _, name in found]) if return_name else DatetimeIndex(days)

    def merge(self, other, inplace=False):
        """Both calendars' rules; of one name those of this one."""
        rules = {rule.name: rule for rule in [*getattr(other, "rules", other), *self.rules]}
        if not inplace:
            return list(rules.values())
        self.rules = list(rules.values())
        return None


def HolidayCalendarFactory(name, base, other, base_class=AbstractHolidayCalendar):
    """A class of the rules of two calendars."""
    return type(name, (base_class,), {"rules": AbstractHolidayCalendar(rules=base.rules).merge(other), "name": name})


USMemorialDay = Holiday("Memorial Day", month=5, day=31, offset=DateOffset(weekday=MO(-1)))
USLaborDay = Holiday("Labor Day", month=9, day=1, offset=DateOffset(weekday=MO(1)))
USColumbusDay = Holiday("Columbus Day", month=10, day=1, offset=DateOffset(weekday=MO(2)))
USThanksgivingDay = Holiday("Thanksgiving Day", month=11, day=1, offset=DateOffset(weekday=TH(4)))
USMartinLutherKingJr = Holiday(
    "Birthday of Martin Luther King, Jr.", start_date=Timestamp(1986, 1, 1), month=1, day=1, offset=DateOffset(weekday=MO(3))
)
USPresidentsDay = Holiday("Washington's Birthday", month=2, day=1, offset=DateOffset(weekday=MO(3)))
GoodFriday = Holiday("Good Friday", month=1, day=1, offset=[Easter(), Day(-2)])
EasterMonday = Holiday("Easter Monday", month=1, day=1, offset=[Easter(), Day(1)])


class USFederalHolidayCalendar(AbstractHolidayCalendar):
    """The holidays of the United States."""

    rules = [
        Holiday("New Year's Day", month=1, day=1, observance=nearest_workday),
        USMartinLutherKingJr,
        USPresidentsDay,
        USMemorialDay,
        Holiday("Juneteenth National Independence Day", month=6, day=19, start_date="2021-06-18", observance=nearest_workday),
        Holiday("Independence Day", month=7, day=4, observance=nearest_workday),
        USLaborDay,
        USColumbusDay,
        Holiday("Veterans Day", month=11, day=11, observance=nearest_workday),
        USThanksgivingDay,
        Holiday("Christmas Day", month=12, day=25, observance=nearest_workday),
    ]

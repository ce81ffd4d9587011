# Zones of time by their names, with summer time, and what dates refuse.
import copy
import pickle
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

berlin, new_york = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
print(berlin, repr(berlin), berlin.key, berlin is ZoneInfo("Europe/Berlin"), pickle.loads(pickle.dumps(berlin)) is berlin)
noon = datetime(2024, 7, 1, 12, tzinfo=berlin)
print(noon, repr(noon), noon.utcoffset(), noon.tzname(), noon.dst(), noon.strftime("%H:%M %Z %z"), f"{noon:%d.%m. %Z}")
print(noon.astimezone(new_york), noon.astimezone(timezone.utc), noon.isoformat(), noon - datetime(2024, 7, 1, tzinfo=timezone.utc))
for moment in (datetime(2024, 3, 31, 0, 59), datetime(2024, 3, 31, 1), datetime(2024, 10, 27, 0, 30), datetime(2024, 10, 27, 1, 30)):
    local = moment.replace(tzinfo=timezone.utc).astimezone(berlin)
    print(moment, local, local.fold, local.tzname())
print(datetime(2024, 10, 27, 2, 30, tzinfo=berlin).utcoffset(), datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=berlin).utcoffset())
print(datetime(2024, 11, 3, 1, 30, tzinfo=new_york).utcoffset(), datetime(2024, 3, 10, 2, 30, tzinfo=new_york).utcoffset())
for key in ("UTC Europe/London Europe/Dublin Europe/Lisbon Europe/Athens Europe/Moscow Europe/Istanbul Asia/Kolkata Asia/Tokyo "
            "Asia/Shanghai Asia/Seoul Asia/Dubai Asia/Kathmandu Australia/Sydney America/Chicago America/Los_Angeles "
            "America/Sao_Paulo Pacific/Honolulu Africa/Lagos Africa/Nairobi").split():  # fmt: skip
    print(key, [datetime(2024, month, 15, 12, tzinfo=ZoneInfo(key)).strftime("%Z%z") for month in (1, 7)])
print(time(12, tzinfo=berlin).utcoffset(), time(12, tzinfo=ZoneInfo("UTC")).utcoffset(), "Asia/Tokyo" in available_timezones())
print(datetime(2024, 7, 1, tzinfo=berlin) == datetime(2024, 6, 30, 22, tzinfo=timezone.utc), copy.deepcopy(noon) == noon)
naive, aware = datetime(2024, 1, 1), datetime(2024, 1, 1, tzinfo=timezone.utc)
for call in (
    lambda: naive < aware, lambda: naive - aware, lambda: naive < date(2024, 1, 1), lambda: date(2024, 1, 1) >= naive,
    lambda: time(1) < time(1, tzinfo=timezone.utc), lambda: naive == aware, lambda: naive == date(2024, 1, 1),
    lambda: ZoneInfo("Nope"), lambda: naive - timedelta(1), lambda: max(naive, datetime(2025, 1, 1)),
):  # fmt: skip
    try:
        print(call())
    except (TypeError, ZoneInfoNotFoundError) as error:
        print(type(error).__name__, error)

#!/usr/bin/env python3
"""Counts legal periods a second time, day by day, and holds count_period of the database against it.

    count_check.py CONNINFO [HOW_MANY [SEED]]

CONNINFO names a migrated database that may be written to, as a superuser: calendars are made in it. The inputs are random
(rule, start, stops, extension, calendar); they go in by COPY and come out in one statement. Nothing here is taken from the
database's formulas: it walks along a calendar as a person does. Prints every difference, and ends with 1 if there is one.
"""
import csv
import io
import random
import subprocess
import sys
from datetime import date, timedelta

DAY = timedelta(days=1)


def psql(conninfo, sql, copied=None):
    words = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", conninfo, "-c", "SET search_path TO sandbox, public"]
    # Made-up holidays are nobody's acts: nothing is booked for them.
    words += ["-c", "SET session_replication_role = replica"]
    result = subprocess.run(words + ["-c", sql], input=copied, capture_output=True, text=True)
    if result.returncode:
        sys.exit(result.stderr)
    return result.stdout


def rows(conninfo, query):
    return list(csv.DictReader(io.StringIO(psql(conninfo, f"COPY ({query}) TO STDOUT WITH (FORMAT csv, HEADER)"))))


class Calendar:
    def __init__(self, code, closed_weekdays, holidays, years=(), foreseen=None):
        self.code, self.closed_weekdays, self.holidays = code, set(closed_weekdays), set(holidays)
        self.years, self.foreseen = set(years), foreseen

    def certainty(self, days):
        """How certain what hangs on these days is: as the worst of their years."""
        found = ""
        for year in range(min(days).year, max(days).year + 1):
            if year in self.years:
                continue
            if self.foreseen and not self.foreseen[0] <= year <= self.foreseen[1]:
                return "unknown"
            found = "foreseen"
        return found

    def is_open(self, day):
        return day.isoweekday() not in self.closed_weekdays and day not in self.holidays

    def next_open(self, day):
        while not self.is_open(day):
            day += DAY
        return day

    def previous_open(self, day):
        while not self.is_open(day):
            day -= DAY
        return day


def walk_to_month(first, months):
    """The last day of a period of months that begins with `first`: walk until its month is reached."""
    wanted = first.year * 12 + first.month + months
    day = first
    while day.year * 12 + day.month < wanted:
        day += DAY
    # Now on the first of that month. Look for the corresponding day in it.
    last = day
    while day.year * 12 + day.month == wanted:
        if day.day == first.day:
            return day - DAY
        last = day
        day += DAY
    return last


def last_day(first, length, unit):
    if unit in ("day", "week"):
        day = first - DAY
        for _ in range(length * (7 if unit == "week" else 1)):
            day += DAY
        return day
    return walk_to_month(first, length * (12 if unit == "year" else 1))


def on_same_date(event, length, unit):
    """The day of the same date so much later, or the last of a month that has none: walk to it."""
    if unit in ("day", "week"):
        return last_day(event + DAY, length, unit)
    wanted = event.year * 12 + event.month + length * (12 if unit == "year" else 1)
    day = event
    while day.year * 12 + day.month < wanted:
        day += DAY
    while day.day < event.day and (day + DAY).month == day.month:
        day += DAY
    return day


def back(start, length, unit):
    if unit in ("day", "week"):
        day = start
        for _ in range(length * (7 if unit == "week" else 1)):
            day -= DAY
        return day
    wanted = start.year * 12 + start.month - length * (12 if unit == "year" else 1)
    day = start
    while day.year * 12 + day.month > wanted:
        day -= DAY
    # Now on the last of that month; the corresponding day, if it has one.
    while day.day > start.day:
        day -= DAY
    return day


def walk(first, end, stopped):
    """The day on which the days from `first` to `end` are full, when those that are stopped do not count."""
    left, day, full = (end - first).days + 1, first, first - DAY
    while left:
        if day not in stopped:
            left, full = left - 1, day
        day += DAY
    return full


def expiry(full, calendar, method, stopped):
    """Where ends move: the first open day from the full count on that is not stopped, for a day that is out cannot be the last."""
    while method["end_moves"] and (not calendar.is_open(full) or full in stopped):
        full += DAY
    return full


def count(case, calendar, method):
    """first_day, plain_end, counted_end, cap_on, due_on, due_time, safe_on, certainty"""
    start, length, unit = case["start"], case["length"], case["unit"]
    first = start if method["counts_first_day"] else start + DAY
    if method["runs_backward"]:
        end = back(start, length, unit)
        # Safe is what is in time by the strict reading as well: the day it is counted from is out.
        safe = calendar.previous_open(end - DAY)
        return first, end, end, None, end, None, safe, calendar.certainty([safe, end])
    if method["same_date"]:
        def ending(before, length, unit):
            return on_same_date(before, length, unit)
    else:
        def ending(before, length, unit):
            return last_day(before + DAY, length, unit)
    plain = ending(first - DAY, length, unit)
    after = case["added"] and case["expiry"] and not (method["open_only"] and unit == "day")
    if case["added"] and not after:
        plain = ending(plain, case["added"], case["added_unit"])
    stopped = set()
    for a, b in case["stops"]:
        while a <= b:
            stopped.add(a)
            a += DAY
    due_time = None
    if method["open_only"] and unit == "day":
        day = first
        if length <= 5:
            # In working hours, from nine to six: what begins later is made up for a day later, at the same time.
            time = case["time"] or "09:00"
            later = time > "09:00"
            inside = calendar.is_open(start) and later and time < "18:00"
            due_time = time if inside else "18:00"
            if later or not calendar.is_open(start):
                day += DAY
        left, end = length + case["added"], None
        while left:
            if calendar.is_open(day) and day not in stopped:
                left, end = left - 1, day
            day += DAY
    else:
        end = walk(first, plain, stopped)
        if after:
            # "From the day after the expiry": the period has ended, wherever its end has moved; then the extension runs.
            expired = expiry(end, calendar, method, stopped)
            plain = ending(expired, case["added"], case["added_unit"])
            end = walk(expired + DAY, plain, stopped)
    cap = ending(first - DAY, case["cap"], case["cap_unit"]) if case["cap"] else None
    moved = expiry(end, calendar, method, stopped)
    if method["end_moves"]:
        cap = calendar.next_open(cap) if cap else None
    if method["min_open"] and plain > first:
        left, day = method["min_open"], first - DAY
        while left:
            day += DAY
            if calendar.is_open(day) and day not in stopped:
                left -= 1
        moved = max(moved, day)
    due = min(moved, cap) if cap else moved
    certainty = ""
    if method["end_moves"] or method["open_only"]:
        certainty = calendar.certainty([min(end, due), due] + ([first] if method["open_only"] or method["min_open"] else []))
    return first, plain, end, cap, due, due_time, None, certainty


def random_calendars(conninfo, dice, how_many):
    """The calendars that are there, and made-up ones with other weekends and many holidays."""
    found = []
    for code in [f"random-{number}" for number in range(how_many)]:
        weekdays = dice.choice([[6, 7], [7], [5, 6], [6, 7], [3, 6, 7]])
        density = dice.choice([0.01, 0.05, 0.2])
        days = [date(2000, 1, 1) + DAY * n for n in range(22280)]
        holidays = [day for day in days if dice.random() < density]
        text = "".join(f"{code},{day},휴일,temporary\n" for day in holidays)
        listed = ",".join(map(str, weekdays))
        psql(conninfo, f"INSERT INTO calendar (calendar, name_ko, name_en, closed_weekdays) VALUES ('{code}', 'x', 'x', '{{{listed}}}')")
        psql(conninfo, "COPY public_holiday (calendar, day, name_ko, kind) FROM STDIN WITH (FORMAT csv)", text)
        psql(conninfo, f"SELECT rebuild_calendar('{code}')")
        found.append(Calendar(code, weekdays, holidays))
    for row in rows(conninfo, "SELECT calendar, array_to_string(closed_weekdays, ' ') AS weekdays, extract(year FROM foreseen_from)::int AS first, "
                    "extract(year FROM foreseen_to)::int AS last FROM calendar WHERE calendar NOT LIKE 'random-%'"):
        days = rows(conninfo, f"SELECT day FROM public_holiday WHERE calendar = '{row['calendar']}' AND known_to IS NULL")
        years = rows(conninfo, f"SELECT year FROM calendar_year WHERE calendar = '{row['calendar']}' AND known_to IS NULL")
        foreseen = (int(row["first"]), int(row["last"])) if row["last"] else None
        found.append(Calendar(row["calendar"], map(int, row["weekdays"].split()), [date.fromisoformat(d["day"]) for d in days],
                              [int(y["year"]) for y in years], foreseen))
    return found


def random_case(dice, number, calendars, methods, rules):
    start = date(2006, 1, 1) + DAY * dice.randrange(16000)
    case = {"id": number, "start": start, "calendar": dice.choice(calendars).code, "time": None, "added": 0,
            "added_unit": "day", "expiry": dice.random() < 0.5, "cap": None, "cap_unit": None, "stops": []}
    if dice.random() < 0.5:
        rule = dice.choice(rules)
        case.update(counting=rule["counting"], length=int(rule["length"]), unit=rule["unit"])
        if rule["cap_length"]:
            case.update(cap=int(rule["cap_length"]), cap_unit=rule["cap_unit"])
        if rule["extension_length"] and dice.random() < 0.5:
            case.update(added=int(rule["extension_length"]) * dice.randint(1, int(rule["extensions"])),
                        added_unit=rule["extension_unit"], expiry=rule["extends_from"] == "expiry")
    else:
        unit = dice.choice(["day", "day", "week", "month", "year"])
        counting = dice.choice(list(methods))
        most = {"day": 400, "week": 60, "month": 40, "year": 5}[unit]
        case.update(counting=counting, unit=unit, length=dice.choice([dice.randint(1, 6), dice.randint(1, most)]))
        if dice.random() < 0.3:
            case.update(added=dice.randint(1, 60), added_unit="day")
        if dice.random() < 0.3 and counting != "backward":
            case.update(cap=dice.randint(1, 500), cap_unit="day")
    if dice.random() < 0.5:
        case["time"] = f"{dice.randrange(24):02}:{dice.randrange(60):02}"
    for _ in range(dice.choice([0, 0, 1, 2, 5])):
        begin = start + DAY * dice.randint(-20, 200)
        case["stops"].append((begin, begin + DAY * dice.choice([0, 1, dice.randint(0, 60)])))
    return case


def main():
    conninfo = sys.argv[1]
    how_many = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 30)
    print(f"{how_many} inputs, seed {seed}")
    dice = random.Random(seed)
    calendars = random_calendars(conninfo, dice, 3 if how_many < 20_000 else 12)
    by_code = {calendar.code: calendar for calendar in calendars}
    methods = {
        row["counting"]: {"counts_first_day": row["counts_first_day"] == "t", "open_only": row["counts_open_days_only"] == "t",
                          "runs_backward": row["runs_backward"] == "t", "end_moves": row["end_moves"] == "t",
                          "same_date": row["ends_on_same_date"] == "t", "min_open": int(row["min_open_days"])}
        for row in rows(conninfo, "SELECT counting, counts_first_day, counts_open_days_only, runs_backward, end_moves, ends_on_same_date, min_open_days FROM counting_method")}
    rules = rows(conninfo, "SELECT counting, length, unit, cap_length, cap_unit, extension_length, extension_unit, extensions, extends_from FROM deadline_rule")
    cases = [random_case(dice, number, calendars, methods, rules) for number in range(how_many)]
    text = io.StringIO()
    out = csv.writer(text)
    for case in cases:
        stops = "{" + ",".join(f"[{a},{b}]" for a, b in case["stops"]) + "}" if case["stops"] else ""
        out.writerow([case["id"], case["calendar"], case["start"], case["time"], case["counting"], case["length"], case["unit"],
                      case["added"], case["added_unit"], case["cap"], case["cap_unit"], stops, case["expiry"]])
    psql(conninfo, "CREATE TABLE IF NOT EXISTS public.count_check (id bigint, calendar text, start date, start_time time, counting text, "
                   "length int, unit text, added int, added_unit text, cap int, cap_unit text, stops datemultirange, expiry boolean)")
    psql(conninfo, "TRUNCATE public.count_check")
    psql(conninfo, "COPY public.count_check FROM STDIN WITH (FORMAT csv)", text.getvalue())
    answers = rows(
        conninfo,
        "SELECT c.id, p.first_day, p.plain_end, p.counted_end, p.cap_on, p.due_on, to_char(p.due_time, 'HH24:MI') AS due_time, p.safe_on, p.certainty "
        "FROM public.count_check AS c, LATERAL count_period(c.calendar, NULL, c.start, c.start_time, c.counting, c.length, c.unit, "
        "c.added, c.added_unit, c.cap, c.cap_unit, c.stops, c.expiry) AS p")
    psql(conninfo, "DROP TABLE public.count_check")
    if len(answers) != how_many:
        sys.exit(f"{how_many} inputs, {len(answers)} answers")
    differences = 0
    for answer in answers:
        case = cases[int(answer["id"])]
        ours = [str(value or "") for value in count(case, by_code[case["calendar"]], methods[case["counting"]])]
        theirs = [answer[key] for key in ("first_day", "plain_end", "counted_end", "cap_on", "due_on", "due_time", "safe_on", "certainty")]
        if case["counting"] == "petition" and case["unit"] == "day":
            ours[1] = theirs[1]  # the end without closed days says nothing where only open days count
        if ours != theirs:
            differences += 1
            if differences <= 20:
                print(f"{case}\n  walked   {ours}\n  database {theirs}")
    print(f"{differences} differences")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()

"""The table of meanings: what each date phrase of the temporal lexicon is and how its days are found."""

from collections.abc import Mapping

from kg.reading.times import dates, relative
from kg.reading.times.dates import Meaning
from kg.reading.times.spans import Kind

MEANINGS: Mapping[str, tuple[Kind, Meaning]] = {
    "date": ("point", dates.named),
    "days": ("range", dates.days),
    "months": ("range", dates.months),
    "years": ("range", dates.years),
    "winter": ("point", dates.winter),
    "quarter": ("range", dates.quarter),
    "half": ("range", dates.half),
    "century": ("range", dates.century),
    "numeric": ("point", dates.numeric),
    "deictic": ("relative", relative.deictic),
    "two_days_ago": ("relative", relative.from_publication("day", -2)),
    "in_two_days": ("relative", relative.from_publication("day", 2)),
    "this_day": ("relative", relative.from_publication("day", 0)),
    "this_unit": ("relative", relative.from_publication(None, 0)),
    "last_unit": ("relative", relative.from_publication(None, -1)),
    "next_unit": ("relative", relative.from_publication(None, 1)),
    "previous_unit": ("relative", relative.from_last(-1)),
    "following_unit": ("relative", relative.from_last(1)),
    "that_unit": ("relative", relative.from_last(0)),
    "unit_so_far": ("range", relative.within_unit(past=True)),
    "rest_of_unit": ("range", relative.within_unit(past=False)),
    "part_of_unit": ("range", relative.part_of_unit),
    "date_part": ("range", dates.date_part),
    "nothing": ("point", relative.nothing),
    "eve": ("relative", relative.eve),
    "eve_of_eve": ("relative", relative.eve_of_eve),
    "ago": ("relative", relative.counted(-1, anaphoric=False)),
    "ahead": ("relative", relative.counted(1, anaphoric=False)),
    "in_count": ("relative", relative.only_if_future(relative.counted(1, anaphoric=False))),
    "earlier": ("relative", relative.counted(-1, anaphoric=True)),
    "later": ("relative", relative.counted(1, anaphoric=True)),
    "past_span": ("duration", relative.stretch(-1)),
    "next_span": ("duration", relative.stretch(1)),
    "date_last": ("relative", relative.last),
    "day_last_week": ("relative", relative.day_of_week(-1)),
    "day_next_week": ("relative", relative.day_of_week(1)),
    "weekend": ("relative", relative.weekend(0)),
    "last_weekend": ("relative", relative.weekend(-1)),
    "next_weekend": ("relative", relative.weekend(1)),
    "date_next": ("relative", relative.next_),
    "date_this": ("relative", relative.this),
    "date_last_year": ("relative", relative.year_from_publication(-1)),
    "date_next_year": ("relative", relative.year_from_publication(1)),
    "date_that_year": ("relative", relative.that_year),
}

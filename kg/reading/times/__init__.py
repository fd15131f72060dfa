"""Expressions of time in French and English text, as spans of the calendar. Values in, values out; no parser."""

from kg.reading.times.finding import FoundTime, find_times

__all__ = ["FoundTime", "find_times"]

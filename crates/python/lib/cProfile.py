"""`cProfile`: the profiler of `profile`, by its quicker one's name. Start reading there; nothing else is here."""

from profile import Profile, run, runctx  # noqa: F401

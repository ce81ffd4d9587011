"""Which torch this is, and what it was built with."""

__version__ = "2.15.0+kindling"
cuda = None
hip = None
debug = False
git_version = "kindling"

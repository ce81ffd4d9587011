"""Names that matplotlib has and Kindling not yet: asking for one says so instead of denying it exists."""

_NAMES = """
acorr angle_spectrum barbs cohere csd figimage magnitude_spectrum phase_spectrum plot_date psd quiverkey
rgrids specgram thetagrids xcorr """.split()


def refuse(name, owner):
    """Raises NotImplementedError for what matplotlib has, AttributeError for what it has not either."""
    if name in _NAMES:
        raise NotImplementedError(f"{name} is not supported by Kindling's matplotlib")
    raise AttributeError(f"{owner} has no attribute {name!r}")

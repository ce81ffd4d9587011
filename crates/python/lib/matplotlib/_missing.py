"""Names that matplotlib has and Kindling not yet: asking for one says so instead of denying it exists."""

_NAMES = """
tricontour broken_barh secondary_yaxis 
acorr angle_spectrum barbs broken_barh cohere csd ecdf figimage figlegend hexbin
magnitude_spectrum minorticks_off minorticks_on phase_spectrum plot_date polar psd quiverkey
rgrids specgram streamplot table thetagrids tricontour tricontourf tripcolor triplot xcorr
add_collection secondary_xaxis ticklabel_format
get_position set_position """.split()


def refuse(name, owner):
    """Raises NotImplementedError for what matplotlib has, AttributeError for what it has not either."""
    if name in _NAMES:
        raise NotImplementedError(f"{name} is not supported by Kindling's matplotlib")
    raise AttributeError(f"{owner} has no attribute {name!r}")

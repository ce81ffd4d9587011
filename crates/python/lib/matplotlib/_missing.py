"""Names that matplotlib has and Kindling not yet: asking for one says so instead of denying it exists."""

_NAMES = """
acorr angle_spectrum autoscale barbs broken_barh cohere csd ecdf eventplot figimage figlegend figtext gci hexbin
locator_params magnitude_spectrum minorticks_off minorticks_on phase_spectrum plot_date polar psd quiverkey
rcdefaults rgrids specgram streamplot table thetagrids tricontour tricontourf tripcolor triplot twiny xcorr
add_collection secondary_xaxis set_facecolor set_prop_cycle get_xticklabels get_yticklabels ticklabel_format
twinx spines xaxis yaxis add_axes label_outer relim autoscale_view
get_position set_position inset_axes
""".split()


def refuse(name, owner):
    """Raises NotImplementedError for what matplotlib has, AttributeError for what it has not either."""
    if name in _NAMES:
        raise NotImplementedError(f"{name} is not supported by Kindling's matplotlib")
    raise AttributeError(f"{owner} has no attribute {name!r}")

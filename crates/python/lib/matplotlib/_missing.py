"""Names that matplotlib has and Kindling not yet: asking for one says so instead of denying it exists."""

_NAMES = """
acorr angle_spectrum arrow autoscale axes axhspan axline axvspan barbs boxplot broken_barh clabel cohere contour
csd ecdf errorbar eventplot figimage figlegend figtext fill fill_betweenx gci hexbin hist2d hlines 
locator_params magnitude_spectrum margins minorticks_off minorticks_on pcolor phase_spectrum pie plot_date polar
psd quiver quiverkey rc rcdefaults rgrids specgram spy stackplot stairs stem step streamplot subplot2grid
subplot_mosaic table thetagrids tricontour tricontourf tripcolor triplot twiny violinplot vlines xcorr
add_patch add_collection add_artist add_line secondary_xaxis set_facecolor set_prop_cycle get_xticks get_yticks
get_xticklabels get_yticklabels ticklabel_format plot_surface set_zlabel colormaps
""".split()


def refuse(name, owner):
    """Raises NotImplementedError for what matplotlib has, AttributeError for what it has not either."""
    if name in _NAMES:
        raise NotImplementedError(f"{name} is not supported by Kindling's matplotlib")
    raise AttributeError(f"{owner} has no attribute {name!r}")

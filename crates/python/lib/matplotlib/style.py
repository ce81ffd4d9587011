"""Style sheets by name. The page's theme decides how figures look; a style is checked and changes nothing."""

available = [
    "bmh", "classic", "dark_background", "default", "fast", "fivethirtyeight", "ggplot", "grayscale",
    "seaborn-v0_8", "seaborn-v0_8-darkgrid", "seaborn-v0_8-whitegrid", "tableau-colorblind10",
]


def use(style):
    for name in [style] if isinstance(style, str) else style:
        if name not in available:
            raise OSError(f"{name!r} is not a valid package style, path of style file, URL of style file, or "
                          "library style name (library styles are listed in `style.available`)")


class context:
    """with plt.style.context(name): as `use` within a block."""

    def __init__(self, style, after_reset=False):
        use(style)

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        return False

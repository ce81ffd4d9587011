"""The names that pandas' classes have and these have not: asking for one says so instead of denying that it exists.

What it is not: parameters; those are in `_parameters`. Start reading at `NAMES`.
"""

NAMES = {
    "DataFrame": """
        attrs flags from_arrow select set_flags sparse to_clipboard to_excel to_feather to_hdf to_html to_iceberg
        to_orc to_parquet to_sql to_stata to_xarray to_xml
    """.split(),
    "Series": """
        attrs compare flags from_arrow set_flags sparse to_clipboard to_excel to_hdf to_sql to_xarray
    """.split(),
    "SeriesGroupBy": """
        boxplot corr cov ewm expanding hist is_monotonic_decreasing is_monotonic_increasing kurt ohlc take
    """.split(),
    "DataFrameGroupBy": """
        boxplot corrwith ewm expanding hist kurt ohlc take
    """.split(),
    "StringMethods": [],
    "Index": """
        all any array asof asof_locs diff factorize get_indexer_for get_indexer_non_unique
        get_slice_bound groupby identical infer_objects is_ join memory_usage nbytes putmask ravel reindex
        replace slice_indexer slice_locs sortlevel transpose view
    """.split(),
}

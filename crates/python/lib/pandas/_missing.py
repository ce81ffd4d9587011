"""The names that pandas' classes have and these have not: asking for one says so instead of denying that it exists.

What it is not: parameters; those are in `_parameters`. Start reading at `NAMES`.
"""

NAMES = {
    "DataFrame": """
        align asof at_time attrs between_time combine convert_dtypes flags from_arrow
        isetitem select set_flags sparse to_clipboard to_excel to_feather to_hdf to_html to_iceberg
        to_latex to_orc to_parquet to_period to_sql to_stata to_timestamp to_xarray to_xml
        tz_convert tz_localize
    """.split(),
    "Series": """
        add_prefix add_suffix align asof at_time attrs between_time combine compare convert_dtypes divmod
        filter flags from_arrow info pop rdivmod set_flags sparse to_clipboard to_excel to_hdf to_latex
        to_period to_sql to_timestamp to_xarray transpose tz_convert tz_localize
    """.split(),
    "SeriesGroupBy": """
        boxplot corr cov ewm expanding hist is_monotonic_decreasing is_monotonic_increasing kurt ohlc plot
        take
    """.split(),
    "DataFrameGroupBy": """
        boxplot corrwith ewm expanding hist kurt ohlc plot take
    """.split(),
    "StringMethods": [],
    "Index": """
        all any array asof asof_locs diff droplevel factorize get_indexer_for get_indexer_non_unique
        get_slice_bound groupby identical infer_objects is_ join memory_usage nbytes putmask ravel reindex
        replace slice_indexer slice_locs sortlevel transpose view
    """.split(),
}

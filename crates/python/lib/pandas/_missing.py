"""The names that pandas' classes have and these have not: asking for one says so instead of denying that it exists.

What it is not: parameters; those are in `_parameters`. Start reading at `NAMES`.
"""

NAMES = {
    "DataFrame": """
        align  asof at_time attrs between_time combine combine_first
        compare convert_dtypes corrwith cov dot droplevel eval ewm expanding explode first_valid_index
        flags from_arrow from_dict from_records infer_objects isetitem kurt
        kurtosis last_valid_index mode product reindex_like rename_axis
        reorder_levels  rolling select set_axis set_flags sparse squeeze stack style swaplevel take
        to_clipboard to_excel to_feather to_hdf to_html to_iceberg to_json to_latex to_markdown to_orc
        to_parquet to_period to_pickle to_records to_sql to_stata to_timestamp to_xarray to_xml transform
        truncate tz_convert tz_localize update xs
    """.split(),
    "Series": """
        add_prefix add_suffix align  asof at_time attrs autocorr axes between_time case_when
        combine combine_first compare convert_dtypes cov divmod dot droplevel  ewm expanding explode
        factorize filter first_valid_index flags from_arrow infer_objects info
        is_monotonic_decreasing is_monotonic_increasing kurt kurtosis last_valid_index nbytes
        pop product rdivmod reindex_like rename_axis reorder_levels repeat 
        searchsorted set_axis set_flags sparse squeeze swaplevel take to_clipboard to_excel to_hdf to_json
        to_latex to_markdown to_period to_pickle to_sql to_timestamp to_xarray transform transpose truncate
        tz_convert tz_localize update xs
    """.split(),
    "SeriesGroupBy": """
        bfill boxplot corr cov ewm expanding ffill filter hist
        idxmax idxmin is_monotonic_decreasing is_monotonic_increasing kurt ngroup nlargest nsmallest nth ohlc
        pipe plot quantile rank  rolling sample tail take
    """.split(),
    "DataFrameGroupBy": """
        bfill boxplot corr corrwith cov cummax cummin cumprod cumsum describe diff ewm expanding
        ffill filter hist idxmax idxmin kurt ngroup nth ohlc pct_change pipe plot quantile rank 
        rolling sample shift tail take
    """.split(),
    "StringMethods": """
        cat center decode encode extractall findall fullmatch get_dummies index isascii match normalize
        partition rindex rpartition slice_replace wrap
    """.split(),
    "Index": """
        all any append argmax argmin argsort array asof asof_locs astype delete diff drop_duplicates droplevel
        dropna duplicated factorize fillna get_indexer get_indexer_for get_indexer_non_unique get_level_values
        get_slice_bound groupby has_duplicates hasnans identical infer_objects inferred_type insert is_
        is_monotonic_decreasing is_monotonic_increasing isna isnull join memory_usage nbytes notna notnull
        putmask ravel reindex repeat replace round searchsorted set_names shift slice_indexer slice_locs
        sort_values sortlevel symmetric_difference to_flat_index to_frame transpose value_counts view where
    """.split(),
}

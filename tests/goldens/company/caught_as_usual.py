from urllib.error import URLError

import pandas as pd

table = pd.DataFrame({"a": [1, 2]})
address = "https://no.such.place.invalid/table.csv"


def caught(kinds, call):
    try:
        call()
    except kinds as error:
        print("caught", isinstance(error, kinds))


caught(ImportError, lambda: table.to_excel("table.xlsx"))
caught(ImportError, lambda: table.to_parquet("table.parquet"))
caught(ImportError, lambda: pd.read_parquet("table.parquet"))
caught((OSError, URLError), lambda: pd.read_csv(address))
caught(URLError, lambda: pd.read_table(address))
caught(OSError, lambda: pd.read_json(address))
caught(URLError, lambda: pd.read_pickle(address))

"""Features out of what is no numbers.

What it is not: features of pictures; asking for these says so. Start reading at `text`.
"""

from _kindling_absent import Absent


def __getattr__(name):
    if name == "text":
        return __import__("sklearn.feature_extraction.text", fromlist=("text",))
    if name == "DictVectorizer":
        from sklearn.feature_extraction._dicts import DictVectorizer

        return DictVectorizer
    if name in ("FeatureHasher", "image", "grid_to_graph", "img_to_graph"):
        return Absent(f"sklearn.feature_extraction.{name} is not built into this sklearn")
    raise AttributeError(f"module 'sklearn.feature_extraction' has no attribute '{name}'")

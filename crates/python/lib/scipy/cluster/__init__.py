"""Groups of what is near to each other.

What it is not: k-means with all its options, which is sklearn's. Start reading at `hierarchy`.
"""


def __getattr__(name):
    if name in ("hierarchy", "vq"):
        return __import__(f"scipy.cluster.{name}", fromlist=(name,))
    raise AttributeError(f"module 'scipy.cluster' has no attribute '{name}'")

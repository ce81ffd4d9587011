"""A data set as scikit-learn hands it out: arrays, or a frame.

What it is not: data. Start reading at `bunch`.
"""

from sklearn.utils import Bunch

# What scikit-learn says of those that it has as files.
OF_FILES = "target_names DESCR feature_names filename data_module"
MODULE = "sklearn.datasets.data"


def bunch(data, target, names, return_X_y, as_frame, order="target_names DESCR feature_names", **more):
    """The numbers and what they belong to, with `more` besides, in that order."""
    frame = None
    if as_frame:
        import pandas

        data, target = pandas.DataFrame(data, columns=list(names)), pandas.Series(target, name="target")
        frame = pandas.concat([data, target], axis=1)
    if return_X_y:
        return data, target
    more["feature_names"] = names
    return Bunch(data=data, target=target, frame=frame, **{name: more[name] for name in order.split()})

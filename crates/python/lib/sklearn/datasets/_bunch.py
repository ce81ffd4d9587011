"""A data set as scikit-learn hands it out: arrays, or a frame.

What it is not: data. Start reading at `bunch`.
"""

from sklearn.utils import Bunch


def bunch(data, target, names, return_X_y, as_frame, **more):
    """The numbers and what they belong to, with `more` besides."""
    frame = None
    if as_frame:
        import pandas

        data, target = pandas.DataFrame(data, columns=list(names)), pandas.Series(target, name="target")
        frame = pandas.concat([data, target], axis=1)
    if return_X_y:
        return data, target
    return Bunch(data=data, target=target, frame=frame, feature_names=names, **more)

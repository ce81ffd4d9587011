"""What scikit-learn calls an experiment: importing a name from here lets another one be imported.

What it is not: any estimator. Start reading at `enable_iterative_imputer`.
"""

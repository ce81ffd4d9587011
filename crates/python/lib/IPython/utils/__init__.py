"""`IPython.utils`, of which notebooks import `capture` and `io`."""

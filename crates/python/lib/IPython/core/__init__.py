"""`IPython.core`, of which older notebooks import `display`."""

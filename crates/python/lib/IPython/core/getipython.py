"""`IPython.core.getipython`: the session.

What it is not: code of its own. Start reading at `IPython._shell`.
"""

from IPython._shell import get_ipython

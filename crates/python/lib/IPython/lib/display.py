"""`IPython.lib.display`: what `IPython.display` has of it.

What it is not: code of its own. Start reading at `IPython.display`.
"""

from IPython.display import Audio, Code, FileLink, IFrame, YouTubeVideo

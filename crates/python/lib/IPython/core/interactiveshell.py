"""`InteractiveShell`, of which notebooks set `ast_node_interactivity`."""

from IPython._shell import InteractiveShell

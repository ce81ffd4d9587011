"""`matplotlib_inline`, of which notebooks import `backend_inline`."""

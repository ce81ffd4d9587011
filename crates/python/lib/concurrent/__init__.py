"""`concurrent.futures`, where tasks run one after the other."""

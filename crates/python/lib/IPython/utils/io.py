"""The older place of `capture_output`."""

from IPython.utils.capture import CapturedIO, capture_output

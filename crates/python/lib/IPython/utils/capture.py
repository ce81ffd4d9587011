"""`capture_output`: what a `with` of it prints and shows is kept."""

from _kindling_captured import Capture as capture_output
from _kindling_captured import CapturedIO

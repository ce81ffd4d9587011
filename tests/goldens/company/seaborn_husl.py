"""Colours round the circle that look equally light."""
import seaborn as sns, numpy as np
print(repr(np.round(sns.color_palette("husl", 5), 6)))
print(repr(np.round(sns.color_palette("husl"), 6)))
print(repr(sns.color_palette("husl", 3).as_hex()))
print(repr(np.round(sns.color_palette("hls", 3), 6)))
sns.set_palette("husl")
print(repr(np.round(sns.husl_palette(4), 6)))
print(repr(np.round(sns.husl_palette(4, l=.4), 6)))

"""Counting words, as one does before a language model."""

import time

text = "the quick brown fox jumps over the lazy dog and the dog sleeps while the fox runs on " * 6000

began = time.perf_counter()
counts = {}
for word in text.split():
    word = word.strip(".,!?").lower()
    if word in counts:
        counts[word] += 1
    else:
        counts[word] = 1
most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:3]
print(time.perf_counter() - began, most[0][1])

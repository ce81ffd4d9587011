"""Objects and their methods."""

import time


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)

    def length(self):
        return self.x * self.x + self.y * self.y


began = time.perf_counter()
point, far = Point(0, 0), 0
for i in range(150_000):
    point = point.moved(i % 3 - 1, i % 5 - 2)
    if point.length() > 1:
        far += 1
print(time.perf_counter() - began, far)

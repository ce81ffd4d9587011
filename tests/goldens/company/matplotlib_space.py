import matplotlib.pyplot as plt
import numpy as np
import torch
from mpl_toolkits.mplot3d import Axes3D

x = np.linspace(-2, 2, 30)
X, Y = np.meshgrid(x, x)
Z = X**2 + Y**2
fig = plt.figure(figsize=(6, 4))
ax = fig.add_subplot(111, projection="3d")
print(ax.name, isinstance(ax, Axes3D))
ax.plot_surface(X, Y, Z, cmap="viridis", alpha=0.8, rstride=1, cstride=1, edgecolor="none")
ax.scatter([1, 0], [1, 0], [2, 0], c="r", s=50, marker="o")
print(len(ax.plot([0, 1], [0, 1], [0, 2], "k--", lw=2, label="way")))
ax.set_xlabel("x")
print(ax.get_xlabel(), ax.set_zlabel("loss").get_text(), ax.get_zlabel(), ax.set_title("t").get_text())
ax.view_init(elev=45, azim=30)
print(ax.elev, ax.azim)
ax.legend()
ax.text(0, 0, 0, "here")
ax.contour(X, Y, Z, 10, offset=0, cmap="viridis")
ax.plot_wireframe(X, Y, Z, color="k")
print(ax.set_zlim(0, 8))
plt.close()
ax = plt.axes(projection="3d")
ax.plot3D([0, 1], [0, 1], [1, 2])
ax.contour3D(X, Y, Z, 5)
fig, axes = plt.subplots(1, 2, subplot_kw={"projection": "3d"})
points = axes[0].scatter3D(torch.arange(5), torch.arange(5), torch.arange(5), c=range(5), cmap="jet")
fig.colorbar(points, ax=axes[0])
print(len(axes), axes[1].name)
plt.close("all")

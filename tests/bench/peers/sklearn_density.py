"""Kernel density of scikit-learn: POINTS.bin (doubles, x y x y ...) OUT.bin BANDWIDTH MIN_X MIN_Y MAX_X MAX_Y COLUMNS ROWS. Epanechnikov,
at the middle of every cell; OUT.bin: per m2, the northern row first."""
import sys
import time

try:
    import numpy
    import sklearn
    from sklearn.neighbors import KernelDensity
except ImportError:
    print("peer=scikit-learn absent=python3-sklearn")
    sys.exit(0)

points = numpy.fromfile(sys.argv[1]).reshape(-1, 2)
bandwidth, min_x, min_y, max_x, max_y = map(float, sys.argv[3:8])
columns, rows = map(int, sys.argv[8:10])
xs = min_x + (numpy.arange(columns) + 0.5) * (max_x - min_x) / columns
ys = max_y - (numpy.arange(rows) + 0.5) * (max_y - min_y) / rows
cells = numpy.stack([a.ravel() for a in numpy.meshgrid(xs, ys)], axis=1)
start = time.perf_counter()
found = KernelDensity(kernel="epanechnikov", bandwidth=bandwidth, rtol=0, atol=0).fit(points).score_samples(cells)
seconds = time.perf_counter() - start
(numpy.exp(found) * len(points)).tofile(sys.argv[2])
print(f"peer=scikit-learn_{sklearn.__version__} seconds={seconds:.6f}")

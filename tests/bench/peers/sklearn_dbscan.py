"""DBSCAN of scikit-learn: POINTS.bin (doubles, x y x y ...) REACH CORE_SIZE [WEIGHTS.bin]."""
import sys
import time

try:
    import numpy
    import sklearn
    from sklearn.cluster import DBSCAN
except ImportError:
    print("peer=scikit-learn absent=python3-sklearn")
    sys.exit(0)

points = numpy.fromfile(sys.argv[1]).reshape(-1, 2)
weights = numpy.fromfile(sys.argv[4]) if len(sys.argv) > 4 else None
start = time.perf_counter()
labels = DBSCAN(eps=float(sys.argv[2]), min_samples=int(sys.argv[3])).fit(points, sample_weight=weights).labels_
seconds = time.perf_counter() - start
print(f"peer=scikit-learn_{sklearn.__version__} seconds={seconds:.6f} clusters={labels.max() + 1} noise={(labels < 0).sum()}")

"""QGIS's DBSCAN, file to file: POINTS.csv (x,y) OUT.csv REACH CORE_SIZE. What is timed opens the layer, clusters it and writes
the labels; QGIS's own start is not."""
import os
import sys
import time

from qgis_points import opened, version
import processing
from processing.core.Processing import Processing

source, out, reach, core_size = sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4])
Processing.initialize()
start = time.perf_counter()
found = processing.run(
    "native:dbscanclustering",
    {"INPUT": opened(source), "EPS": reach, "MIN_SIZE": core_size, "DBSCAN*": False, "FIELD_NAME": "cluster", "OUTPUT": out},
)
seconds = time.perf_counter() - start
print(f"peer=QGIS_{version} seconds={seconds:.6f} clusters={found['NUM_CLUSTERS']}", flush=True)
os._exit(0)

"""QGIS's DBSCAN, file to file: POINTS.csv (x,y) OUT.csv REACH CORE_SIZE. What is timed opens the layer, clusters it and writes
the labels; QGIS's own start is not."""
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append("/usr/share/qgis/python/plugins")
try:
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import Qgis, QgsApplication, QgsVectorLayer
except ImportError:
    print("peer=QGIS absent=python3-qgis")
    sys.exit(0)

source, out, reach, core_size = sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4])
application = QgsApplication([], False)
application.initQgis()
import processing  # noqa: E402
from processing.core.Processing import Processing  # noqa: E402

Processing.initialize()
application.processingRegistry().addProvider(QgsNativeAlgorithms())
start = time.perf_counter()
layer = QgsVectorLayer(f"file://{source}?delimiter=,&xField=x&yField=y&crs=EPSG:28992&spatialIndex=no", "points", "delimitedtext")
if not layer.isValid():
    sys.exit("QGIS cannot open " + source)
found = processing.run(
    "native:dbscanclustering",
    {"INPUT": layer, "EPS": reach, "MIN_SIZE": core_size, "DBSCAN*": False, "FIELD_NAME": "cluster", "OUTPUT": out},
)
seconds = time.perf_counter() - start
version = Qgis.QGIS_VERSION.split("-")[0]
print(f"peer=QGIS_{version} seconds={seconds:.6f} clusters={found['NUM_CLUSTERS']}", flush=True)
os._exit(0)

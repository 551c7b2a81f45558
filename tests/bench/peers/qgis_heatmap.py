"""QGIS's heatmap, file to file: POINTS (.gpkg or .csv with x,y) OUT.tif RADIUS CELL. What is timed opens the layer, runs the
kernel (quartic, raw) and writes the raster; QGIS's own start is not."""
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
try:
    from qgis.analysis import QgsKernelDensityEstimation
    from qgis.core import Qgis, QgsApplication, QgsVectorLayer
except ImportError:
    print("peer=QGIS absent=python3-qgis")
    sys.exit(0)

source, out, radius, cell = sys.argv[1], sys.argv[2], float(sys.argv[3]), float(sys.argv[4])
application = QgsApplication([], False)
application.initQgis()
start = time.perf_counter()
if source.endswith(".csv"):
    layer = QgsVectorLayer(f"file://{source}?delimiter=,&xField=x&yField=y&crs=EPSG:28992&spatialIndex=no", "points", "delimitedtext")
else:
    layer = QgsVectorLayer(source, "points", "ogr")
if not layer.isValid():
    sys.exit("QGIS cannot open " + source)
parameters = QgsKernelDensityEstimation.Parameters()
parameters.source = layer
parameters.radius = radius
parameters.pixelSize = cell
parameters.shape = QgsKernelDensityEstimation.KernelQuartic
parameters.outputValues = QgsKernelDensityEstimation.OutputRaw
result = QgsKernelDensityEstimation(parameters, out, "GTiff").run()
seconds = time.perf_counter() - start
if result != QgsKernelDensityEstimation.Success:
    sys.exit(f"QGIS gave {result}")
version = Qgis.QGIS_VERSION.split("-")[0]
print(f"peer=QGIS_{version}_heatmap seconds={seconds:.6f}", flush=True)
os._exit(0)

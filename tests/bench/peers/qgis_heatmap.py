"""QGIS's heatmap, file to file: POINTS (.gpkg or .csv with x,y) OUT.tif RADIUS CELL. What is timed opens the layer, runs the
kernel (quartic, raw) and writes the raster; QGIS's own start is not."""
import os
import sys
import time

from qgis_points import opened, version
from qgis.analysis import QgsKernelDensityEstimation

source, out, radius, cell = sys.argv[1], sys.argv[2], float(sys.argv[3]), float(sys.argv[4])
start = time.perf_counter()
layer = opened(source)  # the parameters do not keep it
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
print(f"peer=QGIS_{version}_heatmap seconds={seconds:.6f}", flush=True)
os._exit(0)

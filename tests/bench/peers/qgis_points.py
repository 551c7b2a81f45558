"""What the peers of QGIS have in common: its start, and a file of points as a layer."""
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append("/usr/share/qgis/python/plugins")
try:
    from qgis.core import Qgis, QgsApplication, QgsVectorLayer
except ImportError:
    print("peer=QGIS absent=python3-qgis")
    sys.exit(0)

version = Qgis.QGIS_VERSION.split("-")[0]
application = QgsApplication([], False)
application.initQgis()


def opened(source):
    """POINTS: a .gpkg, or a .csv with x,y."""
    if source.endswith(".csv"):
        layer = QgsVectorLayer(f"file://{source}?delimiter=,&xField=x&yField=y&crs=EPSG:28992&spatialIndex=no", "points", "delimitedtext")
    else:
        layer = QgsVectorLayer(source, "points", "ogr")
    if not layer.isValid():
        sys.exit("QGIS cannot open " + source)
    return layer

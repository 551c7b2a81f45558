"""Opens exported layers and QGIS projects as a user would, and tells what QGIS made of them.

    check_qgis_layers.py OUT_FOLDER WHAT...

WHAT is a layer file, or a project: a .qgz, or geopackage:FILE?projectName=NAME. Prints one line of JSON; draws each into OUT_FOLDER.
"""
import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

# What the looks use (src/output/looks.cpp), to be found again in the pictures.
SURFACE_COLOURS = {0xDBE5F5, 0xB0C6E8, 0x7A9DD3, 0x4570B4, 0x1F3A6E}
KNOWN_COLOURS = SURFACE_COLOURS | {
    0xD55E00, 0xE69F00, 0x8A8F98, 0x0072B2, 0x009E73, 0x56B4E9, 0xCC79A7, 0x33348E, 0x8D95A3, 0xF0E442, 0x1F3A6E, 0x783706, 0xF3C9AE,
}


def of_raster(layer):
    """What a grid holds: its frame, the value at the middle of every cell of a sample, its classes."""
    provider = layer.dataProvider()
    extent = layer.extent()
    step_x, step_y = layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY()
    values = []
    for row in range(0, layer.height(), 7):
        for column in range(0, layer.width(), 7):
            middle = QgsPointXY(extent.xMinimum() + (column + 0.5) * step_x, extent.yMaximum() - (row + 0.5) * step_y)
            value, is_known = provider.sample(middle, 1)
            values.append([column, row, value if is_known else None])
    renderer = layer.renderer()
    items = renderer.shader().rasterShaderFunction().colorRampItemList() if renderer.type() == "singlebandpseudocolor" else []
    return {
        "valid": True,
        "kind": "raster",
        "name": layer.name(),
        "crs": layer.crs().authid(),
        "size": [layer.width(), layer.height()],
        "extent": [extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()],
        "band": layer.bandName(1),
        "no_data": provider.sourceNoDataValue(1) if provider.sourceHasNoDataValue(1) else None,
        "values": values,
        "renderer": renderer.type(),
        "classes": [[item.label, item.color.name()] for item in items],
    }


def of_layer(layer):
    if not layer.isValid():
        return {"valid": False}
    if isinstance(layer, QgsRasterLayer):
        return of_raster(layer)
    renderer = layer.renderer()
    report = {
        "valid": True,
        "name": layer.name(),
        "crs": layer.crs().authid(),
        "features": layer.featureCount(),
        "geometry": layer.geometryType(),
        "fields": [field.name() for field in layer.fields()],
        "aliases": {field.name(): layer.attributeAlias(index) for index, field in enumerate(layer.fields())},
        "value_maps": sorted(
            field.name() for index, field in enumerate(layer.fields()) if layer.editorWidgetSetup(index).type() == "ValueMap"
        ),
        "renderer": renderer.type() if renderer is not None else "",
        "categories": [],
        "labels": layer.labelsEnabled() and layer.labeling() is not None,
    }
    if report["renderer"] == "categorizedSymbol":
        report["attribute"] = renderer.classAttribute()
        report["categories"] = [str(category.value()) for category in renderer.categories()]
    if report["renderer"] == "graduatedSymbol":
        report["attribute"] = renderer.classAttribute()
        report["ranges"] = [[r.lowerValue(), r.upperValue()] for r in renderer.ranges()]
    return report


def draw(layers, extent, crs, path):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setOutputSize(QSize(1200, 900))
    settings.setOutputDpi(96)
    settings.setBackgroundColor(QColor("white"))
    settings.setDestinationCrs(crs)
    settings.setExtent(extent)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.globalScope())
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(path)
    white = QColor("white").rgb()
    drawn = sum(1 for x in range(0, 1200, 3) for y in range(0, 900, 3) if image.pixel(x, y) != white)
    colours = {image.pixel(x, y) & 0xFFFFFF for x in range(1200) for y in range(900)}
    return {
        "drawn": drawn / (400 * 300),
        "colours": sorted(f"#{colour:06x}" for colour in colours & KNOWN_COLOURS),
        "errors": [error.message for error in job.errors()],
    }


def judged_raster(path, picture):
    layer = QgsRasterLayer(path, os.path.basename(path), "gdal")
    report = of_layer(layer)
    if report["valid"]:
        layer.renderer().setOpacity(1)  # so that the colours of the classes are found again
        report["map"] = draw([layer], layer.extent(), layer.crs(), picture)
    return report


def judged_layer(path, picture):
    if path.endswith(".tif"):
        return judged_raster(path, picture)
    layer = QgsVectorLayer(path, os.path.basename(path), "ogr")
    report = of_layer(layer)
    if report["valid"]:
        extent = QgsRectangle(layer.extent())
        extent.scale(1.1)
        # Close enough for what is drawn from 1:50,000 on.
        if layer.hasScaleBasedVisibility():
            middle = next(f for f in layer.getFeatures() if f.hasGeometry()).geometry().asPoint()
            near = 0.02 if layer.crs().isGeographic() else 1200
            extent = QgsRectangle(middle.x() - near, middle.y() - near, middle.x() + near, middle.y() + near)
        report["map"] = draw([layer], extent, layer.crs(), picture)
    return report


def judged_project(name, picture):
    project = QgsProject.instance()
    project.clear()
    is_read = project.read(name)
    root = project.layerTreeRoot()
    extent = project.viewSettings().defaultViewExtent()
    report = {
        "read": is_read,
        "title": project.title(),
        "crs": project.crs().authid(),
        "groups": {
            group.name(): [node.name() for node in group.findLayers()] for group in root.children() if hasattr(group, "findLayers")
        },
        "hidden": sorted(node.layerId() for node in root.findLayers() if not node.isVisible()),
        "layers": {layer.id(): of_layer(layer) for layer in project.mapLayers().values()},
        "shown": [layer.id() for layer in root.layerOrder() if root.findLayer(layer.id()).isVisible()],
        "order": [layer.id() for layer in root.layerOrder()],
        "sources": sorted(layer.source() for layer in project.mapLayers().values()),
        "extent": [extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()],
    }
    shown = [layer for layer in root.layerOrder() if root.findLayer(layer.id()).isVisible()]
    report["map"] = draw(shown, extent, project.crs(), picture)
    return report


def main():
    folder, names = sys.argv[1], sys.argv[2:]
    application = QgsApplication([], False)
    application.initQgis()
    report = {}
    for name in names:
        is_project = name.endswith(".qgz") or name.startswith("geopackage:")
        picture = os.path.join(folder, f"map-{len(report)}.png")
        report[name] = (judged_project if is_project else judged_layer)(name, picture)
    print(json.dumps(report), flush=True)
    # QGIS's own tear-down of the bindings is no part of the judgement.
    os._exit(0)


main()

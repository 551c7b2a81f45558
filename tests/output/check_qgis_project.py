"""Opens a project in QGIS as a user would, and tells what QGIS made of it.

    check_qgis_project.py PROJECT.gpkg OUT_FOLDER

Prints one line of JSON: per layer what QGIS read from the style, and per map the share of its pixels that is not the background.
"""
import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    Qgis,
    QgsApplication,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

DRAWN_FROM_BELOW = [
    "municipalities", "roads", "stretches", "schools", "accidents", "complaints", "measurements", "hotspots", "checks",
]
# Off at first in a project; drawn here on a map of their own.
SWITCHED_ON = ["municipalities", "cells", "roads", "network_density", "stretches"]


def layer_report(project, name):
    layer = QgsVectorLayer(f"{project}|layername={name}", name, "ogr")
    if not layer.isValid():
        return None, {"valid": False}
    # What the constructor does when a user opens the file; here asked for again, for its own answer.
    _, has_default = layer.loadDefaultStyle()
    renderer = layer.renderer()
    fields = {field.name(): index for index, field in enumerate(layer.fields())}
    symbols = renderer.symbols(QgsRenderContext())
    report = {
        "valid": True,
        "crs": layer.crs().authid(),
        "features": layer.featureCount(),
        "default_style": bool(has_default),
        "styles": layer.listStylesInDatabase()[0],
        "renderer": renderer.type(),
        "categories": [str(c.value()) for c in renderer.categories()] if renderer.type() == "categorizedSymbol" else [],
        "ranges": (
            [[r.lowerValue(), r.upperValue(), r.label()] for r in renderer.ranges()]
            if renderer.type() == "graduatedSymbol"
            else []
        ),
        "widths": [symbol.symbolLayer(0).width() for symbol in symbols if hasattr(symbol.symbolLayer(0), "width")],
        "shapes": [symbol.symbolLayer(0).properties().get("name", "") for symbol in symbols],
        "symbol_layers": [symbol.symbolLayerCount() for symbol in symbols],
        "labels": layer.labelsEnabled() and layer.labeling() is not None,
        "aliases": {name: layer.attributeAlias(index) for name, index in fields.items()},
        "value_maps": sorted(n for n, i in fields.items() if layer.editorWidgetSetup(i).type() == "ValueMap"),
        "scale_from": layer.minimumScale() if layer.hasScaleBasedVisibility() else 0,
    }
    if report["labels"]:
        settings = layer.labeling().settings()
        expression = settings.getLabelExpression()
        expression.prepare(layer.createExpressionContext())
        context = layer.createExpressionContext()
        texts = []
        for feature in layer.getFeatures():
            context.setFeature(feature)
            texts.append(expression.evaluate(context))
            if expression.hasEvalError():
                report["label_error"] = expression.evalErrorString()
            if len(texts) == 3:
                break
        report["label_texts"] = [str(text) for text in texts]
        report["label_size"] = settings.format().size()
    return layer, report


def draw(layers, extent, path):
    settings = QgsMapSettings()
    settings.setLayers(list(reversed(layers)))
    settings.setOutputSize(QSize(1200, 900))
    settings.setOutputDpi(96)
    settings.setBackgroundColor(QColor("white"))
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(extent)
    # As the map window does: labels ask for @map_scale.
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.globalScope())
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(path)
    background = QColor("white").rgb()
    drawn = sum(1 for x in range(0, 1200, 3) for y in range(0, 900, 3) if image.pixel(x, y) != background)
    colours = {image.pixel(x, y) & 0xFFFFFF for x in range(0, 1200, 2) for y in range(0, 900, 2)}
    return {
        "scale": round(settings.scale()),
        "drawn": drawn / (400 * 300),
        "colours": sorted(f"#{colour:06x}" for colour in colours if colour in KNOWN_COLOURS),
        "labels": len(job.takeLabelingResults().allLabels()),
        "errors": [error.message for error in job.errors()],
    }


KNOWN_COLOURS = {
    0xD55E00, 0xE69F00, 0x8A8F98, 0x0072B2, 0x009E73, 0x56B4E9, 0xCC79A7, 0x33348E, 0xF0E442, 0x1F3A6E, 0xD07A2A, 0xB95F12,
    0x9A4A0A, 0x783706, 0x4F2303, 0xF3C9AE, 0xE3A177, 0xFAEADF,
}


def main():
    project, folder = sys.argv[1:3]
    application = QgsApplication([], False)
    application.initQgis()
    layers, by_name, report = [], {}, {"qgis": Qgis.QGIS_VERSION, "layers": {}, "maps": {}}
    for name in DRAWN_FROM_BELOW + [name for name in SWITCHED_ON if name not in DRAWN_FROM_BELOW]:
        layer, told = layer_report(project, name)
        report["layers"][name] = told
        if layer is not None:
            by_name[name] = layer
    layers = [by_name[name] for name in DRAWN_FROM_BELOW if name in by_name]
    whole = layers[0].extent()
    whole.scale(1.05)
    report["maps"]["region"] = draw(layers, whole, os.path.join(folder, "region.png"))
    # Around the first place, close enough for accidents, complaints and names.
    first = next(by_name["hotspots"].getFeatures()).geometry().asPoint()
    near = QgsRectangle(first.x() - 2400, first.y() - 1800, first.x() + 2400, first.y() + 1800)
    report["maps"]["street"] = draw(layers, near, os.path.join(folder, "street.png"))
    switched_on = [by_name[name] for name in SWITCHED_ON if name in by_name]
    report["maps"]["findings"] = draw(switched_on, whole, os.path.join(folder, "findings.png"))
    print(json.dumps(report), flush=True)
    # QGIS's own tear-down of the bindings is no part of the judgement.
    os._exit(0)


main()

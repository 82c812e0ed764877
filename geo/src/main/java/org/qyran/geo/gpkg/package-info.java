/**
 * Writes a survey as one GeoPackage (OGC 12-128r17, version 1.3) that QGIS opens drawn and
 * labelled.
 *
 * <p>In comes a {@link org.qyran.geo.survey.SurveyResult}; out goes a file with the layers targets,
 * detections, coverage and footprints, each with its spatial index and its style. The same survey
 * gives the same bytes: nothing in the file depends on when it was written. Start with {@link
 * org.qyran.geo.gpkg.GeoPackageWriter}.
 *
 * <p>Properties are decided in {@code geo.layer}; never add a column here.
 */
@NullMarked
package org.qyran.geo.gpkg;

import org.jspecify.annotations.NullMarked;

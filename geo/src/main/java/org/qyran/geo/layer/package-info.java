/**
 * The layers of a survey's files: which properties a feature has, in which order, and its shape.
 *
 * <p>In comes a {@link org.qyran.geo.survey.SurveyResult}; out go {@link org.qyran.geo.layer.Layer
 * layers} that the GeoJSON and the GeoPackage writer both write, so that the two never differ.
 * Start with {@link org.qyran.geo.layer.SurveyLayers}.
 *
 * <p>A property here is a promise to whoever reads the files: names are never changed, and one that
 * has no value is null and not left out. {@link org.qyran.geo.layer.MapShape} is where x becomes
 * longitude.
 */
@NullMarked
package org.qyran.geo.layer;

import org.jspecify.annotations.NullMarked;

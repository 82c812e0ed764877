/**
 * What a survey came to, as the files for a GIS and the map page want it.
 *
 * <p>In come the records of the last rooms; nothing goes out but those same records, together.
 * Start with {@link org.qyran.geo.survey.SurveyResult}. {@link org.qyran.geo.survey.WholeFile} is
 * how all result files get their place. Nothing here knows a file format.
 */
@NullMarked
package org.qyran.geo.survey;

import org.jspecify.annotations.NullMarked;

/**
 * What stands together with what: a hidden laboratory's camp, and the lawful places that look like
 * one from above. Comes in: materials, a relief, a place, a heading and chance; goes out: a {@link
 * org.qyran.sampledata.site.Site}, whose structures are a layer of a country and rows of the truth.
 *
 * <p>Start with {@link org.qyran.sampledata.site.LaboratoryCamp} and {@link
 * org.qyran.sampledata.site.LawfulSite}. How a single thing looks is the concern of {@code
 * structure}.
 */
@NullMarked
package org.qyran.sampledata.site;

import org.jspecify.annotations.NullMarked;

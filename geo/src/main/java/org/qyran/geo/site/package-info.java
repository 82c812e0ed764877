/**
 * Brings targets together that stand close to each other and say different things: a structure, and
 * waste, heat, a track that ends at it, or plants beside it, are one place worth a look.
 *
 * <p>In come the targets of a survey, out come the same targets, members of a site with evidence
 * that says so and a higher score. Start with {@link org.qyran.geo.site.SiteFinder}. Never put
 * here: anything that makes, moves or drops a target, or that says what a site is used for.
 */
@NullMarked
package org.qyran.geo.site;

import org.jspecify.annotations.NullMarked;

/**
 * Where the sun stood: how light fell on what a frame saw.
 *
 * <p>In come an instant and a place; out goes an angle. The library that knows the way of the sun
 * is called from here and nowhere else. Start with {@link org.qyran.geo.sun.Sun}. Nothing here
 * knows about terrain, so a mountain's shadow is nobody's business here.
 */
@NullMarked
package org.qyran.geo.sun;

import org.jspecify.annotations.NullMarked;

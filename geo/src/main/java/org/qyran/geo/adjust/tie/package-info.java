/**
 * Which frames to compare, and which of the things they seem to show alike are the same.
 *
 * <p>In come the places where frames look and candidates of two frames laid on the ground; out come
 * pairs worth comparing and ties that agree, some of them held back to judge a fit by. Nothing here
 * knows a pose: start with {@link org.qyran.geo.adjust.tie.GroundAgreement}.
 */
@NullMarked
package org.qyran.geo.adjust.tie;

import org.jspecify.annotations.NullMarked;

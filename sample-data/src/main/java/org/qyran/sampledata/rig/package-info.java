/**
 * Cameras under an aircraft: each takes a shot of a country and names the files that its real
 * counterpart would have left on the card. Comes in: a shot and a photographer; goes out: files by
 * name. Start with {@link org.qyran.sampledata.rig.Rig}. What the product makes of the files must
 * never be known here.
 */
@NullMarked
package org.qyran.sampledata.rig;

import org.jspecify.annotations.NullMarked;

/**
 * Every room's settings, read from one properties file. Comes in: a file and {@code key=value}
 * overrides; goes out: the settings records that the rooms declare, or all mistakes at once. Start
 * with {@link org.qyran.jobs.settings.Settings}. No setting is declared here: a key exists because
 * a room's record has a component of that name.
 */
@NullMarked
package org.qyran.jobs.settings;

import org.jspecify.annotations.NullMarked;

/**
 * The command line: one small class per command, each a few lines over a room. Comes in: words and
 * paths; goes out: an exit code, and text for a person. Start with {@link org.qyran.app.Qyran}.
 * Only here does the program print, and know what time it is.
 */
@NullMarked
package org.qyran.app;

import org.jspecify.annotations.NullMarked;

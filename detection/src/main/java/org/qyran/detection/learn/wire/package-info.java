/** Model files: JSON, one file a model, written by {@code qyran train}. */
@NullMarked
package org.qyran.detection.learn.wire;

import org.jspecify.annotations.NullMarked;

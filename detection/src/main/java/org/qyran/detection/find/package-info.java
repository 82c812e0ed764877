/**
 * What every detector is: a prepared picture in, findings out.
 *
 * <p>Start with {@link org.qyran.detection.find.Detector}. Detectors that are ruled by hand, learnt
 * or run from a model file look the same from outside and pass the same suite of tests. Nothing
 * here opens a file or knows where the frame was taken.
 */
@NullMarked
package org.qyran.detection.find;

import org.jspecify.annotations.NullMarked;

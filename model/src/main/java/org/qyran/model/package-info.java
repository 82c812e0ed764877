/**
 * The words of a survey: what was flown, what was photographed, what was found, and where.
 *
 * <p>Everything here is an immutable record that checks itself when it is built, so no room further
 * down the house checks it again. Nothing here reads a file, logs, or computes geometry, and
 * nothing here depends on anything but the JDK. Image positions are in pixels from the top-left
 * corner of the top-left pixel, x to the right and y down. Ground positions are WGS 84. Every
 * number carries its unit in its name.
 *
 * <p>Start with {@link org.qyran.model.Frame}; everything else is either part of one or made from
 * one. The words are explained in {@code docs/DICTIONARY.md}; axes and signs in {@code
 * docs/CONVENTIONS.md}.
 */
@NullMarked
package org.qyran.model;

import org.jspecify.annotations.NullMarked;

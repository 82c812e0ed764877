package org.qyran.jobs.step;

import org.qyran.detection.match.FrameFeatures;
import org.qyran.model.Frame;

/**
 * A frame and what can be recognised of it.
 *
 * @param frame the frame
 * @param features of its picture; none where nobody will compare it
 */
public record DescribedFrame(Frame frame, FrameFeatures features) {}

package org.qyran.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU seconds of this process, all its threads together, so that other programs do not count. */
final class CpuClock {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private long began = SYSTEM.getProcessCpuTime();

  /** CPU seconds since the last lap, or since this was built. */
  double lapSeconds() {
    long now = SYSTEM.getProcessCpuTime();
    double seconds = (now - began) / 1e9;
    began = now;
    return seconds;
  }
}

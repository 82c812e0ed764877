package org.qyran.jobs;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.qyran.jobs.report.Progress;
import org.qyran.jobs.step.Room;

/** A job under way: tells its progress, and waits for its end. */
final class RunningJob {

  private static final long LOOK_EVERY_MILLIS = 500;

  private final JobClient client;

  RunningJob(JobClient client) {
    this.client = client;
  }

  /** Waits for the end; returns what the doors counted. */
  Map<String, Object> await(Progress progress, long files) {
    CompletableFuture<JobExecutionResult> end = client.getJobExecutionResult();
    while (true) {
      try {
        return end.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS).getAllAccumulatorResults();
      } catch (TimeoutException notYet) {
        tell(progress, files);
      } catch (ExecutionException e) {
        throw new IllegalStateException("the run failed: " + rootMessage(e), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        CompletableFuture<Void> unused = client.cancel(); // whoever interrupts does not wait for it
        throw new IllegalStateException("the run was interrupted", e);
      }
    }
  }

  private void tell(Progress progress, long files) {
    try {
      Map<String, Object> counts = client.getAccumulators().get(5, TimeUnit.SECONDS);
      Object paired = counts.get(Room.PAIR.title() + ".out");
      Object inspected = counts.get(Room.DETECT.title() + ".in");
      if (paired instanceof Long frames && frames > 0 && inspected instanceof Long done) {
        progress.at("frames looked at", done, frames);
      } else if (counts.get(Room.READ.title() + ".in") instanceof Long read) {
        progress.at("files read", read, files);
      }
    } catch (ExecutionException | TimeoutException | IllegalStateException unavailable) {
      // The job is just starting, or just over and its cluster gone; the next look will tell.
      progress.at("starting", 0, files);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last cause says what happened; those before it say only through which door. */
  private static String rootMessage(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}

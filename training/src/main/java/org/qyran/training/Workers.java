package org.qyran.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works on several surveys at once.
 *
 * @param count of surveys at a time
 */
record Workers(int count) {

  /**
   * Does every task.
   *
   * @return answers in the order of the tasks, whoever was ready first
   * @throws IOException when a task fails; the others are stopped
   */
  <T> List<T> all(List<Callable<T>> tasks) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(count);
    try {
      List<Future<T>> started = new ArrayList<>();
      tasks.forEach(task -> started.add(pool.submit(task)));
      List<T> answers = new ArrayList<>();
      for (Future<T> one : started) {
        answers.add(one.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new IOException("a survey could not be worked on: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", e);
    } finally {
      pool.shutdownNow();
    }
  }
}

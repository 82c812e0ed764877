package org.qyran.model;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A value, or why there is none. Lives between methods; streams carry the two sides apart.
 *
 * @param <T> the value
 */
public sealed interface Outcome<T> {

  /** Hands the value to one side or the issue to the other. */
  void split(Consumer<? super T> found, Consumer<FrameIssue> rejected);

  /** Goes on with the value; an issue passes through. */
  <R> Outcome<R> then(Function<? super T, Outcome<R>> next);

  /** The value, where there is one. */
  Optional<T> find();

  /** The issue, where there is no value. */
  Optional<FrameIssue> findIssue();

  static <T> Outcome<T> found(T value) {
    return new Found<>(value);
  }

  static <T> Outcome<T> rejected(FrameIssue issue) {
    return new Rejected<>(issue);
  }

  /** A value. */
  record Found<T>(T value) implements Outcome<T> {

    @Override
    public void split(Consumer<? super T> found, Consumer<FrameIssue> rejected) {
      found.accept(value);
    }

    @Override
    public <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
      return next.apply(value);
    }

    @Override
    public Optional<T> find() {
      return Optional.of(value);
    }

    @Override
    public Optional<FrameIssue> findIssue() {
      return Optional.empty();
    }
  }

  /** No value, and why. */
  record Rejected<T>(FrameIssue issue) implements Outcome<T> {

    @Override
    public void split(Consumer<? super T> found, Consumer<FrameIssue> rejected) {
      rejected.accept(issue);
    }

    @Override
    public <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
      return new Rejected<>(issue);
    }

    @Override
    public Optional<T> find() {
      return Optional.empty();
    }

    @Override
    public Optional<FrameIssue> findIssue() {
      return Optional.of(issue);
    }
  }
}

package org.qyran.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The program. Exit 0: done; 1: something was refused and {@code --strict} was given; 2: bad input.
 */
@Command(
    name = "qyran",
    mixinStandardHelpOptions = true,
    version = "qyran 0.1.0",
    description = "Drone and aircraft surveys in, georeferenced polygons worth a second look out.",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      LocateCommand.class,
      EvaluateCommand.class,
      InspectCommand.class,
      SimulateCommand.class,
      TrainCommand.class,
      SendCommand.class,
      BenchCommand.class
    },
    footer = {"", "Also: qyran test (sets up what the tests need and runs all of them)."})
public final class Qyran {

  static final int REFUSED = 1;
  static final int BAD_INPUT = 2;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error came from.")
  private boolean debug;

  private Qyran() {}

  /** Runs one command and leaves with its exit code. */
  public static void main(String[] args) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(execute(out, err, args));
  }

  static int execute(PrintWriter out, PrintWriter err, String... args) {
    Qyran qyran = new Qyran();
    CommandLine line = new CommandLine(qyran);
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler(qyran::explain);
    line.setParameterExceptionHandler(Qyran::explainUsage);
    return line.execute(args);
  }

  /** One clear sentence; never a stack trace unless asked for. */
  private int explain(Exception e, CommandLine line, ParseResult parsed) {
    line.getErr().println("qyran: " + sentence(e));
    if (debug) {
      e.printStackTrace(line.getErr());
    }
    return BAD_INPUT;
  }

  private static int explainUsage(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    line.getErr().println("qyran: " + e.getMessage());
    line.getErr().printf("Try '%s --help'.%n", line.getCommandSpec().qualifiedName());
    return BAD_INPUT;
  }

  private static String sentence(Exception e) {
    Throwable told = e;
    if (e instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
      told = wrapped.getCause();
    }
    String message = told.getMessage() == null ? told.toString() : told.getMessage();
    return told instanceof IOException && !message.contains(" ")
        ? "cannot read or write " + message
        : message;
  }
}

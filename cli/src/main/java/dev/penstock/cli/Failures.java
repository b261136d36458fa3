package dev.penstock.cli;

import dev.penstock.cli.demo.DemoException;
import dev.penstock.client.PenstockException;
import dev.penstock.contract.UnreadableJson;
import dev.penstock.server.StartException;
import dev.penstock.server.config.SettingsException;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Tells what went wrong in a line or two, never as a stack trace (but with `PENSTOCK_DEBUG=1`).
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Surroundings surroundings;

    Failures(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        return wrongUsage(String.valueOf(e.getMessage()), e.getCommandLine());
    }

    @Override
    public int handleExecutionException(
            Exception e, CommandLine commandLine, ParseResult parseResult) {
        return e instanceof UsageException || e instanceof ParameterException
                ? wrongUsage(String.valueOf(e.getMessage()), commandLine)
                : tell(e);
    }

    private int wrongUsage(String message, CommandLine commandLine) {
        surroundings.err().println("penstock: " + message);
        surroundings
                .err()
                .println(
                        "Try '%s --help'.".formatted(commandLine.getCommandSpec().qualifiedName()));
        return ExitStatus.WRONG_USAGE;
    }

    /// One failure, on standard error.
    int tell(Exception e) {
        PrintStream err = surroundings.err();
        err.println("penstock: " + message(e));
        if (e instanceof PenstockException known && !known.advice().isEmpty()) {
            err.println("  " + known.advice());
        }
        if (surroundings.variable("PENSTOCK_DEBUG").isPresent()) {
            e.printStackTrace(err);
        }
        return ExitStatus.FAILED;
    }

    static String message(Exception e) {
        return switch (e) {
            case PenstockException known -> String.valueOf(known.getMessage());
            case FailedException known -> String.valueOf(known.getMessage());
            case DemoException known -> String.valueOf(known.getMessage());
            case StartException known -> String.valueOf(known.getMessage());
            case SettingsException known ->
                    "the settings cannot be used:\n  " + String.join("\n  ", known.mistakes());
            case UnreadableJson unreadable ->
                    "the server's answer is not that of a Penstock service: "
                            + unreadable.getMessage();
            default ->
                    "something unforeseen happened (%s). PENSTOCK_DEBUG=1 shows where."
                            .formatted(e.getClass().getSimpleName());
        };
    }
}

package dev.penstock.cli;

import picocli.CommandLine.Option;

/// How progress is shown, on standard error.
final class ProgressOptions {
    private final Surroundings surroundings;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show no progress.")
    boolean quiet;

    ProgressOptions(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// @param title of what is being sent
    ProgressView view(String title) {
        if (quiet) {
            return ProgressView.hidden();
        }
        return surroundings.terminal()
                ? new ProgressBarView(title, surroundings)
                : new ProgressLinesView(title, surroundings.err());
    }
}

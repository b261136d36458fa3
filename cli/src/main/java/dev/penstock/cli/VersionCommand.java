package dev.penstock.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

@Command(name = "version", description = "Prints the version of Penstock and of Java.")
final class VersionCommand implements Callable<Integer>, IVersionProvider {
    private final Surroundings surroundings;

    VersionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public String[] getVersion() {
        var version =
                Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
                        .orElse("(not packaged)");
        return new String[] {
            "penstock " + version, "Java " + System.getProperty("java.version", "?")
        };
    }

    @Override
    public Integer call() {
        for (var line : getVersion()) {
            surroundings.out().println(line);
        }
        return ExitStatus.DONE;
    }
}

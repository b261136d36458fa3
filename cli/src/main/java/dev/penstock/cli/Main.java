package dev.penstock.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Entry of the program, and the list of its commands.
@Command(
        name = "penstock",
        description = "Brings files of any size into S3-compatible storage.",
        versionProvider = VersionCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            StorageCommand.class,
            UploadCommand.class,
            ResumeCommand.class,
            AbortCommand.class,
            LsCommand.class,
            OrgCommand.class,
            StoreCommand.class,
            LabelCommand.class,
            StatusCommand.class,
            FeatureCommand.class,
            IntakeCommand.class,
            TokenCommand.class,
            KeyCommand.class,
            VersionCommand.class
        },
        footer = {
            "",
            "Settings of the client: PENSTOCK_URL, PENSTOCK_TOKEN, PENSTOCK_INTAKE.",
            "Exit status: 0 done, 1 refused or failed, 2 wrong usage, 130 interrupted."
        })
public final class Main implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean versionAsked;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(Surroundings.ofProcess(), args));
    }

    /// Runs one command line.
    ///
    /// @return the exit status
    static int run(Surroundings surroundings, String... args) {
        var failures = new Failures(surroundings);
        var out = surroundings.out();
        var commandLine =
                new CommandLine(new Main(), new Commands(surroundings))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setUsageHelpAutoWidth(false)
                        .setOut(new PrintWriter(out, true, out.charset()))
                        .setExecutionExceptionHandler(failures)
                        .setParameterExceptionHandler(failures);
        addHelp(commandLine);
        return commandLine.execute(args);
    }

    /// Every command has `--help`.
    private static void addHelp(CommandLine commandLine) {
        commandLine
                .getCommandSpec()
                .addOption(
                        OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .description("Show this help.")
                                .build());
        commandLine.getSubcommands().values().forEach(Main::addHelp);
    }

    /// A command that has subcommands, alone.
    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "which command?");
    }

    /// Makes the commands, each with its surroundings.
    private record Commands(Surroundings surroundings) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (var constructor : type.getDeclaredConstructors()) {
                var parameters = constructor.getParameterTypes();
                if (parameters.length == 1 && parameters[0] == Surroundings.class) {
                    return type.cast(constructor.newInstance(surroundings));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}

package dev.penstock.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// `on` or `off`; an option of this type that stands alone means `on`.
enum Switch {
    ON,
    OFF;

    static Optional<Switch> parse(String text) {
        return Arrays.stream(values()).filter(s -> s.name().equalsIgnoreCase(text)).findFirst();
    }

    /// Takes the next word only when it is `on` or `off`, so that `--active acme/large-files` reads
    /// as two.
    static final class Consumer implements IParameterConsumer {
        @Override
        @SuppressWarnings("JdkObsolete") // picocli's signature
        public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
            var told = words.isEmpty() ? Optional.<Switch>empty() : parse(words.peek());
            if (told.isPresent()) {
                words.pop();
            }
            option.setValue(Optional.of(told.orElse(ON)));
        }
    }
}

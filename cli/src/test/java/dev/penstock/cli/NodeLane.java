package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Tests that Node runs, against this service where they need one: a lane of a folder's `build`.
///
/// @param test whose they are
/// @param project the folder in this repository that has the `build`
/// @param passed finds the number of tests that passed, in the first group
record NodeLane(Class<?> test, String project, Pattern passed) {
    /// Its names on the PATH.
    static final String[] CHROMIUM = {"chromium", "chromium-browser"};

    /// Runs a lane in an empty folder.
    ///
    /// @param atLeast tests that must have passed; fewer means that they were not found
    void run(Path folder, String lane, int atLeast, Duration patience) {
        Programs.require(test.getSimpleName(), "bash", "node", "npm");
        var build = Repository.root().resolve(project + "/build").toString();
        try (var run = Child.start(folder, variables(), List.of("bash", build, lane))) {
            int status = run.await(patience);
            System.out.println(run.out());
            if (status == 0 && run.out().contains(project + " SKIPPED")) {
                Programs.missing(test.getSimpleName(), "Node 20.19 with npm");
            }
            assertThat(status).as(run.toString()).isZero();
            assertThat(passed(run.out())).isGreaterThanOrEqualTo(atLeast);
        }
    }

    private static HashMap<String, String> variables() {
        var variables = new HashMap<String, String>();
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("PENSTOCK_CLASSPATH", System.getProperty("java.class.path"));
        variables.put("NO_COLOR", "1");
        Programs.find(CHROMIUM).ifPresent(path -> variables.put("CHROMIUM", path.toString()));
        Optional.ofNullable(System.getenv("PENSTOCK_CI"))
                .ifPresent(ci -> variables.put("PENSTOCK_CI", ci));
        return variables;
    }

    private int passed(String out) {
        return passed.matcher(out)
                .results()
                .map(MatchResult::group)
                .map(line -> passed.matcher(line).replaceFirst("$1"))
                .mapToInt(Integer::parseInt)
                .sum();
    }
}

package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.installation.InstallationRepository;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The contract of [InstallationRepository].
public abstract class InstallationRepositoryContract extends RepositoryContract {

    private InstallationRepository installation() {
        return repositories().installation();
    }

    @Test
    void a_value_is_entered_once() {
        String key = Samples.id().toString();
        assertThat(installation().find(key)).isEmpty();

        assertThat(installation().putIfAbsent(key, "one")).isEqualTo("one");
        assertThat(installation().putIfAbsent(key, "two")).isEqualTo("one");
        assertThat(installation().find(key)).contains("one");
    }

    @Test
    void many_that_enter_one_at_once_all_see_the_same() {
        String key = Samples.id().toString();

        List<String> seen = Race.among(RUNNERS, i -> installation().putIfAbsent(key, "v" + i));

        assertThat(seen).containsOnly(installation().find(key).orElseThrow());
    }
}

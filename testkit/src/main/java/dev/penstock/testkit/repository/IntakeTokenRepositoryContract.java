package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.access.IntakeToken;
import dev.penstock.core.access.IntakeTokenRepository;
import dev.penstock.core.access.TokenId;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.Saved;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The contract of [IntakeTokenRepository].
public abstract class IntakeTokenRepositoryContract extends RepositoryContract {

    private IntakeTokenRepository tokens() {
        return repositories().intakeTokens();
    }

    private IntakeToken savedToken(Intake intake) {
        IntakeToken token = Samples.token(intake);
        assertThat(tokens().insert(token)).isEqualTo(Saved.SAVED);
        return token;
    }

    @Test
    void one_is_found_by_its_hash() {
        IntakeToken token = savedToken(savedIntake());

        assertThat(tokens().find(token.hash())).contains(token);
        assertThat(tokens().find(Samples.hash())).isEmpty();
    }

    @Test
    void one_may_live_forever() {
        IntakeToken t = Samples.token(savedIntake());
        var endless =
                new IntakeToken(
                        t.id(),
                        t.intakeId(),
                        t.name(),
                        t.hash(),
                        Optional.empty(),
                        Optional.of(Samples.NOW),
                        t.createdOn());
        tokens().insert(endless);

        assertThat(tokens().find(endless.hash())).contains(endless);
    }

    @Test
    void one_of_no_intake_is_stale() {
        assertThat(tokens().insert(Samples.token(Samples.intake(savedStore()))))
                .isEqualTo(Saved.STALE);
    }

    @Test
    void the_last_use_is_noted_and_never_goes_back() {
        IntakeToken token = savedToken(savedIntake());

        tokens().touch(token.id(), Samples.NOW.plusSeconds(60));
        tokens().touch(token.id(), Samples.NOW.plusSeconds(30));

        assertThat(lastUse(token)).contains(Samples.NOW.plusSeconds(60));
    }

    @Test
    void the_use_of_one_that_is_gone_is_nothing() {
        tokens().touch(new TokenId(Samples.id()), Samples.NOW);
    }

    @Test
    void lists_are_of_one_intake_in_the_order_of_creation() {
        Intake intake = savedIntake();
        List<IntakeToken> made =
                List.of(savedToken(intake), savedToken(intake), savedToken(intake));
        savedToken(savedIntake());

        assertThat(walk(p -> tokens().list(intake.id(), p))).isEqualTo(made);
    }

    @Test
    void one_is_deleted_through_its_own_intake_only() {
        Intake intake = savedIntake();
        IntakeToken token = savedToken(intake);

        assertThat(tokens().delete(savedIntake().id(), token.id())).isFalse();
        assertThat(tokens().find(token.hash())).isPresent();
        assertThat(tokens().delete(intake.id(), token.id())).isTrue();
        assertThat(tokens().find(token.hash())).isEmpty();
        assertThat(tokens().delete(intake.id(), token.id())).isFalse();
    }

    private Optional<Instant> lastUse(IntakeToken token) {
        return tokens().find(token.hash()).orElseThrow().lastUsedOn();
    }
}

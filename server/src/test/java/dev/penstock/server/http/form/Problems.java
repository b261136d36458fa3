package dev.penstock.server.http.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import org.assertj.core.api.ThrowingConsumer;

/// What a caller would be told.
final class Problems {

    static ThrowingConsumer<Throwable> withCode(ProblemCode code) {
        return thrown -> {
            assertThat(thrown).isInstanceOf(ProblemException.class);
            assertThat(((ProblemException) thrown).problem().code()).isEqualTo(code);
        };
    }

    private Problems() {}
}

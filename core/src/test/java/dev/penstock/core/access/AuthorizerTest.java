package dev.penstock.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.problem.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorizerTest {
    private static final OrganizationId ACME = new OrganizationId(new UUID(2, 1));
    private static final OrganizationId OTHER = new OrganizationId(new UUID(2, 2));
    private static final IntakeId INTAKE = new IntakeId(new UUID(3, 1));
    private static final IntakeId OTHER_INTAKE = new IntakeId(new UUID(3, 2));

    @ParameterizedTest
    @EnumSource
    void permission_is_needed_in_the_very_organization(Permission needed) {
        for (Permission granted : Permission.values()) {
            boolean enough = granted == needed || granted == Permission.ADMIN;

            assertRequired(key(here(granted)), needed, enough ? Answer.YES : Answer.FORBIDDEN);
            assertRequired(
                    key(everywhere(granted)), needed, enough ? Answer.YES : Answer.FORBIDDEN);
            assertRequired(key(elsewhere(granted)), needed, Answer.NOT_FOUND);
        }
        assertRequired(key(), needed, Answer.NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource
    void all_permissions_but_one_are_not_that_one(Permission missing) {
        Set<Permission> others = EnumSet.allOf(Permission.class);
        others.remove(missing);
        others.remove(Permission.ADMIN);

        assertRequired(key(new Grant(Optional.of(ACME), others)), missing, Answer.FORBIDDEN);
    }

    @Test
    void grants_of_one_key_add_up_but_not_across_organizations() {
        ApiKey key =
                key(
                        here(Permission.STORE_READ),
                        here(Permission.STORE_UPLOAD),
                        elsewhere(Permission.ADMIN));

        assertRequired(key, Permission.STORE_READ, Answer.YES);
        assertRequired(key, Permission.STORE_UPLOAD, Answer.YES);
        assertRequired(key, Permission.STORE_DELETE, Answer.FORBIDDEN);
    }

    @Test
    void refusal_names_the_permission() {
        assertThat(
                        Refusal.of(() ->
                                        Authorizer.require(
                                                key(here(Permission.STORE_READ)),
                                                Permission.STORE_UPLOAD,
                                                ACME))
                                .detail())
                .contains("store:upload");
    }

    @ParameterizedTest
    @EnumSource
    void key_uploads_with_store_upload_alone(Permission granted) {
        boolean enough = granted == Permission.STORE_UPLOAD || granted == Permission.ADMIN;

        for (Grant grant : List.of(here(granted), everywhere(granted))) {
            assertUpload(
                    new Caller.WithKey(key(grant)),
                    enough ? Optional.empty() : Optional.of(ProblemCode.FORBIDDEN));
        }
        assertUpload(
                new Caller.WithKey(key(elsewhere(granted))),
                Optional.of(ProblemCode.INTAKE_NOT_FOUND));
    }

    @Test
    void token_uploads_to_its_own_intake_alone() {
        assertUpload(new Caller.WithToken(token(INTAKE)), Optional.empty());
        assertUpload(
                new Caller.WithToken(token(OTHER_INTAKE)),
                Optional.of(ProblemCode.TOKEN_OUT_OF_SCOPE));
    }

    @Test
    void token_cannot_tell_a_missing_intake_from_anothers() {
        var caller = new Caller.WithToken(token(OTHER_INTAKE));

        assertThat(Authorizer.missingIntake(caller).problem())
                .isEqualTo(Refusal.of(() -> Authorizer.requireUpload(caller, INTAKE, ACME)));
    }

    @Test
    void key_cannot_tell_a_missing_intake_from_one_of_an_organization_it_does_not_know() {
        var caller = new Caller.WithKey(key(elsewhere(Permission.ADMIN)));

        assertThat(Authorizer.missingIntake(caller).problem())
                .isEqualTo(Refusal.of(() -> Authorizer.requireUpload(caller, INTAKE, ACME)));
    }

    @Test
    void token_is_out_of_scope_everywhere_else() {
        ApiKey key = key(here(Permission.ADMIN));

        assertThat(Authorizer.requireKey(new Caller.WithKey(key))).isSameAs(key);
        assertThat(Refusal.codeOf(() -> Authorizer.requireKey(new Caller.WithToken(token(INTAKE)))))
                .isEqualTo(ProblemCode.TOKEN_OUT_OF_SCOPE);
    }

    @ParameterizedTest
    @EnumSource
    void only_an_administrator_of_all_organizations_administers_the_platform(Permission granted) {
        boolean administrator = granted == Permission.ADMIN;

        assertThat(key(everywhere(granted)).isPlatformAdministrator()).isEqualTo(administrator);
        for (Grant grant : List.of(here(granted), elsewhere(granted))) {
            assertThat(Refusal.codeOf(() -> Authorizer.requirePlatformAdministrator(key(grant))))
                    .isEqualTo(ProblemCode.FORBIDDEN);
        }
        if (administrator) {
            Authorizer.requirePlatformAdministrator(key(everywhere(granted)));
        }
    }

    private enum Answer {
        YES,
        FORBIDDEN,
        NOT_FOUND
    }

    private static void assertRequired(ApiKey key, Permission needed, Answer answer) {
        assertThat(answerOf(() -> Authorizer.require(key, needed, ACME)))
                .as("%s for %s", key.grants(), needed)
                .isEqualTo(answer);
        assertThat(key.may(needed, ACME)).isEqualTo(answer == Answer.YES);
        assertThat(key.knows(ACME)).isEqualTo(answer != Answer.NOT_FOUND);
    }

    private static Answer answerOf(Runnable call) {
        try {
            call.run();
            return Answer.YES;
        } catch (ProblemException e) {
            return Answer.valueOf(e.problem().code().name());
        }
    }

    private static void assertUpload(Caller caller, Optional<ProblemCode> refusal) {
        Runnable upload = () -> Authorizer.requireUpload(caller, INTAKE, ACME);
        if (refusal.isPresent()) {
            assertThat(Refusal.codeOf(upload)).isEqualTo(refusal.get());
        } else {
            assertThatCode(upload::run).doesNotThrowAnyException();
        }
    }

    private static Grant here(Permission permission) {
        return new Grant(Optional.of(ACME), Set.of(permission));
    }

    private static Grant elsewhere(Permission permission) {
        return new Grant(Optional.of(OTHER), Set.of(permission));
    }

    private static Grant everywhere(Permission permission) {
        return new Grant(Optional.empty(), Set.of(permission));
    }

    private static ApiKey key(Grant... grants) {
        return new ApiKey(
                new ApiKeyId(new UUID(4, 1)),
                "key",
                SecretHash.of("pak_test"),
                Arrays.asList(grants),
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH,
                0);
    }

    private static IntakeToken token(IntakeId intake) {
        return new IntakeToken(
                new TokenId(new UUID(5, 1)),
                intake,
                "token",
                SecretHash.of("kit_test"),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH);
    }
}

package dev.penstock.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.object.ByteCount;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
    private static final DocumentStore STORE =
            new DocumentStore(
                    new StoreId(new UUID(1, 1)),
                    new OrganizationId(new UUID(1, 2)),
                    new Slug("acme"),
                    new Slug("inbox"),
                    "Inbox",
                    Instant.EPOCH,
                    Instant.EPOCH,
                    0);

    private static final FeatureId ONE = new FeatureId(new UUID(2, 1));
    private static final FeatureId TWO = new FeatureId(new UUID(2, 2));

    @ParameterizedTest
    @ValueSource(strings = {"abc", "large-files", "---", "123"})
    void slug_is_lower_case_letters_digits_and_hyphens(String text) {
        assertThat(new Slug(text)).hasToString(text);
        assertThat(new Slug("a".repeat(100)).value()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "Abc", "a_b", "a b", "äbc", "abc\n", "a/b", "١٢٣"})
    void other_slugs_are_refused(String text) {
        assertThat(Slug.isValid(text)).isFalse();
        assertThatThrownBy(() -> new Slug(text)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Slug.isValid("a".repeat(101))).isFalse();
    }

    @Test
    void store_is_named_by_organization_and_slug() {
        assertThat(STORE.ref()).isEqualTo("acme/inbox");
    }

    @Test
    void intake_belongs_to_the_organization_of_its_store() {
        Intake intake = intake(Intake.Activity.ACTIVE, Intake.LargeUploads.OFF, Map.of());

        assertThat(intake.organizationId()).isEqualTo(STORE.organizationId());
        assertThat(intake.organizationSlug()).isEqualTo(STORE.organizationSlug());
    }

    @Test
    void switches_are_independent() {
        Intake active = intake(Intake.Activity.ACTIVE, Intake.LargeUploads.OFF, Map.of());
        Intake large = intake(Intake.Activity.INACTIVE, Intake.LargeUploads.ON, Map.of());

        assertThat(active.isActive()).isTrue();
        assertThat(active.takesLargeUploads()).isFalse();
        assertThat(large.isActive()).isFalse();
        assertThat(large.takesLargeUploads()).isTrue();
    }

    @Test
    @SuppressWarnings("NullAway") // javac drops the annotations of a compact constructor's types
    void metadata_keeps_nulls_and_is_the_intakes_own() {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("k", null);
        Intake intake = intake(Intake.Activity.ACTIVE, Intake.LargeUploads.ON, metadata);
        metadata.clear();

        assertThat(intake.metadata()).isEqualTo(Collections.singletonMap("k", null));
    }

    @Test
    void features_keep_their_order_and_are_there_once() {
        Intake intake = intake(Intake.Activity.ACTIVE, Intake.LargeUploads.ON, Map.of());

        assertThat(intake.knowledgeFeatures()).containsExactly(TWO, ONE);
        assertThat(intake.takesMultipleFiles()).isFalse();
    }

    @Test
    void defaults_are_those_of_the_contract() {
        assertThat(IntakeLimits.DEFAULT.maxFileBytes()).isEqualTo(ByteCount.tebibytes(5));
        assertThat(IntakeLimits.DEFAULT.maxOpenUploads()).isEqualTo(1000);
        assertThat(IntakeLimits.DEFAULT.uploadTtl()).isEmpty();
        assertThat(IntakeLimits.DEFAULT.allowedContentTypes()).isEmpty();
        assertThat(IntakeLimits.DEFAULT.declaredParts())
                .isEqualTo(IntakeLimits.DeclaredParts.OPTIONAL);
        assertThat(IntakeLimits.DEFAULT.callerChecksums())
                .isEqualTo(IntakeLimits.CallerChecksums.OPTIONAL);
        assertThat(IntakeLimits.LARGEST_FILE.value()).isEqualTo(10_000 * (5L << 30));
    }

    private static Intake intake(
            Intake.Activity activity,
            Intake.LargeUploads largeUploads,
            Map<String, Object> metadata) {
        return new Intake(
                new IntakeId(new UUID(1, 3)),
                STORE,
                new Slug("large-files"),
                "Large files",
                "",
                activity,
                largeUploads,
                Intake.MultipleFiles.ONE,
                metadata,
                List.of(TWO, ONE, TWO),
                IntakeLimits.DEFAULT,
                Instant.EPOCH,
                Instant.EPOCH,
                0);
    }
}

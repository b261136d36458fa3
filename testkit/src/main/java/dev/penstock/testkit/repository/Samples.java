package dev.penstock.testkit.repository;

import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.ApiKeyId;
import dev.penstock.core.access.Grant;
import dev.penstock.core.access.IntakeToken;
import dev.penstock.core.access.SecretHash;
import dev.penstock.core.access.TokenId;
import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.FeatureId;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.IntakeLimits;
import dev.penstock.core.intake.IntakeLimits.CallerChecksums;
import dev.penstock.core.intake.IntakeLimits.DeclaredParts;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.vocabulary.DocumentStatus;
import dev.penstock.core.vocabulary.KnowledgeFeature;
import dev.penstock.core.vocabulary.Label;
import dev.penstock.core.vocabulary.LabelId;
import dev.penstock.core.vocabulary.StatusId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Sample objects with every optional field filled and odd values where odd values are allowed. No
/// two have an id, a slug, a key or a hash in common, and ids ascend in the order of their making.
public final class Samples {
    private static final AtomicLong NEXT = new AtomicLong(1);

    /// All times of the samples are this one, precise to a nanosecond, or lie around it.
    public static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456789Z");

    private Samples() {}

    /// A UUID of version 7 (RFC 9562, section 5.7) that sorts after all before it.
    public static UUID id() {
        long count = NEXT.getAndIncrement();
        long high = (NOW.toEpochMilli() << 16) | 0x7000L | (count >>> 12 & 0xfff);
        return new UUID(high, 0x8000_0000_0000_0000L | count);
    }

    public static Slug slug(String beginning) {
        return new Slug(beginning + "-" + NEXT.getAndIncrement());
    }

    public static SecretHash hash() {
        return SecretHash.of("secret " + NEXT.getAndIncrement());
    }

    public static Organization organization() {
        return new Organization(
                new OrganizationId(id()),
                slug("acme"),
                "Acme & Söhne \u2014 \uD83C\uDFED",
                NOW,
                NOW,
                0);
    }

    public static DocumentStore documentStore(Organization owner) {
        return new DocumentStore(
                new StoreId(id()), owner.id(), owner.slug(), slug("inbox"), "Inbox", NOW, NOW, 0);
    }

    public static Label label(Organization owner) {
        return new Label(
                new LabelId(id()),
                owner.id(),
                "PRÜFEN \uD83D\uDD0D " + NEXT.getAndIncrement(),
                Optional.of("#00ff7f"),
                NOW,
                NOW,
                0);
    }

    public static DocumentStatus documentStatus(Organization owner) {
        return new DocumentStatus(
                new StatusId(id()),
                owner.id(),
                slug("new"),
                "New",
                Optional.of("#00ff7f"),
                NOW,
                NOW,
                0);
    }

    public static KnowledgeFeature knowledgeFeature(Organization owner) {
        return new KnowledgeFeature(
                new FeatureId(id()), owner.id(), slug("totals"), "Totals", NOW, NOW, 0);
    }

    /// An intake without knowledge features, which would have to be saved before.
    public static Intake intake(DocumentStore store) {
        return new Intake(
                new IntakeId(id()),
                store,
                slug("large-files"),
                "Large files",
                "What is large,\nand 'quoted'.",
                Intake.Activity.ACTIVE,
                Intake.LargeUploads.ON,
                Intake.MultipleFiles.MANY,
                metadata(),
                List.of(),
                limits(),
                NOW,
                NOW,
                0);
    }

    public static IntakeLimits limits() {
        return new IntakeLimits(
                IntakeLimits.LARGEST_FILE,
                IntakeLimits.LARGEST_OPEN_UPLOADS,
                DeclaredParts.REQUIRED,
                CallerChecksums.REQUIRED,
                List.of("application/pdf", "image/*"),
                Optional.of(Duration.parse("P1DT2H3.5S")));
    }

    /// JSON values as a reader with big decimals makes them.
    @SuppressWarnings("NullAway") // a nullable value in a record's map, see Intake
    public static Map<String, Object> metadata() {
        var inner = new LinkedHashMap<String, @Nullable Object>();
        inner.put("none", null);
        inner.put("list", Arrays.asList(1, null, "two", List.of(), Map.of()));
        var metadata = new LinkedHashMap<String, @Nullable Object>();
        metadata.put("text", "Straße \uD83D\uDE00 \u2028 \u0000 \uD800 alone");
        metadata.put("zuletzt", true);
        metadata.put("int", Integer.MAX_VALUE);
        metadata.put("long", Long.MIN_VALUE);
        metadata.put("big", new BigInteger("9".repeat(400)));
        metadata.put("decimal", new BigDecimal("0.10"));
        metadata.put("precise", new BigDecimal("3.14159265358979323846264338327950288"));
        metadata.put("whole", new BigDecimal("15").setScale(0));
        metadata.put("whole and fraction", new BigDecimal("15.0"));
        metadata.put("huge", new BigDecimal("1E+400"));
        metadata.put("tiny", new BigDecimal("-1E-400"));
        metadata.put("absent", null);
        metadata.put("", inner);
        return metadata;
    }

    public static IntakeToken token(Intake intake) {
        return new IntakeToken(
                new TokenId(id()),
                intake.id(),
                "laptop",
                hash(),
                Optional.of(NOW.plus(Duration.ofDays(1))),
                Optional.empty(),
                NOW);
    }

    public static ApiKey apiKey(Grant... grants) {
        return new ApiKey(
                new ApiKeyId(id()),
                "build server",
                hash(),
                List.of(grants),
                Optional.of(NOW.plus(Duration.ofDays(1))),
                NOW,
                NOW,
                0);
    }

    /// A size that no `int` holds.
    public static ByteCount size() {
        return ByteCount.gibibytes(300);
    }
}

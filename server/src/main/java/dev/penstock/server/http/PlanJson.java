package dev.penstock.server.http;

import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.PartPlan;
import java.util.OptionalInt;

/// How a part plan is told on the wire.
final class PlanJson {
    private PlanJson() {}

    static OptionalInt partCount(Announcement a) {
        return a.partCount()
                .map(n -> OptionalInt.of(Math.toIntExact(n)))
                .orElse(OptionalInt.empty());
    }

    static OptionalInt growthEvery(PartPlan plan) {
        return switch (plan) {
            case PartPlan.Equal ignored -> OptionalInt.empty();
            case PartPlan.Growing ignored -> OptionalInt.of(PartPlan.Growing.EVERY);
        };
    }
}

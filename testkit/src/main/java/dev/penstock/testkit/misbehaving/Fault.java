package dev.penstock.testkit.misbehaving;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the storage can be made to do. What each is like stands in `faults.json` and in
/// docs/misbehaving-storage.md.
public enum Fault {
    INTERNAL_ERROR("internal-error"),
    INTERNAL_ERROR_AFTER("internal-error-after"),
    SLOW_DOWN("slow-down"),
    SLOW_DOWN_RETRY_AFTER("slow-down-retry-after"),
    ERROR_IN_200("error-in-200"),
    ERROR_IN_200_AFTER("error-in-200-after"),
    ACCESS_DENIED_IN_200("access-denied-in-200"),
    ACCESS_DENIED_IN_200_AFTER("access-denied-in-200-after"),
    CLOCK_SKEW("clock-skew"),
    INVALID_PART("invalid-part"),
    NO_SUCH_UPLOAD_AFTER("no-such-upload-after"),
    GATEWAY_TIMEOUT_BEFORE("gateway-timeout-before"),
    GATEWAY_TIMEOUT_AFTER("gateway-timeout-after"),
    GATEWAY_TIMEOUT_LATE("gateway-timeout-late"),
    RESET_BEFORE("reset-before"),
    RESET_AFTER("reset-after"),
    RESET_LATE("reset-late"),
    MISSING_ETAG("missing-etag"),
    SLOW_FIRST_BYTE("slow-first-byte"),
    CUT_ANSWER("cut-answer"),
    STALLED_BODY("stalled-body"),
    SLOW_BODY("slow-body"),
    PART_KEPT_THOUGH_CUT("part-kept-though-cut"),
    DROPPED_UPLOAD("dropped-upload"),
    FEW_PARTS_A_PAGE("few-parts-a-page"),
    LAGGING_LISTING("lagging-listing"),
    LAGGING_HEAD("lagging-head");

    private final String wireName;

    Fault(String wireName) {
        this.wireName = wireName;
    }

    /// As the catalogue and the plan's file call it.
    public String wireName() {
        return wireName;
    }

    static Optional<Fault> named(String wireName) {
        return Arrays.stream(values()).filter(fault -> fault.wireName.equals(wireName)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Fault::wireName).toList();
    }

    @Override
    public String toString() {
        return wireName;
    }
}

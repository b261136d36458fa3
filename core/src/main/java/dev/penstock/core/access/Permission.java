package dev.penstock.core.access;

import java.util.Arrays;
import java.util.Optional;

/// What a platform API key may do in an organization, by its name on the wire.
public enum Permission {
    INTAKE_READ("intake:read"),
    INTAKE_CREATE("intake:create"),
    INTAKE_UPDATE("intake:update"),
    INTAKE_DELETE("intake:delete"),
    STORE_UPLOAD("store:upload"),
    STORE_READ("store:read"),
    STORE_UPDATE("store:update"),
    STORE_DELETE("store:delete"),
    /// All of the above, and keys for the organization.
    ADMIN("admin");

    private final String text;

    Permission(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public static Optional<Permission> of(String text) {
        return Arrays.stream(values()).filter(p -> p.text.equals(text)).findFirst();
    }
}

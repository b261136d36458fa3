package dev.penstock.contract;

import java.util.List;

/// What an API key may do in one organization.
///
/// @param organizationId a UUID, or `*` for all
/// @param permissions `store:upload`, `intake:read`, `admin` …
public record GrantJson(String organizationId, List<String> permissions) {

    public GrantJson {
        permissions = Absent.asEmpty(permissions);
    }
}

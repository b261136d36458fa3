package dev.penstock.core.access;

import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import java.time.Instant;
import java.util.Optional;

/// Remembers intake tokens by their hash. Every call is one transaction.
public interface IntakeTokenRepository {

    /// @return [Saved#STALE] when the intake is gone
    Saved insert(IntakeToken token);

    Optional<IntakeToken> find(SecretHash hash);

    Page<IntakeToken> list(IntakeId intake, PageRequest page);

    /// Notes that the token was used; a token that is gone is fine.
    void touch(TokenId id, Instant usedOn);

    /// @return whether the intake had such a token
    boolean delete(IntakeId intake, TokenId id);
}

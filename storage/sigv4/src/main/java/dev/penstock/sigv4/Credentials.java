package dev.penstock.sigv4;

import java.util.Optional;

/// Who signs. The token comes with temporary credentials only.
public record Credentials(String accessKey, String secretKey, Optional<String> sessionToken) {

    /// @throws IllegalArgumentException if a key or the token is empty, or the access key has a
    ///   character that is not visible ASCII or is one of `/`, `,` and `=`, which end it in an
    ///   `Authorization` header
    public Credentials {
        if (accessKey.isEmpty() || !accessKey.chars().allMatch(Credentials::isAccessKeyCharacter)) {
            throw new IllegalArgumentException("an access key is visible ASCII without / , and =");
        }
        if (secretKey.isEmpty() || sessionToken.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException("a secret key or session token is never empty");
        }
    }

    /// Credentials without a session token.
    public static Credentials of(String accessKey, String secretKey) {
        return new Credentials(accessKey, secretKey, Optional.empty());
    }

    private static boolean isAccessKeyCharacter(int c) {
        return c > ' ' && c < 0x7F && c != '/' && c != ',' && c != '=';
    }

    @Override
    public String toString() {
        return "Credentials[accessKey=***, secretKey=***, sessionToken=***]";
    }
}

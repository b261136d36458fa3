package dev.penstock.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key that signs within one scope, derived from a secret key by four HMACs
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html>, task 3).
/// Immutable.
public final class SigningKey {
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    private SigningKey(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    /// The signing key of a secret key within a scope.
    public static SigningKey derive(Credentials credentials, Scope scope) {
        return new SigningKey(("AWS4" + credentials.secretKey()).getBytes(UTF_8))
                .derive(scope.day())
                .derive(scope.region())
                .derive(scope.service())
                .derive(Scope.TERMINATOR);
    }

    private SigningKey derive(String step) {
        return new SigningKey(newMac().doFinal(step.getBytes(UTF_8)));
    }

    /// The signature of a string to sign: 64 lower-case hexadecimal digits.
    public String sign(String stringToSign) {
        return Hex.of(newMac().doFinal(stringToSign.getBytes(UTF_8)));
    }

    /// An HMAC-SHA256 with this key, to be used again and again by one thread.
    Mac newMac() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this JDK lacks " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[***]";
    }
}

package dev.penstock.server.http.form;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.penstock.core.problem.ProblemException;

/// What stands between the parts of a form (RFC 2046, section 5.1.1).
final class Boundary {
    private static final String ALLOWED = "[ -~]{0,69}[!-~]";

    /// @param contentType the request's header
    /// @throws ProblemException `unsupported-media-type` when it is no form or names no boundary
    static byte[] of(String contentType) {
        try {
            ParameterizedValue type = ParameterizedValue.parse(contentType);
            String boundary = type.parameter("boundary").orElse("");
            if (!type.value().equals("multipart/form-data") || !boundary.matches(ALLOWED)) {
                throw FormProblems.notAForm();
            }
            return boundary.getBytes(US_ASCII);
        } catch (IllegalArgumentException e) {
            throw FormProblems.notAForm();
        }
    }

    private Boundary() {}
}

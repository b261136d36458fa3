package dev.penstock.testkit.misbehaving;

/// A plan or rule says what cannot be played; the message says where, and what could be.
public final class PlanException extends RuntimeException {
    PlanException(String message) {
        super(message);
    }
}

package dev.penstock.testkit.misbehaving;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Which faults a test plays and holds against the catalogue.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Plays {
    Fault[] value();
}

package dev.penstock.testkit.misbehaving;

/// A fault that is due on a request.
///
/// @param key as the seed knows it
/// @param asked how often this operation was asked of this object and part, this time included
record Act(Rule rule, String key, int asked) {

    Fault fault() {
        return rule.fault();
    }

    long value(Parameter parameter) {
        return rule.value(parameter);
    }
}

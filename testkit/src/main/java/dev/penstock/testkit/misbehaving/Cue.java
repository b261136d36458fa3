package dev.penstock.testkit.misbehaving;

/// A rule and how far it has come. Belongs to one [Script], which guards it.
final class Cue {
    private final Rule rule;
    private long matched;
    private long played;

    Cue(Rule rule) {
        this.rule = rule;
    }

    Rule rule() {
        return rule;
    }

    /// Counts a request that the rule matches.
    ///
    /// @param draw from 0 to 1
    /// @param isFree no rule before this one wants the request
    /// @return whether the rule plays on it
    boolean isDue(double draw, boolean isFree) {
        matched++;
        boolean due =
                isFree
                        && matched >= rule.nth()
                        && played < rule.times()
                        && draw < rule.probability();
        if (due) {
            played++;
        }
        return due;
    }
}

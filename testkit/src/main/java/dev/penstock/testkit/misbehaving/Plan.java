package dev.penstock.testkit.misbehaving;

import java.nio.file.Path;
import java.util.List;

/// What is to be played.
///
/// @param seed decides where a rule has a probability
/// @param rules in their order; of those that want a request the first plays
public record Plan(long seed, KeyIdentity keys, List<Rule> rules) {

    public Plan {
        rules = List.copyOf(rules);
    }

    /// Nothing, until rules are added.
    public static Plan calm() {
        return of();
    }

    /// Rules that no seed matters to.
    public static Plan of(Rule... rules) {
        return new Plan(0, KeyIdentity.NAME, List.of(rules));
    }

    /// Rules with a seed, for keys that are the same in every run.
    public static Plan seeded(long seed, Rule... rules) {
        return new Plan(seed, KeyIdentity.NAME, List.of(rules));
    }

    /// Reads a JSON file: `{"seed", "keys", "rules": […]}`, or the bare list of rules.
    ///
    /// @throws PlanException if it cannot be read, or says what cannot be played
    public static Plan read(Path file) {
        return PlanFile.read(file);
    }

    /// The same with another seed.
    public Plan withSeed(long other) {
        return new Plan(other, keys, rules);
    }

    /// The same, with objects told apart by the order in which they appear.
    public Plan keysByAppearance() {
        return new Plan(seed, KeyIdentity.APPEARANCE, rules);
    }
}

package dev.penstock.testkit.misbehaving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// Decides what is played on which request.
///
/// A rule with a probability is decided by seed, rule, operation, object, part and how often that
/// was asked, by nothing else: requests may come in any order.
final class Script {
    private final long seed;
    private final KeyIdentity keys;
    private final List<Cue> cues = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private final Map<String, String> appearances = new HashMap<>();

    Script(Plan plan) {
        this.seed = plan.seed();
        this.keys = plan.keys();
        plan.rules().forEach(this::add);
    }

    long seed() {
        return seed;
    }

    void add(Rule rule) {
        cues.add(new Cue(rule));
    }

    void clear() {
        cues.clear();
    }

    /// What is to be played on a request that came now.
    ///
    /// @param isPossible whether a fault has anything to do, such as a part that came lately
    synchronized Optional<Act> next(S3Request request, Predicate<Rule> isPossible) {
        String key = identity(request);
        String what = request.operation() + "|" + key + "|" + request.part();
        int times = asked.merge(what, 1, Integer::sum);
        List<Rule> due = new ArrayList<>();
        for (Cue cue : cues) {
            Rule rule = cue.rule();
            if (rule.matches(request) && isPossible.test(rule)) {
                double draw = Draw.of(seed, rule.identity() + "|" + what + "|" + times);
                if (cue.isDue(draw, due.isEmpty())) {
                    due.add(rule);
                }
            }
        }
        return due.stream().findFirst().map(rule -> new Act(rule, key, times));
    }

    private String identity(S3Request request) {
        String name = request.bucket() + "/" + request.key();
        return switch (keys) {
            case NAME -> name;
            case APPEARANCE ->
                    appearances.computeIfAbsent(name, _ -> "#" + (appearances.size() + 1));
        };
    }
}

package dev.penstock.testkit.misbehaving;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// When a fault is played: on which requests, and which of them.
///
/// @param operations that it waits for
/// @param parts the only part numbers that it hits; empty for all
/// @param keyContains what the object's key must hold; empty for all
/// @param nth the first of those requests that it hits, from 1 on
/// @param times how many of them at most, from there on; [Long#MAX_VALUE] for all
/// @param probability of each of them; below 1 the plan's seed decides
/// @param parameters other than the catalogue's
public record Rule(
        Fault fault,
        Set<Operation> operations,
        Set<Integer> parts,
        String keyContains,
        long nth,
        long times,
        double probability,
        Map<Parameter, Long> parameters) {

    /// @throws PlanException if the fault cannot hit one of the operations, has no such parameter,
    ///   or a number is out of range
    public Rule {
        KnownFault known = Catalogue.of(fault);
        operations = operations.isEmpty() ? known.operations() : Set.copyOf(operations);
        parts = Set.copyOf(parts);
        parameters = Map.copyOf(parameters);
        for (Operation operation : operations) {
            if (!known.operations().contains(operation)) {
                throw new PlanException(
                        fault + " cannot hit " + operation + ", only " + inOrder(known));
            }
        }
        require(nth >= 1, "nth is 1 or more, not " + nth);
        require(times >= 1, "times is 1 or more, not " + times);
        require(probability > 0 && probability <= 1, "probability is above 0 and at most 1");
        require(parts.stream().allMatch(n -> n >= 1 && n <= 10_000), "parts are 1 to 10000");
        parameters.forEach((parameter, value) -> {
            require(
                    known.parameters().containsKey(parameter),
                    fault + " has no " + parameter.wireName());
            parameter.check(value);
        });
    }

    /// Plays once, on the first request that the fault can hit.
    public static Rule of(Fault fault) {
        return new Rule(fault, Set.of(), Set.of(), "", 1, 1, 1, Map.of());
    }

    /// Only on these operations.
    public Rule on(Operation first, Operation... more) {
        return new Rule(
                fault,
                EnumSet.of(first, more),
                parts,
                keyContains,
                nth,
                times,
                probability,
                parameters);
    }

    /// Only on these part numbers.
    public Rule parts(Integer... numbers) {
        return new Rule(
                fault,
                operations,
                new TreeSet<>(List.of(numbers)),
                keyContains,
                nth,
                times,
                probability,
                parameters);
    }

    /// Only on objects whose key holds this text.
    public Rule keyContaining(String text) {
        return new Rule(fault, operations, parts, text, nth, times, probability, parameters);
    }

    /// From the nth such request on.
    public Rule nth(long number) {
        return new Rule(
                fault, operations, parts, keyContains, number, times, probability, parameters);
    }

    /// So many times.
    public Rule times(long number) {
        return new Rule(
                fault, operations, parts, keyContains, nth, number, probability, parameters);
    }

    /// Every time.
    public Rule always() {
        return times(Long.MAX_VALUE);
    }

    /// With this probability each time, decided by the seed, however often.
    public Rule probability(double chance) {
        return new Rule(
                fault, operations, parts, keyContains, nth, Long.MAX_VALUE, chance, parameters);
    }

    /// With a parameter other than the catalogue's.
    public Rule with(Parameter parameter, long value) {
        Map<Parameter, Long> more = new EnumMap<>(Parameter.class);
        more.putAll(parameters);
        more.put(parameter, value);
        return new Rule(fault, operations, parts, keyContains, nth, times, probability, more);
    }

    /// Lasting so long.
    public Rule millis(long millis) {
        return with(Parameter.MILLIS, millis);
    }

    /// What a parameter is: this rule's, or else the catalogue's.
    ///
    /// @throws PlanException if the fault has none such
    public long value(Parameter parameter) {
        Long usual = Catalogue.of(fault).parameters().get(parameter);
        Long own = parameters.getOrDefault(parameter, usual);
        if (own == null) {
            throw new PlanException(fault + " has no " + parameter.wireName());
        }
        return own;
    }

    boolean matches(S3Request request) {
        return operations.contains(request.operation())
                && request.key().contains(keyContains)
                && (parts.isEmpty()
                        || (request.part().isPresent()
                                && parts.contains(request.part().getAsInt())));
    }

    /// What tells it from other rules where the seed decides: all but numbers that only say how
    /// much.
    String identity() {
        return fault
                + "|"
                + operations.stream().map(Operation::s3Name).sorted().toList()
                + "|"
                + new TreeSet<>(parts)
                + "|"
                + keyContains;
    }

    private static String inOrder(KnownFault known) {
        return known.operations().stream()
                .map(Operation::s3Name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new PlanException(otherwise);
        }
    }
}

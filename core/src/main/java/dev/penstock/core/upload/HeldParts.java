package dev.penstock.core.upload;

import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The parts that the storage holds, by number.
final class HeldParts {
    private final Map<PartNumber, StoredPart> byNumber;

    HeldParts(List<StoredPart> listing) {
        byNumber =
                listing.stream().collect(Collectors.toMap(StoredPart::number, Function.identity()));
    }

    Optional<StoredPart> find(PartNumber number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /// The parts that a caller lists, ascending.
    ///
    /// @throws ProblemException `upload-incomplete` when some are not here
    List<StoredPart> named(List<ListedPart> listed) {
        List<PartNumber> numbers = listed.stream().map(ListedPart::number).sorted().toList();
        List<PartNumber> missing = numbers.stream().filter(n -> find(n).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw CompletionProblems.incomplete(missing);
        }
        return numbers.stream().flatMap(n -> find(n).stream()).toList();
    }
}

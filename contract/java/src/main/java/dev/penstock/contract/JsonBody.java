package dev.penstock.contract;

import java.util.List;
import java.util.Set;

/// A body that was read, and what a server must know about it beyond its value.
///
/// @param members the names at its top level, as they were sent and in that order; none when it is
///   no object
/// @param unknownFields what the type does not have, like `colour` or `parts[0].colour`, in the
///   order sent
public record JsonBody<T>(T value, Set<String> members, List<String> unknownFields) {

    /// Whether `member` was there, be it `null`.
    public boolean has(String member) {
        return members.contains(member);
    }
}

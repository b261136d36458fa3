package dev.penstock.server.simulation;

import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadRepository;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes every call of a port a scheduling point, and a line of the trace. What happens between two
/// calls is then one step, with one effect.
final class Ports {
    /// Those that ask nobody; and renewals, whose order a node does not determine.
    private static final Set<String> NO_POINTS =
            Set.of("capabilities", "presignParts", "presignGet", "renew");

    private static final Set<String> READS =
            Set.of(
                    "capabilities",
                    "countOpen",
                    "find",
                    "forgetKeys",
                    "hasPath",
                    "head",
                    "list",
                    "listAllParts",
                    "listMultiparts",
                    "listOpen",
                    "listParts",
                    "orphaned",
                    "overdue",
                    "pathHolder",
                    "presignGet",
                    "presignParts",
                    "receiving",
                    "unattended");

    private final Scheduler scheduler;
    private final Faults faults;
    private final Trace trace;
    private final Ledger ledger;
    private Runnable afterwards = () -> {};
    private boolean changed;

    Ports(Scheduler scheduler, Faults faults, Trace trace, Ledger ledger) {
        this.scheduler = scheduler;
        this.faults = faults;
        this.trace = trace;
        this.ledger = ledger;
    }

    <T> T watched(Class<T> port, T real) {
        InvocationHandler handler = (_, method, arguments) -> call(real, method, arguments);
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    /// Whether anything may have changed since this was asked last.
    boolean changed() {
        boolean before = changed;
        changed = false;
        return before;
    }

    /// What is done after each call from outside of actors, which has no step of its own.
    void afterEachCall(Runnable check) {
        afterwards = check;
    }

    private @Nullable Object call(Object real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        scheduler.current().ifPresent(Actor::requireAlive);
        if (!NO_POINTS.contains(method.getName())) {
            scheduler.point(faults.slowness());
        }
        try {
            Object answer = method.invoke(real, arguments);
            changed |= !(READS.contains(method.getName()) || tookNothing(method, answer));
            told(method, arguments, answer);
            observe(arguments, answer);
            checkOutsideOfActors();
            return answer;
        } catch (InvocationTargetException e) {
            changed = true;
            told(method, arguments, e.getCause());
            checkOutsideOfActors();
            throw e.getCause();
        }
    }

    private void checkOutsideOfActors() {
        if (scheduler.current().isEmpty()) {
            afterwards.run();
        }
    }

    private static boolean tookNothing(Method method, @Nullable Object answer) {
        return method.getName().startsWith("take") && isNothing(answer);
    }

    private static boolean isNothing(@Nullable Object answer) {
        return switch (answer) {
            case List<?> all -> all.isEmpty();
            case Optional<?> one -> one.isEmpty();
            case null, default -> false;
        };
    }

    private void told(Method method, Object @Nullable [] arguments, @Nullable Object answer) {
        record Call(Method method, List<?> arguments, @Nullable Object answer) {
            @Override
            public String toString() {
                return "%s%s → %s"
                        .formatted(method.getName(), Brief.of(arguments), Brief.of(answer));
            }
        }
        List<?> list = arguments == null ? List.of() : Arrays.asList(arguments);
        trace.add(scheduler.currentName(), new Call(method, list, answer));
    }

    /// Remembers the parts that a completion is to join.
    private void observe(Object @Nullable [] arguments, @Nullable Object answer) {
        if (answer == UploadRepository.Outcome.SAVED
                && arguments != null
                && arguments[0] instanceof Upload.Completing completing) {
            ledger.verified(completing);
        }
    }
}

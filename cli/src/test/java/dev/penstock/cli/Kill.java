package dev.penstock.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// A planned `kill -9`.
///
/// @param number from 1
/// @param victims killed at the same moment
/// @param millis between the moment and the kill
record Kill(int number, Set<Victim> victims, Moment moment, int millis) {

    /// When it comes.
    sealed interface Moment {}

    /// After a landmark has been passed so many times more.
    record Passing(Landmark landmark, int times) implements Moment {
        @Override
        public String toString() {
            return "%s %s, time %d".formatted(landmark.step(), landmark.side(), times);
        }
    }

    /// While the victims, which are killed for it as well, start again.
    record Starting() implements Moment {
        @Override
        public String toString() {
            return "STARTED AGAIN";
        }
    }

    /// Whenever all victims are up.
    record Anytime() implements Moment {
        @Override
        public String toString() {
            return "UP";
        }
    }

    /// The same for the same seed and the same processes.
    static List<Kill> plan(Random random, int kills, Set<Victim> processes) {
        var plan = new ArrayList<Kill>();
        for (int number = 1; number <= kills; number++) {
            var victims = victims(random, List.copyOf(new ArrayList<>(processes)));
            var moment = moment(random, victims, processes.contains(Victim.STORAGE));
            plan.add(new Kill(number, victims, moment, millis(random, moment)));
        }
        return plan;
    }

    /// Mostly one; now and then two at once.
    private static Set<Victim> victims(Random random, List<Victim> processes) {
        var victims = EnumSet.of(processes.get(random.nextInt(processes.size())));
        if (random.nextInt(6) == 0) {
            victims.add(processes.get(random.nextInt(processes.size())));
        }
        return victims;
    }

    private static Moment moment(Random random, Set<Victim> victims, boolean ownStorage) {
        int die = random.nextInt(10);
        if (die == 0) {
            return new Anytime();
        }
        if (die == 1 && !victims.contains(Victim.CLIENT)) {
            return new Starting();
        }
        var steps =
                ownStorage && random.nextBoolean() ? Landmark.OF_THE_SERVICE : Landmark.OF_CLIENTS;
        var side = random.nextBoolean() ? Landmark.Side.SENT : Landmark.Side.ANSWERED;
        var landmark = new Landmark(steps.get(random.nextInt(steps.size())), side);
        return new Passing(landmark, 1 + random.nextInt(3));
    }

    private static int millis(Random random, Moment moment) {
        return switch (moment) {
            case Passing _ ->
                    switch (random.nextInt(4)) {
                        case 0 -> 0;
                        case 1 -> random.nextInt(6);
                        case 2 -> random.nextInt(40);
                        default -> random.nextInt(250);
                    };
            case Starting _ -> 200 + random.nextInt(2_000);
            case Anytime _ -> random.nextInt(500);
        };
    }

    @Override
    public String toString() {
        return "kill %d: %s, %d ms after %s"
                .formatted(number, victims, millis, moment)
                .toLowerCase(Locale.ROOT);
    }
}

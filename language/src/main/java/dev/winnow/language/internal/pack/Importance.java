package dev.winnow.language.internal.pack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of a pack's order of importance: one criterion weighs at least as much as another of its side.
 *
 * @param more the criterion that weighs at least as much
 * @param less the other
 */
public record Importance(String more, String less) {

    /**
     * A pack's order of importance: its lines, and the transitive order of criteria that they define.
     *
     * <p>The successors of each criterion are kept as a set, updated with each line. Following the lines for each query
     * would take exponential time where they branch and join in many layers.
     */
    static final class Order {

        private final Map<String, Integer> numbers = new HashMap<>();
        /** For each criterion, all criteria after it. */
        private final List<BitSet> behind = new ArrayList<>();

        private final List<Importance> lines = new ArrayList<>();

        /** Adds a line, which must not close a cycle. */
        void add(Importance line) {
            lines.add(line);
            int more = number(line.more());
            int less = number(line.less());
            if (behind.get(more).get(less)) {
                return;
            }
            for (int i = 0; i < behind.size(); i++) {
                BitSet after = behind.get(i);
                if ((i == more || after.get(more)) && !after.get(less)) {
                    after.or(behind.get(less));
                    after.set(less);
                }
            }
        }

        /** Whether the first criterion comes before the second. */
        boolean isBefore(String first, String second) {
            Integer one = numbers.get(first);
            Integer other = numbers.get(second);
            return one != null && other != null && behind.get(one).get(other);
        }

        List<Importance> lines() {
            return List.copyOf(lines);
        }

        private int number(String criterion) {
            return numbers.computeIfAbsent(criterion, unused -> {
                behind.add(new BitSet());
                return behind.size() - 1;
            });
        }
    }
}

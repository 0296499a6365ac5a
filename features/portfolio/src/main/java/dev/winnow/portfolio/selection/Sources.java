package dev.winnow.portfolio.selection;

import dev.winnow.model.source.Message;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sources that can pay: each chosen option draws its need from the sources that may pay for it, in any shares.
 *
 * @param sources the sources
 * @param needs the need of each option, by its number; other options need nothing
 */
public record Sources(List<Source> sources, Map<Integer, Long> needs) {

    /** No sources: nothing has to be paid for. */
    public static final Sources NONE = new Sources(List.of(), Map.of());

    /**
     * A source.
     *
     * @param label its name, for people
     * @param limit the total amount that it can pay
     * @param options the options that it may pay for
     */
    public record Source(Message label, long limit, Set<Integer> options) {

        public Source {
            options = Set.copyOf(options);
        }
    }

    public Sources {
        sources = List.copyOf(sources);
        needs = new TreeMap<>(needs);
    }

    /** Whether the sources can pay for a set: the maximum flow from them to its options covers every need. */
    boolean cover(BitSet chosen) {
        int[] options = needs.keySet().stream()
                .mapToInt(Integer::intValue)
                .filter(chosen::get)
                .toArray();
        int sink = sources.size() + options.length + 1;
        long[][] left = new long[sink + 1][sink + 1];
        long needed = 0;
        for (int i = 0; i < sources.size(); i++) {
            left[0][i + 1] = sources.get(i).limit();
        }
        for (int j = 0; j < options.length; j++) {
            long need = needs.getOrDefault(options[j], 0L);
            needed += need;
            left[sources.size() + 1 + j][sink] = need;
            for (int i = 0; i < sources.size(); i++) {
                left[i + 1][sources.size() + 1 + j] = sources.get(i).options().contains(options[j]) ? need : 0;
            }
        }
        return flow(left, sink) == needed;
    }

    /** The maximum flow from node 0, by shortest augmenting paths (Edmonds and Karp). */
    private static long flow(long[][] left, int sink) {
        long flow = 0;
        int[] from = new int[sink + 1];
        while (reaches(left, sink, from)) {
            long most = Long.MAX_VALUE;
            for (int at = sink; at != 0; at = from[at]) {
                most = Math.min(most, left[from[at]][at]);
            }
            for (int at = sink; at != 0; at = from[at]) {
                left[from[at]][at] -= most;
                left[at][from[at]] += most;
            }
            flow += most;
        }
        return flow;
    }

    private static boolean reaches(long[][] left, int sink, int[] from) {
        Arrays.fill(from, -1);
        from[0] = 0;
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty() && from[sink] < 0) {
            int at = open.remove();
            for (int next = 0; next <= sink; next++) {
                if (from[next] < 0 && left[at][next] > 0) {
                    from[next] = at;
                    open.add(next);
                }
            }
        }
        return from[sink] >= 0;
    }
}

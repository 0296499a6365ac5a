package dev.winnow.analysis.selection;

import dev.winnow.analysis.selection.Sources.Source;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Whether sources can pay for a set: a maximum flow of whole numbers, found by shortest augmenting paths (Edmonds and Karp). */
final class Payment {

    private final long[][] left;

    private Payment(int nodes) {
        this.left = new long[nodes][nodes];
    }

    static boolean covers(Sources sources, BitSet chosen) {
        int[] options = sources.needs().keySet().stream()
                .mapToInt(Integer::intValue)
                .filter(chosen::get)
                .toArray();
        List<Source> payers = sources.sources();
        int sink = payers.size() + options.length + 1;
        Payment payment = new Payment(sink + 1);
        long needed = 0;
        for (int i = 0; i < payers.size(); i++) {
            payment.left[0][i + 1] = payers.get(i).limit();
        }
        for (int j = 0; j < options.length; j++) {
            long need = sources.needs().getOrDefault(options[j], 0L);
            needed += need;
            payment.left[payers.size() + 1 + j][sink] = need;
            for (int i = 0; i < payers.size(); i++) {
                payment.left[i + 1][payers.size() + 1 + j] =
                        payers.get(i).options().contains(options[j]) ? need : 0;
            }
        }
        return payment.flow(sink) == needed;
    }

    private long flow(int sink) {
        long flow = 0;
        int[] from = new int[sink + 1];
        while (reaches(sink, from)) {
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

    private boolean reaches(int sink, int[] from) {
        Arrays.fill(from, -1);
        from[0] = 0;
        Deque<Integer> open = new ArrayDeque<>();
        open.add(0);
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

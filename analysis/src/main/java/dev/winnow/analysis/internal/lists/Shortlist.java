package dev.winnow.analysis.internal.lists;

import dev.winnow.engine.Screener;
import dev.winnow.model.result.Assessment;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the best of many candidates, in the order of their ranking. */
public final class Shortlist {

    private final int most;
    private final PriorityQueue<Assessment> worstFirst = new PriorityQueue<>(Screener.BEST_OF_ALL.reversed());

    /** @param most how many are kept */
    public Shortlist(int most) {
        this.most = most;
    }

    /** The best of some candidates. */
    public static List<Assessment> of(int most, List<Assessment> candidates) {
        Shortlist list = new Shortlist(most);
        candidates.forEach(list::add);
        return list.best();
    }

    /** Considers a candidate. */
    public void add(Assessment candidate) {
        if (worstFirst.size() == most) {
            Assessment worst = worstFirst.peek();
            if (worst == null || Screener.BEST_OF_ALL.compare(candidate, worst) >= 0) {
                return;
            }
            worstFirst.remove();
        }
        worstFirst.add(candidate);
    }

    /** The best, best first. */
    public List<Assessment> best() {
        List<Assessment> best = new ArrayList<>(worstFirst);
        best.sort(Screener.BEST_OF_ALL);
        return best;
    }
}

package dev.winnow.analysis.lists;

import dev.winnow.engine.Screener;
import dev.winnow.model.result.Assessment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the best of many candidates, in the order of their ranking. */
public final class Shortlist {

    /** By rank, and where that is the same, by project and city. */
    public static final Comparator<Assessment> ORDER = Screener.BEST_FIRST
            .thenComparing(Assessment::project)
            .thenComparing(Assessment::city)
            .thenComparing(Assessment::asOf);

    private final int most;
    private final PriorityQueue<Assessment> worstFirst = new PriorityQueue<>(ORDER.reversed());

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

    /** Considers a candidate. Only its assessment for the ranking is kept, without findings and questions. */
    public void add(Assessment candidate) {
        if (worstFirst.size() == most) {
            Assessment worst = worstFirst.peek();
            if (worst == null || ORDER.compare(candidate, worst) >= 0) {
                return;
            }
            worstFirst.remove();
        }
        worstFirst.add(candidate.bare());
    }

    /** The best, best first. Their findings and questions are left out. */
    public List<Assessment> best() {
        List<Assessment> best = new ArrayList<>(worstFirst);
        best.sort(ORDER);
        return best;
    }
}

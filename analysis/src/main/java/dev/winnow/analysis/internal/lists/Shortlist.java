package dev.winnow.analysis.internal.lists;

import dev.winnow.engine.Screener;
import dev.winnow.engine.internal.score.RankKey;
import dev.winnow.model.result.Assessment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Keeps the best of many candidates, in the order of their ranking. */
public final class Shortlist {

    private final int most;
    private final PriorityQueue<Assessment> worstFirst = new PriorityQueue<>(Screener.BEST_OF_ALL.reversed());

    /** The best candidate left out of each ranking. */
    private final Map<Ranking, RankKey> bestLeftOut = new HashMap<>();

    /** The candidates of a city and day are ranked among themselves. */
    private record Ranking(String city, LocalDate asOf) {
        static Ranking of(Assessment one) {
            return new Ranking(one.city(), one.asOf());
        }
    }

    /** @param most maximum number of candidates that are kept */
    public Shortlist(int most) {
        this.most = most;
    }

    /** Returns the best candidates of a list. */
    public static Shortlist of(int most, List<Assessment> candidates) {
        Shortlist list = new Shortlist(most);
        candidates.forEach(list::add);
        return list;
    }

    /** Considers a candidate. */
    public void add(Assessment candidate) {
        Assessment worst = worstFirst.peek();
        if (worstFirst.size() < most) {
            worstFirst.add(candidate);
        } else if (worst == null || Screener.BEST_OF_ALL.compare(candidate, worst) >= 0) {
            leaveOut(Ranking.of(candidate), RankKey.of(candidate));
        } else {
            worstFirst.remove();
            leaveOut(Ranking.of(worst), RankKey.of(worst));
            worstFirst.add(candidate);
        }
    }

    /** Considers the candidates of another list with the same maximum. */
    public void add(Shortlist other) {
        other.worstFirst.forEach(this::add);
        other.bestLeftOut.forEach(this::leaveOut);
    }

    private void leaveOut(Ranking ranking, RankKey key) {
        bestLeftOut.merge(ranking, key, (one, another) -> one.compareTo(another) <= 0 ? one : another);
    }

    /** Whether a candidate that is not kept shares the rank of a kept one. */
    public boolean isTiedWithOthers(Assessment kept) {
        return RankKey.of(kept).equals(bestLeftOut.get(Ranking.of(kept)));
    }

    /** The kept candidates, best first. */
    public List<Assessment> best() {
        List<Assessment> best = new ArrayList<>(worstFirst);
        best.sort(Screener.BEST_OF_ALL);
        return best;
    }
}

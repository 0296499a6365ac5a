package dev.winnow.analysis.weights;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The standings of a ranking, computed on first access: an overview needs only the leader of each ranking, which takes
 * a fraction of the time. Thread-safe.
 */
final class Standings extends AbstractList<CandidateRobustness> implements RandomAccess {

    private final int count;
    private final Supplier<List<CandidateRobustness>> all;
    private final Supplier<Ranking.Leader> first;
    private @Nullable List<CandidateRobustness> standings;
    private Ranking.@Nullable Leader leader;

    /**
     * @param count the number of standings
     * @param all computes the standings
     * @param first computes the leader without the standings
     */
    Standings(int count, Supplier<List<CandidateRobustness>> all, Supplier<Ranking.Leader> first) {
        this.count = count;
        this.all = all;
        this.first = first;
    }

    /** The leader of some standings. */
    static Ranking.Leader leader(List<CandidateRobustness> standings) {
        if (standings instanceof Standings computed) {
            return computed.leader();
        }
        CandidateRobustness one = standings.get(0);
        CandidateRobustness.Acceptability fared = one.acceptability();
        return new Ranking.Leader(one.project(), fared == null ? null : fared.first());
    }

    private synchronized Ranking.Leader leader() {
        Ranking.Leader known = leader;
        if (known == null) {
            known = standings == null ? first.get() : leader(standings);
            leader = known;
        }
        return known;
    }

    @Override
    public synchronized CandidateRobustness get(int index) {
        List<CandidateRobustness> known = standings;
        if (known == null) {
            known = List.copyOf(all.get());
            standings = known;
        }
        return known.get(index);
    }

    @Override
    public int size() {
        return count;
    }
}

package dev.winnow.analysis.selection;

import dev.winnow.model.source.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who can pay for what: each option that is chosen draws its need from the sources that may pay for it, in whatever parts.
 *
 * @param sources those who pay
 * @param needs what an option needs, by its number; of the others nothing
 */
public record Sources(List<Source> sources, Map<Integer, Long> needs) {

    /** Nobody pays for anything in particular. */
    public static final Sources NONE = new Sources(List.of(), Map.of());

    /**
     * One that pays.
     *
     * @param label who it is, for people
     * @param limit what it can pay in all
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
}

package dev.winnow.bench.peers;

import dev.winnow.engine.Matcher;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import java.util.List;

/** What takes part in the comparison. */
public enum Engine {
    /** The rules by hand in Java. */
    HAND_WRITTEN,
    /** winnow, as it comes. */
    FUSED,
    /** winnow by PHREAK, projects of a city in batches. */
    PHREAK,
    /** Evrete. */
    EVRETE,
    /** Easy Rules. */
    EASY_RULES;

    /** Judges the first so many projects in all cities; returns whatever came of it. */
    interface Run {

        /** Judges; a universe that has fewer projects is judged whole. */
        List<?> judge(int projects);
    }

    /** Gets ready, which is not measured: rules are compiled once. */
    Run ready(Comparison comparison) {
        return switch (this) {
            case FUSED -> winnow(comparison, Matcher.FUSED);
            case PHREAK -> winnow(comparison, Matcher.PHREAK);
            default -> {
                Peer<?, ?> peer = peer();
                yield projects -> Round.of(peer, comparison.facts(), comparison.projects(projects));
            }
        };
    }

    private static Run winnow(Comparison comparison, Matcher matcher) {
        Screener screener = Screener.of(RulePack.load(comparison.pack()), matcher);
        return projects -> screener.screen(comparison.universe()).assessments();
    }

    /**
     * The one who finds what rules come to.
     *
     * @throws IllegalStateException for winnow itself
     */
    Peer<?, ?> peer() {
        return switch (this) {
            case HAND_WRITTEN -> new HandWritten();
            case EVRETE -> new Evrete();
            case EASY_RULES -> new EasyRules();
            case FUSED, PHREAK -> throw new IllegalStateException("winnow is no peer of its own");
        };
    }
}

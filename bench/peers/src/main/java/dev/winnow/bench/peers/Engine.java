package dev.winnow.bench.peers;

import dev.winnow.engine.Matcher;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What takes part in the comparison, in the order in which it is told. */
public enum Engine {
    /** The rules by hand. */
    HAND_WRITTEN("by hand in Java", null),
    /** winnow, as it comes. */
    FUSED("winnow, fused", null),
    /** winnow by PHREAK, the projects of a city in batches. */
    PHREAK("winnow, PHREAK in batches", "org.drools:drools-core"),
    /** Evrete. */
    EVRETE("Evrete", "org.evrete:evrete-core"),
    /** Easy Rules. */
    EASY_RULES("Easy Rules", "org.jeasy:easy-rules-core"),
    /** CEL. */
    CEL("CEL-java", "dev.cel:cel"),
    /** DMN. */
    DMN("kie-dmn", "org.kie:kie-dmn-core");

    private final String title;
    private final @Nullable String artifact;

    Engine(String title, @Nullable String artifact) {
        this.title = title;
        this.artifact = artifact;
    }

    /** Judges the first so many projects in all cities. */
    interface Run {

        /** Judges; a universe that has fewer projects is judged whole, and by winnow always. */
        List<?> judge(int projects);
    }

    /** What it is called. */
    String title() {
        return title;
    }

    /** Where it comes from, group and name; null for what is made here. */
    @Nullable
    String artifact() {
        return artifact;
    }

    boolean isWinnow() {
        return this == FUSED || this == PHREAK;
    }

    /** Gets ready, which is not measured: rules are compiled once. */
    Run ready(Comparison comparison) {
        if (isWinnow()) {
            Screener screener = Screener.of(RulePack.load(comparison.pack()), Matcher.valueOf(name()));
            return projects -> screener.screen(comparison.universe()).assessments();
        }
        Peer<?, ?> peer = peer();
        return projects -> Round.of(peer, comparison.facts(), comparison.projects(projects));
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
            case CEL -> new CommonExpressions();
            case DMN -> new DecisionModel();
            case FUSED, PHREAK -> throw new IllegalStateException("winnow is no peer of its own");
        };
    }
}

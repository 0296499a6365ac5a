package dev.winnow.bench.peers;

import dev.winnow.engine.Matcher;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** The engines of the comparison that run in Java, in the order of the report. */
public enum Engine implements Contestant {
    /** The hand-written rules. */
    HAND_WRITTEN(
            "by hand in Java",
            "",
            "",
            "Everything: loops over indexes of a city's rows, certain and possible in one pass.",
            "Scores and ranks, in doubles."),
    /** winnow with its default evaluator. */
    FUSED(
            "winnow, fused",
            "winnow",
            "Apache-2.0",
            "Everything, and exact scores, what is open and why; rows and reasons of a finding when it is read.",
            "Nothing."),
    /** winnow with PHREAK, the projects of a city in batches. */
    PHREAK(
            "winnow, PHREAK in batches",
            "drools",
            "Apache-2.0",
            "The same.",
            "Each rule is compiled twice, for what is certain and what is possible, by winnow."),
    /** A Drools session per pair. */
    SESSION(
            "Drools, a session for each pair",
            "drools",
            "Apache-2.0",
            "Joins, not and accumulate, in executable rules of DRL.",
            "Figures as two facts, low and high; whether something unknown may hold; rows for what lists may hold"
                    + " besides; both readings written down by hand; the largest share of several; scores and ranks."),
    EVRETE(
            "Evrete",
            "evrete",
            "MIT",
            "Joins of a project with a city's rows, which stay in the session.",
            "Conditions are Java. Not and accumulate, which it lacks: its actions add up, the host compares"
                    + " afterwards; chains are counted before. Low and high, what is unknown, open lists, scores and ranks"
                    + " as above."),
    EASY_RULES(
            "Easy Rules",
            "easy-rules",
            "MIT",
            "That a rule whose condition holds is carried out.",
            "All of every condition: the loops that are by hand in Java. Scores and ranks."),
    CEL(
            "CEL-java",
            "cel",
            "Apache-2.0",
            "Joins, not and counts, by macros over lists; both readings, written down by hand; the largest share.",
            "Sums, which it lacks, as a function. Maps of what is known: figures by their two ends, null for what is"
                    + " unknown, rows for what lists may hold besides. Scores and ranks."),
    DMN(
            "kie-dmn",
            "drools",
            "Apache-2.0",
            "Joins, not, counts and sums, in FEEL, a decision for each rule; both readings, written down by hand; the"
                    + " largest share.",
            "Maps as for CEL, with decimal numbers. Scores and ranks.");

    private static final Properties VERSIONS = new Properties();

    static {
        try {
            VERSIONS.load(new StringReader(RuleTexts.read("versions.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final String title;
    private final String version;
    private final String licence;
    private final String own;
    private final String hosts;

    Engine(String title, String version, String licence, String own, String hosts) {
        this.title = title;
        this.version = version;
        this.licence = licence;
        this.own = own;
        this.hosts = hosts;
    }

    /** Judges the first projects in all cities. */
    interface Run {

        /** Judges projects. A universe with fewer projects is judged as a whole; winnow always judges the whole. */
        List<?> judge(int projects);
    }

    @Override
    public Label label() {
        return new Label(title, VERSIONS.getProperty(version, ""), licence);
    }

    @Override
    public Parts parts() {
        return new Parts(own, hosts);
    }

    boolean isWinnow() {
        return this == FUSED || this == PHREAK;
    }

    /** Prepares a run, which is not measured: rules are compiled once. */
    Run ready(Comparison comparison) {
        if (isWinnow()) {
            Screener screener = Screener.of(RulePack.load(comparison.pack()), Matcher.valueOf(name()))
                    .withoutBaseCases();
            return projects -> screener.screen(comparison.universe()).assessments();
        }
        Peer<?, ?> peer = peer();
        return projects -> Round.of(peer, comparison.facts(), comparison.projects(projects));
    }

    /**
     * Returns the evaluator of the rules.
     *
     * @throws IllegalStateException for winnow itself
     */
    Peer<?, ?> peer() {
        return switch (this) {
            case HAND_WRITTEN -> new HandWritten();
            case SESSION -> new Sessions();
            case EVRETE -> new Evrete();
            case EASY_RULES -> new EasyRules();
            case CEL -> new CommonExpressions();
            case DMN -> new DecisionModel();
            case FUSED, PHREAK -> throw new IllegalStateException("winnow itself is not a peer");
        };
    }
}

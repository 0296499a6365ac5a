package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.model.value.Fraction;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The outcome of one rule for one candidate. Immutable; its matches may be found only when they are read. */
public final class RuleOutcome {

    /**
     * Finds the matches of a rule when they are read. Scores need no matches, and an explanation reads those of the few rules
     * that it shows: finding all of them would take most of the time of an explanation. Outcomes stay inside the engine; the
     * results that callers receive are made of matches that were found.
     */
    public interface Later {

        /** The outcome of a rule with its matches. */
        RuleOutcome outcome(int rule);

        /** What a rule sees of the candidate, as {@link MatchedOutcomes#seen} tells it. */
        @Nullable
        Object seen(int rule);
    }

    private final CheckedRule rule;
    private final Fraction low;
    private final Fraction high;
    private final boolean holds;
    private final boolean mayHold;
    private final boolean mayEarn;
    private final boolean varies;
    private final int number;
    private final @Nullable Later later;
    private final @Nullable String suggested;
    private volatile @Nullable List<Match> certain;
    private volatile @Nullable List<Match> possible;
    private volatile @Nullable Told told;

    /** What was made of an outcome, and by whom. */
    private record Told(Object owner, Object thing) {}

    /**
     * An outcome with its matches.
     *
     * @param certain the matches in which the rule certainly holds
     * @param possible the matches in which it possibly holds, those included; empty where they make no difference, as they
     *     would take up most of the memory of a screening
     * @param low what it certainly earns in points; of a cap, the lowest ceiling it possibly sets
     * @param high what it possibly earns in points; of a cap, the lowest ceiling it certainly sets
     */
    public RuleOutcome(CheckedRule rule, List<Match> certain, List<Match> possible, Fraction low, Fraction high) {
        this(rule, 0, low, high, !certain.isEmpty(), !possible.isEmpty(), null, null);
        this.certain = certain;
        this.possible = possible;
    }

    /**
     * An outcome whose matches are found when they are read, by the {@link Later} given to {@link #tiedTo}.
     *
     * @param number the rule's place in the pack
     * @param holds whether it certainly holds
     * @param mayHold whether the matches in which it possibly holds make a difference
     * @param suggested the district that it suggests, if that is known without them
     */
    public RuleOutcome(
            CheckedRule rule,
            int number,
            Fraction low,
            Fraction high,
            boolean holds,
            boolean mayHold,
            @Nullable String suggested) {
        this(rule, number, low, high, holds, mayHold, suggested, null);
    }

    private RuleOutcome(
            CheckedRule rule,
            int number,
            Fraction low,
            Fraction high,
            boolean holds,
            boolean mayHold,
            @Nullable String suggested,
            @Nullable Later later) {
        this.rule = rule;
        this.low = low;
        this.high = high;
        this.mayEarn = high.signum() > 0;
        this.varies = !low.equals(high);
        this.holds = holds;
        this.mayHold = mayHold;
        this.number = number;
        this.suggested = suggested;
        this.later = later;
    }

    /** A copy whose matches another finds; this outcome itself if it has its matches. */
    public RuleOutcome tiedTo(Later other) {
        return isTied() ? this : new RuleOutcome(rule, number, low, high, holds, mayHold, suggested, other);
    }

    /** Whether it has its matches, or something finds them. */
    boolean isTied() {
        return certain != null || later != null;
    }

    /**
     * The outcome of a rule from its matches.
     *
     * @param points the rule's full points
     */
    public static RuleOutcome of(CheckedRule rule, Fraction points, List<Match> certain, List<Match> possible) {
        return switch (rule.rule().consequence().counting()) {
            case IN_FULL -> full(rule, points, certain, possible);
            case IN_PART -> part(rule, points, certain, possible);
            case AS_CEILING -> cap(rule, certain, possible);
            case AS_SUCH ->
                new RuleOutcome(rule, certain, certain.isEmpty() ? possible : List.of(), Fraction.ZERO, Fraction.ZERO);
        };
    }

    /** Nothing need be read off the matches. */
    private static RuleOutcome full(CheckedRule rule, Fraction points, List<Match> certain, List<Match> possible) {
        return certain.isEmpty()
                ? new RuleOutcome(rule, certain, possible, Fraction.ZERO, possible.isEmpty() ? Fraction.ZERO : points)
                : new RuleOutcome(rule, certain, List.of(), points, points);
    }

    private static RuleOutcome part(CheckedRule rule, Fraction points, List<Match> certain, List<Match> possible) {
        Fraction least = Fraction.ZERO;
        for (int i = 0; i < certain.size() && least.compareTo(Fraction.ONE) < 0; i++) {
            least = Fraction.max(least, certain.get(i).share().low());
        }
        Fraction most = least;
        for (int i = 0; i < possible.size() && most.compareTo(Fraction.ONE) < 0; i++) {
            most = Fraction.max(most, possible.get(i).share().high());
        }
        Fraction low = points.times(least);
        Fraction high = points.times(most);
        boolean decided = !certain.isEmpty() && low.equals(high);
        return new RuleOutcome(rule, certain, decided ? List.of() : possible, low, high);
    }

    private static RuleOutcome cap(CheckedRule rule, List<Match> certain, List<Match> possible) {
        Fraction low = Fraction.HUNDRED;
        for (Match match : possible) {
            low = Fraction.min(low, match.share().low());
        }
        Fraction high = Fraction.HUNDRED;
        for (Match match : certain) {
            high = Fraction.min(high, match.share().high());
        }
        return new RuleOutcome(rule, certain, possible, low, high);
    }

    public CheckedRule rule() {
        return rule;
    }

    /** The place of its rule in the pack, if its matches are found later. */
    public int number() {
        return number;
    }

    /** What it certainly earns in points; of a cap, the lowest ceiling it possibly sets. */
    public Fraction low() {
        return low;
    }

    /** What it possibly earns in points; of a cap, the lowest ceiling it certainly sets. */
    public Fraction high() {
        return high;
    }

    /** The matches in which the rule certainly holds. */
    public List<Match> certain() {
        List<Match> ready = certain;
        return ready == null ? made().certain() : ready;
    }

    /** The matches in which it possibly holds, the certain ones among them; empty where they make no difference. */
    public List<Match> possible() {
        List<Match> ready = possible;
        return ready == null ? made().possible() : ready;
    }

    /** Two threads may both make it, with the same result. */
    private RuleOutcome made() {
        if (later == null) {
            throw new IllegalStateException("no ways of " + rule.id());
        }
        RuleOutcome made = later.outcome(number);
        certain = made.certain();
        possible = made.possible();
        return made;
    }

    /**
     * What somebody made of it: one that is found once for all cities is explained in each of them. Two threads may both make it,
     * with the same result.
     *
     * @param owner who makes it, compared by identity; what another one made is dropped
     */
    public <T> T explained(Object owner, Class<T> type, Supplier<T> making) {
        Told known = told;
        if (known == null || known.owner() != owner) {
            known = new Told(owner, making.get());
            told = known;
        }
        return type.cast(known.thing());
    }

    /** The district that it suggests, if that is known without its matches; null otherwise. */
    public @Nullable String suggested() {
        return suggested;
    }

    /** The district that it suggests, if it certainly holds; null if none. */
    public @Nullable String district() {
        return suggested == null ? Match.chosen(certain()).district() : suggested;
    }

    /** Whether it possibly earns points. */
    public boolean mayEarn() {
        return mayEarn;
    }

    /** Whether it possibly earns more than it certainly does. */
    public boolean varies() {
        return varies;
    }

    /** Whether it certainly holds. */
    public boolean holds() {
        return holds;
    }

    /** Whether the matches in which it possibly holds make a difference. */
    public boolean mayHold() {
        return mayHold;
    }

    /** As if it were certain that the rule does not hold. */
    public RuleOutcome ruledOut() {
        return new RuleOutcome(rule, number, Fraction.ZERO, Fraction.ZERO, false, false, null, null);
    }

    /** Whether nothing that is unknown could change what it earns, or whether the rule holds. */
    public boolean isDecided() {
        return (holds || !mayHold) && !varies;
    }

    /** Whether it is undecided if, or how far, the rule holds. */
    public boolean isOpen() {
        return mayHold && (!holds || (varies && rule.rule().awards()));
    }
}

package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.model.value.Fraction;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The outcome of one rule for one candidate. Immutable; its matches may be computed when first read. */
public final class RuleOutcome {

    /**
     * Computes the matches of a rule when they are first read. Scores need no matches, and an explanation reads only
     * those of the few rules that it shows; computing all of them would take most of its time. Outcomes stay inside the
     * engine: results returned to callers contain matches already computed.
     */
    public interface MatchSource {

        /** The outcome of a rule, with its matches. */
        RuleOutcome outcome(int rule);

        /** The rule's view of the candidate, as in {@link MatchedOutcomes#view}. */
        @Nullable
        Object view(int rule);
    }

    private final CheckedRule rule;
    private final Fraction low;
    private final Fraction high;
    private final boolean holds;
    private final boolean mayHold;
    private final boolean mayEarn;
    private final boolean varies;
    private final int number;
    private final @Nullable MatchSource source;
    private final @Nullable String suggested;
    private volatile @Nullable List<Match> certain;
    private volatile @Nullable List<Match> possible;
    private volatile @Nullable Derived derived;

    /** A cached object derived from an outcome, with the object that derived it. */
    private record Derived(Object owner, Object thing) {}

    /**
     * An outcome with its matches.
     *
     * @param certain the matches in which the rule certainly holds
     * @param possible the matches in which it possibly holds, including the certain ones; empty if they make no
     *     difference, because they would take most of the memory of a screening
     * @param low points that it certainly earns; for a cap, the lowest ceiling that it possibly sets
     * @param high points that it possibly earns; for a cap, the lowest ceiling that it certainly sets
     */
    public RuleOutcome(CheckedRule rule, List<Match> certain, List<Match> possible, Fraction low, Fraction high) {
        this(rule, 0, low, high, !certain.isEmpty(), !possible.isEmpty(), null, null);
        this.certain = certain;
        this.possible = possible;
    }

    /**
     * An outcome whose matches are computed when first read, by the {@link MatchSource} given to {@link #withMatchesFrom}.
     *
     * @param number the rule's place in the pack
     * @param holds whether it certainly holds
     * @param mayHold whether the matches in which it possibly holds make a difference
     * @param suggested the district that it suggests, if known without the matches; otherwise null
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
            @Nullable MatchSource source) {
        this.rule = rule;
        this.low = low;
        this.high = high;
        this.mayEarn = high.signum() > 0;
        this.varies = !low.equals(high);
        this.holds = holds;
        this.mayHold = mayHold;
        this.number = number;
        this.suggested = suggested;
        this.source = source;
    }

    /** A copy that takes its matches from another source; this outcome itself if it has its matches. */
    public RuleOutcome withMatchesFrom(MatchSource other) {
        return canProvideMatches() ? this : new RuleOutcome(rule, number, low, high, holds, mayHold, suggested, other);
    }

    /** Whether it has its matches or a source for them. */
    boolean canProvideMatches() {
        return certain != null || source != null;
    }

    /**
     * The outcome of a rule, derived from its matches.
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

    /** An outcome that is the same for every match. */
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

    /** The place of its rule in the pack, if its matches are computed later. */
    public int number() {
        return number;
    }

    /** Points that it certainly earns; for a cap, the lowest ceiling that it possibly sets. */
    public Fraction low() {
        return low;
    }

    /** Points that it possibly earns; for a cap, the lowest ceiling that it certainly sets. */
    public Fraction high() {
        return high;
    }

    /** The matches in which the rule certainly holds. */
    public List<Match> certain() {
        List<Match> ready = certain;
        return ready == null ? made().certain() : ready;
    }

    /** The matches in which it possibly holds, including the certain ones; empty if they make no difference. */
    public List<Match> possible() {
        List<Match> ready = possible;
        return ready == null ? made().possible() : ready;
    }

    /** Two threads may both compute it, with equal results. */
    private RuleOutcome made() {
        if (source == null) {
            throw new IllegalStateException("no source of matches for " + rule.id());
        }
        RuleOutcome made = source.outcome(number);
        certain = made.certain();
        possible = made.possible();
        return made;
    }

    /**
     * An object derived from this outcome, cached, because an outcome found once for all cities is explained in each of
     * them. Two threads may both derive it, with equal results.
     *
     * @param owner the object that derives it, compared by identity; the object cached for another owner is replaced
     */
    public <T> T explained(Object owner, Class<T> type, Supplier<T> making) {
        Derived known = derived;
        if (known == null || known.owner() != owner) {
            known = new Derived(owner, making.get());
            derived = known;
        }
        return type.cast(known.thing());
    }

    /** The suggested district, if known without the matches; otherwise null. */
    public @Nullable String suggested() {
        return suggested;
    }

    /** The suggested district, if the rule certainly holds; null if none. */
    public @Nullable String district() {
        return suggested == null ? Match.chosen(certain()).district() : suggested;
    }

    public boolean mayEarn() {
        return mayEarn;
    }

    /** Whether it possibly earns more than it certainly does. */
    public boolean varies() {
        return varies;
    }

    public boolean holds() {
        return holds;
    }

    /** Whether the matches in which it possibly holds make a difference. */
    public boolean mayHold() {
        return mayHold;
    }

    /** The outcome if the rule certainly did not hold. */
    public RuleOutcome ruledOut() {
        return new RuleOutcome(rule, number, Fraction.ZERO, Fraction.ZERO, false, false, null, null);
    }

    /** Whether no unknown fact can change whether the rule holds or what it earns. */
    public boolean isDecided() {
        return (holds || !mayHold) && !varies;
    }

    /** Whether unknown facts can change whether the rule holds or what it earns. */
    public boolean isOpen() {
        return mayHold && (!holds || (varies && rule.rule().awards()));
    }
}

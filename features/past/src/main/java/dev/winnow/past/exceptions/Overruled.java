package dev.winnow.past.exceptions;

import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.report.i18n.WordPrefix;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of the policy that decisions overruled.
 *
 * @param kind its kind
 * @param id the rule, or the criterion of a threshold; empty for other kinds
 * @param title the title of the rule or criterion; empty for other kinds
 * @param exceptions the decisions against it, in the order given
 */
public record Overruled(Kind kind, String id, String title, List<PolicyException> exceptions) {

    /** Kinds of overruled parts. */
    @WordPrefix("overruled.")
    public enum Kind {
        /** A knock-out that held. */
        KNOCK_OUT,
        /** A knock-out that was undetermined. */
        KNOCK_OUT_OPEN,
        /** A red flag that held. */
        RED_FLAG,
        /** A cap that lowered the score. */
        CAP,
        /** A threshold that the score missed; its criterion is the one that cost most points. */
        THRESHOLD,
        /** Nothing: the decision was stricter than the rules, which lack a reason for it. */
        NO_STOP,
        /** Unknown, because this winnow does not derive the recorded verdict. */
        UNEXPLAINED;

        /** Whether its id is that of a rule. */
        public boolean isRule() {
            return this == KNOCK_OUT || this == KNOCK_OUT_OPEN || this == RED_FLAG || this == CAP;
        }
    }

    private record Key(Kind kind, String id, String title) {}

    private static final Comparator<Overruled> MOST_FIRST = Comparator.comparing(
                    (Overruled one) -> -one.exceptions().size())
            .thenComparing(Overruled::kind)
            .thenComparing(Overruled::id);

    public Overruled {
        exceptions = List.copyOf(exceptions);
    }

    /** Returns the number of decisions against it with which today's pack agrees. */
    public int agreeingToday() {
        return (int) exceptions.stream().filter(PolicyException::agreesToday).count();
    }

    /**
     * Groups decisions by the part of the policy that they overruled, the most frequent first. A decision against several rules is in the
     * group of each.
     */
    static List<Overruled> of(List<PolicyException> exceptions) {
        Map<Key, List<PolicyException>> groups = new LinkedHashMap<>();
        for (PolicyException one : exceptions) {
            keys(one)
                    .forEach(key -> groups.computeIfAbsent(key, any -> new ArrayList<>())
                            .add(one));
        }
        return groups.entrySet().stream()
                .map(group -> new Overruled(
                        group.getKey().kind(),
                        group.getKey().id(),
                        group.getKey().title(),
                        group.getValue()))
                .sorted(MOST_FIRST)
                .toList();
    }

    private static List<Key> keys(PolicyException one) {
        Explanation explained = one.explained();
        if (explained == null) {
            return List.of(new Key(Kind.UNEXPLAINED, "", ""));
        }
        if (!one.isLenient()) {
            return List.of(new Key(Kind.NO_STOP, "", ""));
        }
        return switch (explained.assessment().because()) {
            case KNOCK_OUT -> findings(explained, Effect.KNOCK_OUT, Kind.KNOCK_OUT);
            case RED_FLAG -> findings(explained, Effect.RED_FLAG, Kind.RED_FLAG);
            case KNOCK_OUT_OPEN ->
                explained.undetermined().stream()
                        .filter(open -> open.effect().stops())
                        .map(open -> new Key(Kind.KNOCK_OUT_OPEN, open.rule(), open.title()))
                        .distinct()
                        .toList();
            case TOO_LOW, FACTS_MISSING, BETWEEN -> score(explained);
            case CLEAR, ON_CONDITION -> List.of();
        };
    }

    private static List<Key> findings(Explanation explained, Effect effect, Kind kind) {
        return explained.findings().stream()
                .filter(finding -> finding.effect() == effect)
                .map(finding -> new Key(kind, finding.rule(), finding.title()))
                .distinct()
                .toList();
    }

    private static List<Key> score(Explanation explained) {
        List<Key> keys = new ArrayList<>(explained.findings().stream()
                .filter(finding ->
                        finding.effect().limits() && finding.contribution().signum() < 0)
                .map(finding -> new Key(Kind.CAP, finding.rule(), finding.title()))
                .distinct()
                .toList());
        CriterionScore costly = costliest(explained);
        keys.add(new Key(Kind.THRESHOLD, costly == null ? "" : costly.id(), costly == null ? "" : costly.title()));
        return keys;
    }

    /**
     * Returns the criterion that costs the side with the lower score most points: of its possible score if even that
     * missed the threshold, otherwise of its certain score.
     */
    private static @Nullable CriterionScore costliest(Explanation explained) {
        Side side = explained.assessment().binds();
        boolean possible = explained.assessment().because() == VerdictReason.TOO_LOW;
        return explained.criteria().stream()
                .filter(one -> one.side() == side && one.weight().signum() > 0)
                .max(Comparator.comparing((CriterionScore one) -> one.weight()
                                .multiply(BigDecimal.valueOf(100)
                                        .subtract(
                                                possible
                                                        ? one.span().high()
                                                        : one.span().low(),
                                                MathContext.DECIMAL64)))
                        .thenComparing(CriterionScore::id, Comparator.reverseOrder()))
                .orElse(null);
    }

    /** Returns the reasons that the overruled rule gives in a case: its findings, or the facts that it misses. */
    public List<String> says(PolicyException one) {
        Explanation explained = one.explained();
        if (explained == null || !kind.isRule()) {
            return List.of();
        }
        return kind == Kind.KNOCK_OUT_OPEN
                ? explained.undetermined().stream()
                        .filter(open -> open.rule().equals(id))
                        .map(Undetermined::missing)
                        .flatMap(List::stream)
                        .distinct()
                        .toList()
                : explained.findings().stream()
                        .filter(finding -> finding.rule().equals(id))
                        .map(Finding::reason)
                        .toList();
    }
}

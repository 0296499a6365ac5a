package dev.winnow.engine.oracle;

import dev.winnow.engine.Explained;
import dev.winnow.engine.oracle.Scoreboard.Ends;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Condition;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.FactRef;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.value.ScoreInterval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the engine's assessments with the oracle's and lists every difference. */
final class Agreement {

    private static final Pattern SIDES = Pattern.compile(".*: oracle (.*), engine (.*)");
    private static final Map<String, Effect> EFFECTS = Map.of(
            "award", Effect.AWARD,
            "awardShare", Effect.AWARD,
            "knockOut", Effect.KNOCK_OUT,
            "redFlag", Effect.RED_FLAG,
            "cap", Effect.CAP,
            "note", Effect.NOTE,
            "suggest", Effect.SUGGEST);

    private static final Fraction MILLIONTH = Fraction.ONE.dividedBy(Fraction.of(1_000_000));

    private final List<String> differences = new ArrayList<>();
    private final String where;

    private Agreement(String where) {
        this.where = where;
    }

    /** The differences between the oracle's judgements and a screening of the same universe. */
    static List<String> differences(List<Judged> judged, Explained screening) {
        List<String> differences = new ArrayList<>();
        if (judged.size() != screening.pairs().size()) {
            differences.add(judged.size() + " judged, " + screening.pairs().size() + " assessed");
        }
        for (Explanation explanation : screening.pairs()) {
            Assessment assessment = explanation.assessment();
            String where = assessment.project() + " in " + assessment.city();
            Judged word = Judged.find(judged, assessment.project(), assessment.city());
            if (word == null) {
                differences.add(where + ": not judged");
            } else {
                Agreement agreement = new Agreement(where);
                agreement.rules(word.board(), explanation);
                agreement.totals(word, judged, explanation);
                differences.addAll(agreement.differences);
                differences.addAll(Contributions.differences(word.board(), explanation));
                differences.addAll(Questions.differences(word.board(), explanation));
            }
        }
        return differences;
    }

    private void same(String what, @Nullable Object oracle, @Nullable Object engine) {
        if (!Objects.equals(oracle, engine)) {
            differences.add(where + ": " + what + ": oracle " + oracle + ", engine " + engine);
        }
    }

    private void near(String what, Fraction oracle, BigDecimal engine) {
        Fraction difference = oracle.minus(Fraction.of(engine));
        if (difference.compareTo(MILLIONTH) > 0
                || Fraction.ZERO.minus(difference).compareTo(MILLIONTH) > 0) {
            differences.add(where + ": " + what + ": oracle " + oracle + ", engine " + engine);
        }
    }

    private void rules(Scoreboard board, Explanation explanation) {
        Map<String, Finding> findings =
                explanation.findings().stream().collect(Collectors.toMap(Finding::rule, one -> one));
        Map<String, Undetermined> undetermined =
                explanation.undetermined().stream().collect(Collectors.toMap(Undetermined::rule, one -> one));
        for (Outcome outcome : board.outcomes()) {
            String rule = outcome.rule().id();
            Finding finding = findings.get(rule);
            Undetermined open = undetermined.get(rule);
            boolean holds = outcome.truth() == Truth.TRUE;
            same(rule + " is found", holds, finding != null);
            same(rule + " is undetermined", isOpen(outcome), open != null);
            if (finding != null && holds) {
                finding(rule, outcome, finding);
            }
            if (open != null && isOpen(outcome)) {
                undetermined(rule, outcome, open);
            }
        }
    }

    /** Whether unknown facts can change whether the rule holds or what it earns. */
    static boolean isOpen(Outcome outcome) {
        boolean shared = outcome.truth() == Truth.TRUE && !outcome.low().equals(outcome.high());
        return outcome.truth() == Truth.UNKNOWN || shared;
    }

    private static Fraction points(PlainRule rule) {
        return rule.points() == null ? Fraction.ZERO : Fraction.of(rule.points());
    }

    private static String criterion(PlainRule rule) {
        return rule.deed().target() == null ? rule.criterion() : rule.deed().target();
    }

    private void finding(String rule, Outcome outcome, Finding finding) {
        same(rule + " title", outcome.rule().title(), finding.title());
        same(rule + " source", outcome.rule().source(), finding.source());
        same(rule + " criterion", criterion(outcome.rule()), finding.criterion());
        same(rule + " effect", EFFECTS.get(outcome.rule().deed().verb()), finding.effect());
        same(rule + " action", outcome.rule().action(), finding.action());
        same(rule + " reason", outcome.reason(), finding.reason());
        same(rule + " also", outcome.also(), new TreeSet<>(finding.also()));
        same(
                rule + " also is listed once",
                finding.also().size(),
                outcome.also().size());
        near(rule + " points", points(outcome.rule()), finding.points());
        near(rule + " share", outcome.low(), finding.share());
        List<Set<FactRef>> witnesses = outcome.witnesses();
        if (!witnesses.contains(new TreeSet<>(finding.facts()))) {
            differences.add(where + ": " + rule + " facts: oracle one of " + witnesses + ", engine " + finding.facts());
        }
    }

    private void undetermined(String rule, Outcome outcome, Undetermined open) {
        same(rule + " title", outcome.rule().title(), open.title());
        same(rule + " criterion", criterion(outcome.rule()), open.criterion());
        same(rule + " effect", EFFECTS.get(outcome.rule().deed().verb()), open.effect());
        Fraction share = outcome.high().minus(outcome.low());
        near(rule + " points at stake", points(outcome.rule()).times(share), open.points());
    }

    private void totals(Judged word, List<Judged> judged, Explanation explanation) {
        Assessment assessment = explanation.assessment();
        Scoreboard board = word.board();
        for (CriterionScore criterion : explanation.criteria()) {
            span(criterion.id(), board.criterion(criterion.id()), criterion.span());
        }
        for (Side side : Side.values()) {
            span("side " + side, board.side(side), assessment.sides().get(side));
        }
        span("score", board.score(), assessment.score());
        same("day", word.day(), assessment.asOf());
        same("binds", board.binds(), assessment.binds());
        same("known", board.known().stripTrailingZeros(), assessment.known().stripTrailingZeros());
        same("because", board.because(), assessment.because());
        same("verdict", board.verdict(), assessment.verdict());
        same("possible", board.possible(), assessment.possible());
        same(
                "conditions",
                board.because() == VerdictReason.ON_CONDITION ? board.conditions() : Set.of(),
                explanation.conditions().stream().map(Condition::rule).collect(Collectors.toSet()));
        same("rank", word.rank(judged), assessment.rank());
        same("chain actions", actions(board), assessment.chainActions());
        Set<Optional<Object>> districts = word.placed() ? Set.of() : districts(board);
        Optional<Object> district = Optional.ofNullable(assessment.district());
        if (!districts.contains(district) && (district.isPresent() || !districts.isEmpty())) {
            differences.add(where + ": district: oracle one of " + districts + ", engine " + district);
        }
    }

    private void span(String what, Ends oracle, @Nullable ScoreInterval engine) {
        if (engine == null) {
            differences.add(where + ": no " + what);
            return;
        }
        same(what + " low", oracle.low().floor(), engine.low().setScale(6));
        same(what + " high", oracle.high().floor(), engine.high().setScale(6));
    }

    private static List<ChainAction> actions(Scoreboard board) {
        return board.outcomes().stream()
                .filter(outcome -> outcome.truth() == Truth.TRUE)
                .map(outcome -> outcome.rule().action())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** The suggested districts; empty for a suggestion of an unknown district. */
    private static Set<Optional<Object>> districts(Scoreboard board) {
        return board.outcomes().stream()
                .filter(outcome -> outcome.rule().deed().verb().equals("suggest"))
                .flatMap(outcome -> outcome.certain().stream())
                .map(match -> Optional.ofNullable(match.district()))
                .collect(Collectors.toSet());
    }

    /**
     * Whether a difference is only that reasons call the project's city by its name and a row's city by its id, which
     * the oracle does not imitate.
     */
    static boolean isOnlyACitysName(String difference) {
        Matcher sides = SIDES.matcher(difference.replaceAll("City (\\d)", "city-$1"));
        return sides.matches() && sides.group(1).equals(sides.group(2));
    }
}

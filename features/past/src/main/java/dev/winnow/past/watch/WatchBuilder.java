package dev.winnow.past.watch;

import dev.winnow.analysis.internal.reversal.Reversal;
import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.internal.history.Dossier;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.past.watch.ConditionState.Subject;
import dev.winnow.past.watch.WatchedPair.Outcome;
import dev.winnow.workbench.internal.compare.AssessmentChange;
import dev.winnow.workbench.internal.compare.Comparison;
import dev.winnow.workbench.internal.compare.UndoableEdit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes a {@link Watch}. */
final class WatchBuilder {

    private final ScreeningRequest request;
    private final ScreeningResult result;
    private final LocalDate today;
    private final int within;

    WatchBuilder(ScreeningRequest request, ScreeningResult result, LocalDate today, int within) {
        this.request = request;
        this.result = result;
        this.today = today;
        this.within = within;
    }

    List<WatchedPair> pairs(List<Recommendation> recommendations) {
        Map<Long, List<Recommendation>> byScreening = new LinkedHashMap<>();
        recommendations.forEach(one -> byScreening
                .computeIfAbsent(one.screening(), number -> new ArrayList<>())
                .add(one));
        return byScreening.values().stream()
                .flatMap(this::together)
                .sorted(Comparator.comparing(WatchedPair::outcome)
                        .thenComparing(one -> one.was().city())
                        .thenComparing(one -> one.was().project()))
                .toList();
    }

    /** Screens the recommendations of one recorded screening again. */
    private Stream<WatchedPair> together(List<Recommendation> recorded) {
        ScreeningRequest then = recorded.get(0).then();
        ScreeningResult asked = result.asking(one -> recorded.stream().anyMatch(was -> isOf(was, one)));
        if (then == null) {
            return recorded.stream().map(was -> pair(was, null, asked));
        }
        Recorded all = Recorded.of(then, asked, request);
        return recorded.stream().map(was -> pair(was, all, asked));
    }

    private static boolean isOf(Recommendation was, Assessment one) {
        return was.project().equals(one.project()) && was.city().equals(one.city());
    }

    private static @Nullable Assessment find(Recommendation was, ScreeningResult among) {
        return among.asked().assessments().stream()
                .filter(one -> isOf(was, one))
                .findFirst()
                .orElse(null);
    }

    /**
     * A recorded screening, derived again.
     *
     * @param first as recorded
     * @param sameDay as of the day of today's screening; the same as {@code first} if that day was recorded
     * @param comparison compares {@code sameDay} with today's screening
     */
    private record Recorded(ScreeningResult first, ScreeningResult sameDay, Comparison comparison) {

        static Recorded of(ScreeningRequest then, ScreeningResult asked, ScreeningRequest now) {
            List<String> projects = asked.asked().assessments().stream()
                    .map(Assessment::project)
                    .toList();
            List<String> cities =
                    asked.asked().assessments().stream().map(Assessment::city).toList();
            ScreeningResult first = then.screen(Progress.NONE);
            ScreeningRequest day = then.at(now.asOfPolicy());
            ScreeningResult sameDay = then.asOfPolicy().equals(now.asOfPolicy()) ? first : day.screen(Progress.NONE);
            return new Recorded(
                    first,
                    sameDay,
                    Comparison.of(
                            day.asking(projects, cities),
                            sameDay.asking(one -> asked.asked().assessments().stream()
                                    .anyMatch(other -> other.project().equals(one.project())
                                            && other.city().equals(one.city()))),
                            now,
                            asked,
                            Progress.NONE));
        }

        @Nullable
        AssessmentChange change(Recommendation was) {
            return Stream.concat(comparison.flips().stream(), comparison.moves().stream())
                    .filter(one -> isOf(was, one.after()))
                    .findFirst()
                    .orElse(null);
        }

        List<UndoableEdit> edits(List<Integer> numbers) {
            return numbers.stream()
                    .map(number -> comparison.edits().get(number - 1))
                    .toList();
        }
    }

    private WatchedPair pair(Recommendation was, @Nullable Recorded recorded, ScreeningResult asked) {
        Assessment now = find(was, asked);
        Assessment before = recorded == null ? null : find(was, recorded.first);
        Assessment sameDay = recorded == null ? null : find(was, recorded.sameDay);
        AssessmentChange change = recorded == null ? null : recorded.change(was);
        Reversal flipNow = now == null || now.verdict() == Verdict.DECLINE ? null : flip(asked.session(), now);
        Reversal flipBefore = recorded == null || before == null || before.verdict() == Verdict.DECLINE
                ? null
                : change == null && before.equals(sameDay) ? flipNow : flip(recorded.first.session(), before);
        BigDecimal marginBefore =
                before == null || recorded == null ? null : margin(was, before, recorded.first.pack());
        BigDecimal marginNow = now == null ? null : margin(was, now, asked.pack());
        return new WatchedPair(
                was,
                outcome(was, before, now, nearer(marginBefore, marginNow) || nearer(flipBefore, flipNow)),
                before,
                now,
                marginBefore,
                marginNow,
                flipBefore,
                flipNow,
                recorded == null || change == null
                        ? List.of()
                        : change.causes().stream().map(recorded::edits).toList(),
                change == null || change.proven(),
                before != null && sameDay != null && before.verdict() != sameDay.verdict(),
                before != null && before.verdict() != was.verdict(),
                conditions(was, now, asked.session()));
    }

    /** The points above the threshold below which the recorded verdict of the rules falls. */
    private static BigDecimal margin(Recommendation was, Assessment one, RulePack pack) {
        return was.verdict() == Verdict.RECOMMEND
                ? one.score().low().subtract(pack.recommendFrom())
                : one.score().high().subtract(pack.declineBelow());
    }

    private static @Nullable Reversal flip(ScreeningSession session, Assessment one) {
        return Reversal.of(session, one).stream()
                .filter(change -> change.to().compareTo(change.from()) > 0
                        && change.steps().size() == 1
                        && change.size() != null
                        && change.size().signum() > 0)
                .min(Comparator.comparing(change -> Objects.requireNonNull(change.size())))
                .orElse(null);
    }

    private static boolean nearer(@Nullable BigDecimal before, @Nullable BigDecimal now) {
        return before != null && now != null && now.compareTo(before) < 0;
    }

    private static boolean nearer(@Nullable Reversal before, @Nullable Reversal now) {
        return now != null && (before == null || nearer(before.size(), now.size()));
    }

    private static Outcome outcome(
            Recommendation was, @Nullable Assessment before, @Nullable Assessment now, boolean nearer) {
        if (was.decision() != Verdict.RECOMMEND) {
            return Outcome.WAITS;
        }
        if (now == null) {
            return Outcome.MISSING;
        }
        if (now.verdict().compareTo(was.verdict()) > 0) {
            return Outcome.FELL;
        }
        boolean conditional = before != null
                && before.because() == VerdictReason.CLEAR
                && now.because() == VerdictReason.ON_CONDITION;
        return now.verdict() == was.verdict() && before != null && (nearer || conditional)
                ? Outcome.NEARER
                : Outcome.STANDS;
    }

    private List<ConditionState> conditions(Recommendation was, @Nullable Assessment now, ScreeningSession session) {
        boolean anySubject = was.conditions().stream().anyMatch(one -> one.about() != null);
        Explanation explanation = now == null || !anySubject ? null : session.explain(now);
        return was.conditions().stream()
                .map(one -> state(one.on(today), explanation, session))
                .toList();
    }

    private ConditionState state(DueCondition one, @Nullable Explanation explanation, ScreeningSession session) {
        String about = one.about();
        if (about == null || explanation == null) {
            return new ConditionState(one, ConditionState.status(one, null, today, within), null, null);
        }
        Citation fact = one.isAboutFact() ? stated(about, explanation.assessment(), session) : null;
        Subject subject = one.isAboutFact()
                ? fact != null && !isAsked(about, explanation) ? Subject.SETTLED : Subject.UNDECIDED
                : rule(about, explanation, session.pack());
        return new ConditionState(one, ConditionState.status(one, subject, today, within), subject, fact);
    }

    /** Whether some rule cannot be decided because of a fact. */
    private static boolean isAsked(String fact, Explanation explanation) {
        return explanation.questions().stream().anyMatch(one -> one.fact().equals(fact));
    }

    private static Subject rule(String id, Explanation explanation, RulePack pack) {
        if (explanation.findings().stream().anyMatch(one -> one.rule().equals(id))) {
            return Subject.HOLDS;
        }
        if (explanation.undetermined().stream().anyMatch(one -> one.rule().equals(id))) {
            return Subject.UNDECIDED;
        }
        return pack.rules().stream().anyMatch(one -> one.id().equals(id)) ? Subject.SETTLED : Subject.UNKNOWN;
    }

    /** The value that the universe states for a fact of a project or city; null if it states none. */
    private @Nullable Citation stated(String fact, Assessment one, ScreeningSession session) {
        int point = fact.indexOf('.');
        String kind = fact.substring(0, point);
        String name = fact.substring(point + 1);
        String subject = kind.equals("project") ? one.project() : one.city();
        return session.universe().dossiers(one.asOf(), request.asOfPolicy().hindsight()).stream()
                .filter(dossier -> dossier.kind().equals(kind) && dossier.id().equals(subject))
                .map(Dossier::stated)
                .flatMap(List::stream)
                .filter(citation -> citation.property().equals(name))
                .map(citation -> new Citation(fact, citation.figure(), citation.value(), citation.evidence()))
                .findFirst()
                .orElse(null);
    }
}

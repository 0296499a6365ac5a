package dev.winnow.analysis.internal.panel;

import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.WhatIf;
import dev.winnow.model.internal.panel.Judgement;
import dev.winnow.model.internal.panel.PanelFacts;
import dev.winnow.model.internal.panel.PanelValue;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.vocabulary.FactName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tries other values of judgements about one pair, without another universe per trial where that is possible: if only
 * facts of the project are judged, and the results of all rounds count. Not thread-safe.
 */
final class PairTrials {

    private final PanelScreening screening;
    private final PanelPair pair;
    /** The pair with the values of the panel; null if a trial needs a universe. */
    private final @Nullable WhatIf whatIf;

    private final Map<List<String>, Verdict> verdicts = new HashMap<>();

    /** @param session the screening by the values of the panel */
    PairTrials(PanelScreening screening, ScreeningSession session, PanelPair pair) {
        this.screening = screening;
        this.pair = pair;
        boolean ofProject = pair.values().stream()
                .allMatch(value -> FactName.of(value.fact()).isOfProject());
        boolean counts = !pair.assessment().asOf().isBefore(screening.facts().day());
        this.whatIf = ofProject && counts ? session.whatIf(pair.assessment()) : null;
    }

    /**
     * The result of a trial.
     *
     * @param verdict the verdict of the panel
     * @param settles whether it is the same for every assessor
     */
    record Outcome(Verdict verdict, boolean settles) {}

    /** Tries another value of a judgement; null if the universe lacks the pair. */
    @Nullable
    Outcome outcome(PanelValue value, Judgement judgement, Object other) {
        if (whatIf == null) {
            PanelPair after = screening.changed(pair.assessment(), judgement, other);
            return after == null ? null : new Outcome(after.assessment().verdict(), !after.isDisputed());
        }
        PanelValue changed = PanelValue.of(
                value.subject(),
                value.fact(),
                value.judged(),
                value.judgements().stream()
                        .map(one -> one.equals(judgement) ? one.with(other) : one)
                        .toList());
        Verdict panel = byPanel(whatIf, pair.assessment(), null, changed);
        List<Opinion> moved = new ArrayList<>();
        for (Opinion opinion : pair.opinions()) {
            Assessment own = opinion.assessment();
            if (own != null && moves(opinion, judgement, value)) {
                moved.add(opinion);
            } else if (own != null && own.verdict() != panel) {
                return new Outcome(panel, false);
            }
        }
        return new Outcome(
                panel,
                moved.stream()
                        .allMatch(one -> panel
                                == (one.assessor().id().equals(judgement.assessor())
                                        ? verdict(whatIf, judgement.assessor(), value.fact(), other)
                                        : byPanel(
                                                whatIf,
                                                Objects.requireNonNull(one.assessment()),
                                                one.assessor().id(),
                                                changed))));
    }

    /** Whether an assessor gave the judgement, or takes the value of the panel. */
    private static boolean moves(Opinion opinion, Judgement judgement, PanelValue value) {
        return value.judgements().stream()
                .filter(one -> one.assessor().equals(opinion.assessor().id()))
                .allMatch(one -> one.cannotJudge() || one.equals(judgement));
    }

    /** Returns a verdict with the value of the panel, which counts only with enough judgements. */
    private Verdict byPanel(WhatIf pairs, Assessment own, @Nullable String assessor, PanelValue changed) {
        return changed.missing() > 0 ? own.verdict() : verdict(pairs, assessor, changed.fact(), changed.value());
    }

    /** Returns the verdict by the judgements of an assessor, or of the panel, with another value of a fact. */
    private Verdict verdict(WhatIf pairs, @Nullable String assessor, String fact, @Nullable Object other) {
        String text = other == null ? "unknown" : PanelFacts.text(other);
        return verdicts.computeIfAbsent(List.of(assessor == null ? "" : assessor, fact, text), any -> {
            Map<String, @Nullable Object> facts = new HashMap<>();
            for (PanelValue value : pair.values()) {
                value.judgements().stream()
                        .filter(one -> one.assessor().equals(assessor) && !one.cannotJudge())
                        .forEach(one -> facts.put(value.fact(), one.value()));
            }
            facts.put(fact, other);
            return pairs.assess(facts).verdict();
        });
    }
}

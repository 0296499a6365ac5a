package dev.winnow.report.internal.sentences;

import dev.winnow.analysis.weights.CandidateRobustness;
import dev.winnow.analysis.weights.CandidateRobustness.Acceptability;
import dev.winnow.analysis.weights.Estimate;
import dev.winnow.analysis.weights.Ranking;
import dev.winnow.analysis.weights.WeightInterval;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Unit;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Describes how far verdicts and ranks depend on the weights. */
public final class RobustnessText {

    private static final int DECIMALS = 2;
    private static final int SHARE_DECIMALS = 3;
    /** Maximum number of names of candidates that share the first place. */
    private static final int MOST_NAMED = 5;

    private final Wording wording;
    private final UnaryOperator<String> criteria;
    private final UnaryOperator<String> projects;

    /**
     * @param criteria returns the title of a criterion by id
     * @param projects returns the name of a project by id
     */
    public RobustnessText(Wording wording, UnaryOperator<String> criteria, UnaryOperator<String> projects) {
        this.wording = wording;
        this.criteria = criteria;
        this.projects = projects;
    }

    /**
     * Returns whether the first place of a ranking is robust, or the weight on which it depends. For a single
     * candidate, the text is about its verdict.
     */
    public String first(Ranking ranking) {
        if (ranking.standings().size() == 1) {
            return dependence(ranking.first());
        }
        if (!ranking.hasFirst()) {
            return tied(ranking);
        }
        String result = ranking.isRobust() && !ranking.settled()
                ? wording.say("sure.first.facts")
                : dependence("sure.first", ranking.isRobust(), ranking.dependsOn());
        Ranking.Leader leader = ranking.leader();
        Estimate leads = leader.first();
        return leads == null
                ? result
                : result
                        + space()
                        + wording.say(
                                "sure.first.sampled",
                                projects.apply(leader.project()),
                                share(leads.share()),
                                error(leads));
    }

    /** Returns the candidates that share the first place, if others follow them. */
    private String tied(Ranking ranking) {
        List<String> tied = ranking.tied();
        if (tied.size() == ranking.standings().size()) {
            return wording.say("sure.first.alike", tied.size());
        }
        return tied.size() > MOST_NAMED
                ? wording.say("sure.first.tied.many", tied.size())
                : wording.say(
                        "sure.first.tied",
                        wording.list(tied.stream().map(projects).toList()));
    }

    /**
     * Returns whether the first place of a ranking is robust. If the first candidate was not requested, the text is
     * about the verdict and rank of the requested one; of several, it counts those that are robust.
     *
     * @param asked the requested candidates, by rank
     * @param basis the words of {@link AssessmentSummary#basis} for the first of them
     */
    public String asked(Ranking ranking, List<CandidateRobustness> asked, String basis) {
        if (asked.isEmpty()
                || asked.contains(ranking.first())
                || asked.stream().anyMatch(one -> ranking.tied().contains(one.project()))) {
            return first(ranking);
        }
        if (asked.size() > 1) {
            return verdicts(asked);
        }
        CandidateRobustness one = asked.get(0);
        return wording.say(
                "sure.asked",
                projects.apply(one.project()),
                verdict(one, ranking.samples())
                        + rank(one, ranking, basis)
                                .map(result -> space() + result)
                                .orElse(""));
    }

    /** Returns how many of some verdicts are robust, or of a single one whether it is. */
    public String verdicts(List<CandidateRobustness> asked) {
        if (asked.size() == 1) {
            return dependence(asked.get(0));
        }
        long robust = asked.stream().filter(CandidateRobustness::isRobust).count();
        long open =
                asked.stream().filter(one -> one.isRobust() && !one.isSettled()).count();
        if (robust == open) {
            return open == asked.size()
                    ? wording.say("sure.asked.open", open)
                    : wording.say(open == 0 ? "sure.asked.none" : "sure.asked.none.facts", asked.size(), open);
        }
        return open == 0
                ? wording.say("sure.asked.many", robust, asked.size())
                : wording.say("sure.asked.facts", robust - open, asked.size(), open);
    }

    /** Returns whether a verdict is robust, or the weight on which it depends. */
    public String verdict(CandidateRobustness standing, int samples) {
        return dependence(standing)
                + stands("sure.verdict.sampled", standing, samples)
                        .map(result -> space() + result)
                        .orElse("");
    }

    /** Returns the share of sampled weightings in which the advice stays the same; empty where {@link #stands} is. */
    public Optional<String> advice(CandidateRobustness standing, int samples) {
        return stands("sure.advice.sampled", standing, samples);
    }

    /**
     * Returns the share of sampled weightings in which a verdict stays the same; empty if none were sampled, and for
     * a HOLD that open facts can change, which waits for them under any weights.
     */
    private Optional<String> stands(String key, CandidateRobustness standing, int samples) {
        Acceptability fared = standing.acceptability();
        if (fared == null || (standing.verdict() == Verdict.HOLD && !standing.isSettled())) {
            return Optional.empty();
        }
        Estimate stands = fared.verdict();
        return Optional.of(wording.say(key, share(stands.share()), count(samples), error(stands)));
    }

    /**
     * Returns the range of ranks under other weights; empty if none were sampled, and for a single candidate.
     *
     * @param basis the words of {@link AssessmentSummary#basis} for the candidate
     */
    public Optional<String> rank(CandidateRobustness standing, Ranking ranking, String basis) {
        Acceptability fared = standing.acceptability();
        int candidates = ranking.standings().size();
        if (fared == null || candidates == 1) {
            return Optional.empty();
        }
        String best = Numbers.ordinal(fared.best(), wording);
        return Optional.of(
                fared.best() == fared.worst()
                        ? wording.say("sure.rank.same", basis, best, candidates, count(ranking.samples()))
                        : wording.say(
                                "sure.rank.between",
                                basis,
                                best,
                                Numbers.ordinal(fared.worst(), wording),
                                candidates,
                                share(fared.first().share()),
                                error(fared.first())));
    }

    /**
     * Returns the weights at which a verdict stays the same, for each criterion that can change it within the order of
     * importance.
     */
    public List<String> weights(CandidateRobustness standing) {
        List<String> lines = new ArrayList<>();
        for (WeightInterval one : standing.weights()) {
            String criterion = criteria.apply(one.criterion());
            String now = number(one.weight(), RoundingMode.HALF_EVEN);
            String from = number(one.from(), RoundingMode.CEILING);
            String to = one.to() == null ? "" : number(one.to(), RoundingMode.FLOOR);
            String below = one.below() == null ? "" : outcome(one.below());
            String above = one.above() == null ? "" : outcome(one.above());
            if (one.falls() && one.rises()) {
                lines.add(wording.say("sure.weight.both", criterion, now, from, below, to, above));
            } else if (one.falls()) {
                lines.add(wording.say("sure.weight.below", criterion, now, from, below));
            } else if (one.rises()) {
                lines.add(wording.say("sure.weight.above", criterion, now, to, above));
            }
        }
        return lines;
    }

    private String dependence(CandidateRobustness one) {
        return one.isRobust() && !one.isSettled()
                ? wording.say("sure.verdict.facts", AssessmentSummary.others(one.verdict(), one.possible(), wording))
                : dependence("sure.verdict", one.isRobust(), one.dependsOn());
    }

    private String dependence(String key, boolean robust, Optional<WeightInterval> on) {
        if (robust) {
            return wording.say(key + ".robust");
        }
        if (on.isEmpty()) {
            return wording.say(key + ".together");
        }
        WeightInterval weight = on.get();
        boolean below = weight.isNearerBelow();
        BigDecimal end = below ? weight.from() : weight.to();
        String then = below ? weight.below() : weight.above();
        return wording.say(
                key + (below ? ".below" : ".above"),
                criteria.apply(weight.criterion()),
                end == null ? "" : number(end, below ? RoundingMode.CEILING : RoundingMode.FLOOR),
                number(weight.weight(), RoundingMode.HALF_EVEN),
                then == null ? "" : outcome(then));
    }

    /** Returns a verdict in words, or the name of the first project. */
    private String outcome(String result) {
        boolean verdict =
                Arrays.stream(Verdict.values()).anyMatch(one -> one.name().equals(result));
        return verdict ? wording.say("verdict." + result) : projects.apply(result);
    }

    private String number(BigDecimal number, RoundingMode rounding) {
        return Unit.NUMBER.write(Amount.of(number.setScale(DECIMALS, rounding)), wording.language());
    }

    private String count(int samples) {
        return Unit.NUMBER.write(Amount.of(samples), wording.language());
    }

    private String share(BigDecimal share) {
        return share(share, RoundingMode.HALF_EVEN);
    }

    /** Returns the standard error, rounded up, so that it never seems to be 0. */
    private String error(Estimate one) {
        return share(one.error(), RoundingMode.CEILING);
    }

    private String share(BigDecimal share, RoundingMode rounding) {
        return Unit.SHARE.write(Amount.of(share.setScale(SHARE_DECIMALS, rounding)), wording.language());
    }

    private String space() {
        return wording.sentence(" ");
    }
}

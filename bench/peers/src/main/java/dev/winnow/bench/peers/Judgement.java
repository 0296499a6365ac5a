package dev.winnow.bench.peers;

import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result for one project in one city. Scores are in millionths. */
final class Judgement {

    private static final Comparator<Judgement> BEST_FIRST = Comparator.comparing(Judgement::verdict)
            .thenComparing(one -> !one.mayBeRecommended())
            .thenComparing(Comparator.comparingLong(Judgement::low).reversed())
            .thenComparing(Comparator.comparingLong(Judgement::otherLow).reversed())
            .thenComparing(Comparator.comparingLong(Judgement::known).reversed());

    private final String project;
    private final String city;
    private final Findings findings;
    private final Scores scores;
    private final VerdictReason because;
    private int rank;

    private Judgement(String project, String city, Findings findings, Scores scores) {
        this.project = project;
        this.city = city;
        this.findings = findings;
        this.scores = scores;
        this.because = because(findings, scores);
    }

    /** Judges a pair by its findings. */
    static Judgement of(String project, String city, Findings findings) {
        return new Judgement(project, city, findings, Scores.of(findings));
    }

    /** Sorts the judgements of a city and numbers them; equals share a rank. */
    static void rank(List<Judgement> ofCity) {
        ofCity.sort(BEST_FIRST);
        for (int i = 0; i < ofCity.size(); i++) {
            boolean tied = i > 0 && BEST_FIRST.compare(ofCity.get(i - 1), ofCity.get(i)) == 0;
            ofCity.get(i).rank = tied ? ofCity.get(i - 1).rank : i + 1;
        }
    }

    private static VerdictReason because(Findings findings, Scores scores) {
        Finding noMoney = findings.of(Rule.NO_MONEY_IN_SIGHT);
        Finding duplicate = findings.of(Rule.DUPLICATES_WHAT_IS_THERE);
        if (noMoney != null && noMoney.certain()) {
            return VerdictReason.KNOCK_OUT;
        }
        if (scores.high() < Scores.DECLINE) {
            return VerdictReason.TOO_LOW;
        }
        if (duplicate != null && duplicate.certain()) {
            return VerdictReason.RED_FLAG;
        }
        if (noMoney != null) {
            return VerdictReason.KNOCK_OUT_OPEN;
        }
        if (scores.low() >= Scores.RECOMMEND) {
            return duplicate == null ? VerdictReason.CLEAR : VerdictReason.ON_CONDITION;
        }
        return scores.high() >= Scores.RECOMMEND ? VerdictReason.FACTS_MISSING : VerdictReason.BETWEEN;
    }

    String project() {
        return project;
    }

    String city() {
        return city;
    }

    @Nullable
    Finding finding(Rule rule) {
        return findings.of(rule);
    }

    Scores scores() {
        return scores;
    }

    VerdictReason because() {
        return because;
    }

    Verdict verdict() {
        return because.verdict();
    }

    /** Whether no certain finding prevents a recommendation. */
    private boolean mayBeRecommended() {
        return verdict() != Verdict.DECLINE && because != VerdictReason.RED_FLAG && scores.high() >= Scores.RECOMMEND;
    }

    /** Returns its rank in its city, from 1. */
    int rank() {
        return rank;
    }

    private long low() {
        return scores.low();
    }

    private long otherLow() {
        return scores.binds() == Side.CITY ? scores.projectLow() : scores.cityLow();
    }

    private long known() {
        return scores.known();
    }
}

package dev.winnow.past.backtest;

import dev.winnow.console.input.StatementDayNotes;
import dev.winnow.language.RuleSummary;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.past.backtest.RuleDiscrimination.Count;
import dev.winnow.past.backtest.RuleDiscrimination.Kind;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.sentences.BaseCaseText;
import dev.winnow.report.internal.sentences.Editions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The back-tests of one or two packs on the same projects, prepared for display.
 *
 * @param list the back-tests, with the same projects in the same order
 * @param slices number of periods of decisions in statistics
 * @param names display names, with the titles of packs and universe
 * @param wording the language of the texts
 */
public record BackTests(List<BackTest> list, int slices, Names names, Wording wording) {

    /** Number of projects that a sentence names. */
    private static final int MAX_NAMES = 20;

    public BackTests {
        list = List.copyOf(list);
    }

    /** Returns the projects, which are the same for each pack. */
    public List<BackTestCase> trials() {
        return list.get(0).trials();
    }

    /** Returns how well the verdicts of each back-test predicted the outcomes. */
    public List<OutcomeStatistics> statistics() {
        return list.stream().map(test -> OutcomeStatistics.of(test, slices)).toList();
    }

    /** {@return whether there are two packs} */
    public boolean areTwo() {
        return list.size() == 2;
    }

    /** Returns {@code A: battery 1.0.0}, or {@code battery 1.0.0} for a single pack. */
    public String named(int pack) {
        return label(pack, ": ") + named(list.get(pack));
    }

    /** Returns the title and version of the pack of a back-test. */
    String named(BackTest test) {
        return Editions.named(Editions.pack(test.pack(), names, wording));
    }

    /** Returns the letter of a pack and {@code after}; empty for a single pack. */
    public String label(int pack, String after) {
        return areTwo() ? (pack == 0 ? "A" : "B") + wording.sentence(after) : "";
    }

    /** Returns {@code winnow: pack battery 1.0.0 against the past of universe illustrative}. */
    public String title() {
        String universe = Editions.named(Editions.universe(list.get(0).universe(), names, wording));
        return areTwo()
                ? wording.sentence("winnow: back-test of packs %s and %s on universe %s", named(0), named(1), universe)
                : wording.sentence("winnow: back-test of pack %s on universe %s", named(0), universe);
    }

    /** Returns {@code 5 projects with a known outcome: 3 succeeded, 1 failed, 1 stopped}. */
    public String headline() {
        return wording.sentence(
                "%s with a known outcome: %s",
                wording.say(Message.count(trials().size(), "no projects", "1 project", "%s projects")),
                BackTestCase.RESULTS.stream()
                        .map(result -> wording.say("backtest.ended", ended(result), wording.sentence(result)))
                        .collect(Collectors.joining(wording.sentence(", "))));
    }

    private long ended(String result) {
        return trials().stream()
                .filter(trial -> trial.outcome().result().equals(result))
                .count();
    }

    /** Returns the warning that base verdicts show the effect of the assumptions on the past, not that they are right. */
    public String baseWarning() {
        return baseWarning(trials().size(), wording);
    }

    static String baseWarning(int projects, Wording wording) {
        return wording.sentence(
                "The outcomes of %s calibrate nothing: base verdicts show what the assumptions make of the past, not"
                        + " that they are right.",
                wording.say(Message.count(projects, "no projects", "1 project", "%s projects")));
    }

    /**
     * Returns how assumptions change the verdicts, and why base verdicts stay on HOLD: {@code As known then, assuming
     * changes no verdict. 13 stay on HOLD: 12 because a knock-out is open, 1 because facts are missing.}
     */
    public String baseEffect(BackTest test, boolean hindsight) {
        List<String> changed = new ArrayList<>();
        Map<VerdictReason, Integer> held = new EnumMap<>(VerdictReason.class);
        for (BackTestCase trial : test.trials()) {
            Verdict told = trial.judged(hindsight).verdict();
            BaseCase base = trial.judged(hindsight).base();
            if (base != null && base.verdict() == Verdict.HOLD) {
                held.merge(base.because(), 1, Integer::sum);
            }
            if (base != null && base.verdict() != told) {
                changed.add(wording.sentence(
                        "%s (%s → %s)",
                        name(trial), wording.say("verdict." + told), wording.say("verdict." + base.verdict())));
            }
        }
        String worth = changed.isEmpty()
                ? wording.sentence("%s, assuming changes no verdict.", view(hindsight))
                : wording.sentence(
                        "%s, assuming changes %s of %s verdicts: %s.",
                        view(hindsight), changed.size(), test.trials().size(), wording.list(changed));
        if (held.isEmpty()) {
            return worth;
        }
        List<String> reasons = new ArrayList<>();
        held.forEach((because, count) ->
                reasons.add(wording.sentence("%s because %s", count, wording.say("because." + because))));
        return wording.sentence(
                "%s In the base case %s on HOLD: %s.",
                worth,
                wording.say(Message.count(
                        held.values().stream().mapToInt(Integer::intValue).sum(), "none is", "1 is", "%s are")),
                wording.list(reasons));
    }

    /** Returns {@code As known then} or {@code In hindsight}. */
    public String view(boolean hindsight) {
        return wording.sentence(hindsight ? "In hindsight" : "As known then");
    }

    /**
     * Returns sentences on the assumptions that a base verdict depends on: one per project with such assumptions, then
     * one on all other projects.
     */
    public List<String> carried(BackTest test, boolean hindsight, FactWords facts) {
        BaseCaseText words = new BaseCaseText(wording, facts);
        List<String> sentences = new ArrayList<>();
        List<BackTestCase> bare = new ArrayList<>();
        List<BackTestCase> sure = new ArrayList<>();
        for (BackTestCase trial : test.trials()) {
            Explanation judged = trial.explained(hindsight);
            BaseCase base = judged.assessment().base();
            if (base == null || judged.assumed().isEmpty()) {
                bare.add(trial);
            } else if (words.dependsOn(judged).isEmpty()) {
                sure.add(trial);
            } else {
                sentences.add(wording.sentence(
                        "%s: %s depends on %s.",
                        name(trial), wording.say("verdict." + base.verdict()), words.dependsOn(judged)));
            }
        }
        if (!sure.isEmpty()) {
            sentences.add(
                    sentences.isEmpty() && bare.isEmpty()
                            ? wording.sentence("No base verdict depends on a single assumption.")
                            : wording.sentence("No single assumption carries the base verdict of %s.", names(sure)));
        }
        if (!bare.isEmpty()) {
            sentences.add(wording.sentence("No fact that a rule reads is assumed for %s.", names(bare)));
        }
        return sentences;
    }

    /** Returns sentences on what weakens the test. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        BackTest first = list.get(0);
        if (first.failures() == 0) {
            warnings.add(
                    wording.sentence("No failure is on record, so nothing here shows that the rules would stop one."));
        } else if (first.isFlattered()) {
            warnings.add(wording.sentence(
                    "Survivor bias: %s and %s on record. Failures are reported less than successes, so this flatters"
                            + " the rules.",
                    wording.say(Message.count(first.failures(), "no failures", "1 failure", "%s failures")),
                    wording.say(Message.count(first.successes(), "no successes", "1 success", "%s successes"))));
        }
        if (!first.undated().isEmpty()) {
            warnings.add(wording.sentence(
                    "The day of decision is unknown for %s: judged as of the universe’s day, by what their cities have"
                            + " become since.",
                    names(first.undated())));
        }
        if (first.undatedFacts() > 0) {
            warnings.add(wording.sentence("%s.", wording.say(StatementDayNotes.undated(first.undatedFacts()))));
        }
        if (!first.afterTheFact().isEmpty()) {
            warnings.add(wording.sentence(
                    "Decided no earlier than the outcome was known, as far as the facts show: %s. A"
                            + " verdict on them is no forecast.",
                    names(first.afterTheFact())));
        }
        return warnings;
    }

    /** Returns a sentence on how well verdicts agreed with outcomes. */
    public String worth(BackTest test, boolean hindsight) {
        List<BackTestCase> wrong =
                test.trials().stream().filter(trial -> trial.isWrong(hindsight)).toList();
        List<BackTestCase> declined =
                wrong.stream().filter(trial -> trial.outcome().isSuccess()).toList();
        List<BackTestCase> recommended =
                wrong.stream().filter(trial -> !trial.outcome().isSuccess()).toList();
        return wording.sentence(
                "of %s that failed or stopped, %s would have been recommended%s; of %s that succeeded, %s would have"
                        + " been declined%s",
                test.failures(),
                none(recommended),
                bracketed(recommended),
                test.successes(),
                none(declined),
                bracketed(declined));
    }

    private String none(List<BackTestCase> trials) {
        return trials.isEmpty() ? wording.sentence("none") : wording.sentence("%s", trials.size());
    }

    private String bracketed(List<BackTestCase> trials) {
        return trials.isEmpty() ? "" : wording.sentence(" (%s)", names(trials));
    }

    String names(List<BackTestCase> trials) {
        return wording.list(trials.stream().map(this::name).toList(), MAX_NAMES);
    }

    /** Returns the display name of a project. */
    public String name(BackTestCase trial) {
        return wording.name(trial.judged(false).projectName());
    }

    /** Returns {@code stopped by 2019-12-31}. */
    public String outcome(BackTestCase trial) {
        String result = wording.sentence(trial.outcome().result());
        LocalDate ended = trial.outcome().ended();
        return ended == null ? result : wording.sentence("%s by %s", result, wording.day(ended));
    }

    /** Returns {@code best of 6: Jinan 济南}. */
    public String cityAndDay(BackTestCase trial, boolean hindsight) {
        int all = trial.all(hindsight).size();
        String best = trial.judged(hindsight).cityName();
        return all == 1 ? best : wording.sentence("best of %s: %s", all, best);
    }

    /** Returns the rules of a kind, those that separate outcomes best first. */
    public static List<RuleDiscrimination> of(BackTest test, boolean hindsight, Kind kind) {
        return test.discriminations(hindsight).stream()
                .filter(one -> one.kind() == kind)
                .sorted(RuleDiscrimination.CLEAREST)
                .toList();
    }

    /** Returns the id of a rule, as its file has it; outside English its title. */
    String rule(RuleSummary rule) {
        return wording.language() == Language.EN ? rule.id() : rule.title();
    }

    /**
     * Returns {@code 2 of 3, 1 open}: the cases in which a rule held, those in which it was decided, those in which it
     * was open.
     */
    public String count(Count count) {
        return count.open() == 0
                ? wording.sentence("%s of %s", count.holds(), count.decided())
                : wording.sentence("%s of %s, %s open", count.holds(), count.decided(), count.open());
    }
}

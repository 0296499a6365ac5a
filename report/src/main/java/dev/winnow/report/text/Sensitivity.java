package dev.winnow.report.text;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.reversal.Reversal;
import dev.winnow.analysis.weights.CandidateRobustness;
import dev.winnow.analysis.weights.Ranking;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.explain.Obstacle;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Colours;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.layout.Page;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes the sections of a memo on sensitivity: robustness, changes that would reverse the verdict, and why rules do
 * not hold.
 */
public final class Sensitivity {

    private static final int LABEL = 12;
    /** The most changes that are shown for each verdict. */
    private static final int FEW = 4;

    private final Insight insight;
    private final RulePack pack;
    private final Wording wording;
    private final Colours colours;
    private final boolean whyNot;
    private final RobustnessText sure;
    private final WhyText why;
    private final WaysText ways;

    /**
     * @param whyNot whether to explain for every rule why it does not hold
     */
    public Sensitivity(ScreeningResult result, Insight insight, Wording wording, Colours colours, boolean whyNot) {
        this.insight = insight;
        this.pack = result.pack();
        this.wording = wording;
        this.colours = colours;
        this.whyNot = whyNot;
        this.sure = sureText(result, wording);
        this.ways = new WaysText(wording, result.asked().names());
        this.why = new WhyText(
                wording,
                new FactWords(wording, result.asked().names())::words,
                type -> result.asked().names().vocabulary().rowWords(type, wording.language()));
    }

    static RobustnessText sureText(ScreeningResult result, Wording wording) {
        return new RobustnessText(wording, result::criterionTitle, result::projectName);
    }

    /**
     * How sure the ranking is that an assessment is in: its first place; or, where that was not asked for, each verdict and
     * rank that was.
     */
    public static Function<Assessment, String> first(ScreeningResult result, Insight insight, Wording wording) {
        RobustnessText sure = sureText(result, wording);
        return one -> {
            List<Assessment> asked = result.asked().assessments().stream()
                    .filter(other ->
                            other.city().equals(one.city()) && other.asOf().equals(one.asOf()))
                    .toList();
            return asked.stream().anyMatch(other -> other.rank() == 1)
                    ? sure.first(insight.ranking(one))
                    : sure.asked(
                            insight.ranking(one),
                            asked.stream().map(insight::standing).toList());
        };
    }

    /** Writes the sections on one assessment. */
    public void write(Explanation explanation, Page page) {
        Assessment assessment = explanation.assessment();
        sure(assessment, page);
        ways(explanation, page);
        changes(assessment, page);
        if (whyNot) {
            obstacles(assessment, page);
        }
    }

    /** How sure a verdict and a place are, for a document. */
    public Section certainty(Assessment assessment) {
        Ranking ranking = insight.ranking(assessment);
        CandidateRobustness standing = insight.standing(assessment);
        List<String> lines = new ArrayList<>(List.of(sure.verdict(standing, ranking.samples())));
        sure.rank(standing).ifPresent(lines::add);
        lines.addAll(sure.weights(standing));
        return new Section(wording.say("sure.title"), lines);
    }

    /** Why rules do not hold, for a document. */
    public Section obstacles(Assessment assessment) {
        List<String> lines = insight.obstacles(assessment).stream()
                .map(one -> label(one) + " " + Columns.unstopped(one.rule().title()) + ": " + why.reason(one) + " ("
                        + why.constraint(one) + ")")
                .toList();
        return new Section(wording.say("why.title"), lines.isEmpty() ? List.of(wording.say("why.none")) : lines);
    }

    /** The sections on one assessment, for a document. */
    public List<Section> sections(Explanation explanation) {
        Assessment assessment = explanation.assessment();
        List<Section> sections = new ArrayList<>(List.of(certainty(assessment)));
        List<String> steps = new ArrayList<>();
        for (WaysText.Part part : ways.parts(explanation.assessment(), insight.ways(explanation))) {
            steps.add(String.join(" ", part.text(), String.join(wording.sentence("; "), part.answers()))
                    .strip());
        }
        if (!steps.isEmpty()) {
            steps.add(wording.say("ways.each"));
            sections.add(new Section(wording.say("ways.title"), steps));
        }
        List<String> changes = few(insight.reversals(assessment)).stream()
                .map(one -> wording.say("memo.figure", wording.say("verdict." + one.to()), why.change(one)))
                .toList();
        if (!pack.changeable().isEmpty()) {
            sections.add(new Section(
                    wording.say("why.change.title"),
                    changes.isEmpty() ? List.of(wording.say("why.change.none")) : changes));
        }
        return sections;
    }

    private void sure(Assessment assessment, Page page) {
        Ranking ranking = insight.ranking(assessment);
        CandidateRobustness standing = insight.standing(assessment);
        page.section(colours.strong(wording.say("sure.title")));
        page.text(2, sure.verdict(standing, ranking.samples()));
        sure.rank(standing).ifPresent(text -> page.text(2, text));
        List<String> weights = sure.weights(standing);
        if (!weights.isEmpty()) {
            page.text(2, wording.say("sure.weights"));
            weights.forEach(text -> page.hanging("  · ", text));
        }
    }

    private void ways(Explanation explanation, Page page) {
        List<WaysText.Part> parts = ways.parts(explanation.assessment(), insight.ways(explanation));
        if (parts.isEmpty()) {
            return;
        }
        page.section(colours.strong(wording.say("ways.title")));
        for (WaysText.Part part : parts) {
            page.text(2, part.text());
            part.answers().forEach(answer -> page.hanging("  · ", answer));
        }
        page.text(2, wording.say("ways.each"));
    }

    private void changes(Assessment assessment, Page page) {
        page.section(colours.strong(wording.say("why.change.title")));
        if (pack.changeable().isEmpty()) {
            page.text(2, wording.say("why.change.undeclared"));
            return;
        }
        List<Reversal> all = insight.reversals(assessment);
        if (all.isEmpty()) {
            page.text(2, wording.say("why.change.none"));
            return;
        }
        for (Reversal one : few(all)) {
            String verdict = Columns.left(wording.say("verdict." + one.to()), LABEL);
            page.hanging("  " + colours.paint(one.to(), verdict), why.change(one));
            why.who(one).forEach(who -> page.text(2 + LABEL, who));
        }
        page.text(2, wording.say("why.change.each"));
    }

    /** The first few for each verdict. */
    private static List<Reversal> few(List<Reversal> all) {
        Map<Verdict, Integer> shown = new EnumMap<>(Verdict.class);
        return all.stream()
                .filter(one -> shown.merge(one.to(), 1, Integer::sum) <= FEW)
                .toList();
    }

    private void obstacles(Assessment assessment, Page page) {
        page.section(colours.strong(wording.say("why.title")));
        List<Obstacle> all = insight.obstacles(assessment);
        if (all.isEmpty()) {
            page.text(2, wording.say("why.none"));
        }
        for (Obstacle one : all) {
            page.hanging(
                    "  " + Columns.left(label(one), LABEL),
                    Columns.unstopped(one.rule().title()));
            page.text(2 + LABEL, why.reason(one));
            page.text(2 + LABEL, colours.faint(why.constraint(one)));
        }
    }

    private String label(Obstacle one) {
        return one.rule().effect().hasPoints()
                ? "+" + Numbers.near(one.worth(), 2)
                : wording.say("effect." + one.rule().effect());
    }
}

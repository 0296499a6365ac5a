package dev.winnow.report.internal.sentences;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.internal.reversal.Reversal;
import dev.winnow.analysis.weights.CandidateRobustness;
import dev.winnow.analysis.weights.Ranking;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.explain.Obstacle;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.layout.Columns;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The sections of a memo on sensitivity: robustness, changes that would reverse the verdict, and why rules do not hold.
 */
public final class Sensitivity {

    /** Maximum number of changes shown per verdict. */
    private static final int FEW = 4;

    private final Insight insight;
    private final RulePack pack;
    private final Wording wording;
    private final boolean whyNot;
    private final BiFunction<Assessment, Wording, List<Section>> further;
    private final RobustnessText sure;
    private final WhyText why;
    private final WaysText ways;

    /**
     * @param whyNot whether to explain for each rule why it does not hold
     * @param further returns sections that precede these
     */
    public Sensitivity(
            ScreeningResult result,
            Insight insight,
            Wording wording,
            boolean whyNot,
            BiFunction<Assessment, Wording, List<Section>> further) {
        this.insight = insight;
        this.pack = result.pack();
        this.wording = wording;
        this.whyNot = whyNot;
        this.further = further;
        this.sure = sureText(result, wording);
        Names names = result.asked().names();
        this.ways = new WaysText(wording, names);
        this.why = new WhyText(wording, new FactWords(wording, names));
    }

    public static RobustnessText sureText(ScreeningResult result, Wording wording) {
        return new RobustnessText(wording, result::criterionTitle, result::projectName);
    }

    /**
     * Returns a function that describes the robustness of an assessment's ranking: of its first place or, if that
     * candidate was not requested, of each requested verdict and rank. Candidates that are not shown are counted. Of the
     * best of a long list, it describes the verdicts alone.
     */
    public static Function<Assessment, String> first(ScreeningResult result, Insight insight, Wording wording) {
        RobustnessText sure = sureText(result, wording);
        return one -> {
            List<Assessment> asked = beside(one, result);
            List<CandidateRobustness> standings =
                    asked.stream().map(insight::standing).toList();
            if (insight.isShortlist()) {
                return sure.verdicts(standings) + wording.sentence(" ") + wording.say("sure.ranks.list", asked.size());
            }
            Ranking ranking = insight.ranking(one);
            String said = asked.stream().anyMatch(other -> other.rank() == 1)
                    ? sure.first(ranking)
                    : sure.asked(ranking, standings, AssessmentSummary.basis(one, wording));
            int all = ranking.standings().size();
            return all == asked.size()
                    ? said
                    : said + wording.sentence(" ") + wording.say("sure.ranks", all, asked.size());
        };
    }

    /** Returns the requested assessments of the same city and day, with the given one. */
    private static List<Assessment> beside(Assessment one, ScreeningResult result) {
        return result.asked().assessments().stream()
                .filter(other -> other.city().equals(one.city()) && other.asOf().equals(one.asOf()))
                .toList();
    }

    /** Returns the sections on one assessment. */
    public List<Section> sections(Explanation explanation) {
        Assessment assessment = explanation.assessment();
        return Stream.concat(
                        brief(assessment).stream(),
                        Stream.of(ways(explanation), changes(assessment), obstacles(assessment)))
                .filter(section -> !section.isEmpty())
                .toList();
    }

    /** Returns the sections that take no search. */
    public List<Section> brief(Assessment assessment) {
        return Stream.concat(further.apply(assessment, wording).stream(), Stream.of(certainty(assessment)))
                .toList();
    }

    /** Returns the section on the robustness of verdict and rank. */
    private Section certainty(Assessment assessment) {
        CandidateRobustness standing = insight.standing(assessment);
        Ranking ranking = insight.ranking(assessment);
        List<Item> items = new ArrayList<>();
        items.add(new Item(sure.verdict(standing, ranking.samples())));
        sure.rank(standing, ranking, AssessmentSummary.basis(assessment, wording))
                .map(Item::new)
                .ifPresent(items::add);
        List<String> weights = sure.weights(standing);
        if (!weights.isEmpty()) {
            items.add(new Item(wording.say("sure.weights"), weights));
        }
        return new Section("sure", wording.say("sure.title"), new Items(Mark.NONE, items, ""));
    }

    private Section ways(Explanation explanation) {
        List<Item> parts = ways.parts(explanation.assessment(), insight.ways(explanation));
        return new Section(
                "ways",
                wording.say("ways.title"),
                new Items(Mark.NONE, parts, ""),
                new Paragraph(parts.isEmpty() ? "" : wording.say("ways.each")));
    }

    private Section changes(Assessment assessment) {
        List<Item> items = few(insight.reversals(assessment)).stream()
                .map(one -> new Item(
                        wording.say("verdict." + one.to()), Cells.tone(one.to()), why.change(one), why.who(one)))
                .toList();
        return new Section(
                "changes",
                wording.say("why.change.title"),
                new Items(Mark.LABEL, items, ""),
                new Paragraph(wording.say(
                        pack.changeable().isEmpty()
                                ? "why.change.undeclared"
                                : items.isEmpty() ? "why.change.none" : "why.change.each")));
    }

    /** Returns why rules do not hold; empty unless requested. */
    private Section obstacles(Assessment assessment) {
        if (!whyNot) {
            return new Section("why-not", wording.say("why.title"));
        }
        List<Item> items = insight.obstacles(assessment).stream()
                .map(one -> new Item(
                        label(one),
                        wording.sentence(
                                "%s: %s", Columns.withoutFullStop(one.rule().title()), why.reason(one)),
                        List.of("(" + why.constraint(one) + ")")))
                .toList();
        return new Section(
                "why-not",
                wording.say("why.title"),
                new Items(Mark.LABEL, items, ""),
                new Paragraph(items.isEmpty() ? wording.say("why.none") : ""));
    }

    /** Returns the first changes per verdict. */
    private static List<Reversal> few(List<Reversal> all) {
        Map<Verdict, Integer> shown = new EnumMap<>(Verdict.class);
        return all.stream()
                .filter(one -> shown.merge(one.to(), 1, Integer::sum) <= FEW)
                .toList();
    }

    private String label(Obstacle one) {
        return one.rule().effect().hasPoints()
                ? "+" + Numbers.points(one.worth())
                : wording.say("effect." + one.rule().effect());
    }
}

package dev.winnow.papers.paper;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.explain.Obstacle;
import dev.winnow.engine.explain.Obstacle.Gap;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.value.Figure;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.sentences.AssessmentSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reasons for and against a candidate, a sentence each, the weightiest first. */
final class PaperReasons {

    /** Maximum width of a reason in columns; the title of the rule alone stands for a longer one. */
    private static final int LONGEST = 200;

    /** Maximum number of sources per reason. */
    private static final int CITED = 2;

    private final Explanation explanation;
    private final RulePack pack;
    private final Map<String, List<Citation>> stated;
    private final Set<String> ofOwner;
    private final PaperSources sources;
    private final Wording wording;

    /**
     * @param stated the statements about the project, by fact
     * @param undocumented its facts without a document
     */
    PaperReasons(
            Explanation explanation,
            RulePack pack,
            Map<String, List<Citation>> stated,
            List<UndocumentedFact> undocumented,
            PaperSources sources,
            Wording wording) {
        this.explanation = explanation;
        this.pack = pack;
        this.stated = stated;
        this.ofOwner = undocumented.stream()
                .filter(UndocumentedFact::ofOwner)
                .map(UndocumentedFact::fact)
                .filter(fact -> isClaim(FactName.of(fact), pack.vocabulary()))
                .collect(Collectors.toSet());
        this.sources = sources;
        this.wording = wording;
    }

    /** Whether a fact is a claim about the project; its track, links and markets only describe it. */
    private static boolean isClaim(FactName fact, Vocabulary vocabulary) {
        String refers = vocabulary.refers(fact.list(), fact.property());
        return refers == null || refers.equals("firms");
    }

    /** Returns the first awards by the points that they add. */
    List<String> strengths(int most) {
        return explanation.findings().stream()
                .filter(one -> one.effect().hasPoints() && one.contribution().signum() > 0)
                .sorted(Comparator.comparing(Finding::contribution).reversed().thenComparing(Finding::rule))
                .limit(most)
                .map(this::found)
                .toList();
    }

    /**
     * Returns the first reasons against: knock-outs and red flags that hold, then those still open, deductions, and
     * rules that fail or are open by the points that they would add. Further knock-outs and red flags are counted.
     */
    List<String> weaknesses(List<Obstacle> obstacles, int most) {
        List<Finding> stopping = explanation.findings().stream()
                .filter(one -> one.effect().bearing() == Bearing.VERDICT)
                .toList();
        Stream<String> stops = stopping.stream()
                .limit(most)
                .map(one -> one.effect().stops()
                        ? wording.sentence("Rules it out: %s", found(one))
                        : wording.sentence("Warning: %s", found(one)));
        Set<String> conditions =
                explanation.conditions().stream().map(one -> one.rule()).collect(Collectors.toSet());
        Stream<String> open = AssessmentSummary.openStops(explanation).stream()
                .filter(one -> !conditions.contains(one.rule()))
                .map(one -> wording.sentence("Not ruled out yet: %s", Columns.withoutFullStop(one.title())));
        Stream<String> caps = explanation.findings().stream()
                .filter(one -> one.effect() == Effect.CAP && one.contribution().signum() < 0)
                .map(this::found);
        List<String> all = new ArrayList<>(Stream.of(stops, open, caps, missed(obstacles))
                .flatMap(one -> one)
                .limit(most)
                .toList());
        if (stopping.size() > most) {
            all.add(wording.sentence("and %s more in the memo", stopping.size() - most));
        }
        return all;
    }

    /** A rule that adds no points yet, with the points at stake. */
    private record Missed(String rule, BigDecimal points, String words) {}

    private Stream<String> missed(List<Obstacle> obstacles) {
        List<Missed> missed = new ArrayList<>();
        for (Obstacle one : obstacles) {
            if (one.rule().effect().hasPoints() && one.worth().signum() > 0) {
                missed.add(new Missed(one.rule().id(), one.worth(), failed(one)));
            }
        }
        for (Undetermined one : explanation.undetermined()) {
            if (one.effect().hasPoints()) {
                missed.add(new Missed(
                        one.rule(),
                        one.points().multiply(weight(one.criterion())).movePointLeft(2),
                        wording.sentence("Not shown yet: %s", Columns.withoutFullStop(one.title()))));
            }
        }
        return missed.stream()
                .sorted(Comparator.comparing(Missed::points).reversed().thenComparing(Missed::rule))
                .map(Missed::words);
    }

    private BigDecimal weight(String criterion) {
        return explanation.criteria().stream()
                .filter(one -> one.id().equals(criterion))
                .map(CriterionScore::weight)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private String failed(Obstacle one) {
        String title = Columns.withoutFullStop(one.rule().title());
        Gap gap = one.gap();
        return gap == null || gap.needed().low().isZero()
                ? wording.sentence("Not met: %s", title)
                : wording.sentence("Not met: %s (%s; %s)", title, write(gap.found()), needed(gap));
    }

    private String needed(Gap gap) {
        String needed = write(gap.needed());
        return switch (gap.sign()) {
            case ">=" -> wording.sentence("needed: at least %s", needed);
            case ">" -> wording.sentence("needed: more than %s", needed);
            case "<=" -> wording.sentence("allowed: at most %s", needed);
            case "<" -> wording.sentence("needed: less than %s", needed);
            case "==" -> wording.sentence("needed: exactly %s", needed);
            default -> wording.sentence("needed: any value but %s", needed);
        };
    }

    private String write(Figure figure) {
        return figure.write(wording.language());
    }

    /** Returns the title of a finding and its reason, if that is short, with the sources. */
    String found(Finding finding) {
        String title = Columns.withoutFullStop(finding.title());
        String whole = wording.sentence("%s: %s", title, finding.reason());
        Set<String> read = pack.factsRead(finding.rule());
        String word = read.stream().anyMatch(ofOwner::contains) ? wording.sentence(" (the owner’s word)") : "";
        return (Columns.width(whole) > LONGEST ? title : whole) + word + sources.cite(cited(finding, read));
    }

    private Set<String> cited(Finding finding, Set<String> read) {
        Stream<Citation> ofProject = read.stream()
                .filter(fact -> fact.startsWith(Vocabulary.PROJECT + "."))
                .flatMap(fact -> stated.getOrDefault(fact, List.of()).stream());
        return Stream.concat(finding.evidence().stream(), ofProject)
                .map(Citation::universeSource)
                .flatMap(Stream::ofNullable)
                .limit(CITED)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

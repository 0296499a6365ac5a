package dev.winnow.report.text;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Undetermined;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.QuestionStake;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Colours;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.layout.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the unknowns of a memo: the rules that are undetermined, and the facts to find out. */
final class Unknowns {

    /** The most rows that are named; the questions name all. */
    private static final int FEW = 3;

    private final Explanation explanation;
    private final Assessment assessment;
    private final Page page;
    private final Colours colours;
    private final Wording wording;
    private final FactWords facts;
    private final QuestionWords asked;

    Unknowns(
            Explanation explanation,
            Page page,
            Colours colours,
            Wording wording,
            FactWords facts,
            QuestionWords asked) {
        this.explanation = explanation;
        this.assessment = explanation.assessment();
        this.page = page;
        this.colours = colours;
        this.wording = wording;
        this.facts = facts;
        this.asked = asked;
    }

    void write() {
        undetermined();
        questions();
    }

    /** The title of a criterion of an assessment. */
    static String title(Explanation explanation, String criterion) {
        return explanation.criteria().stream()
                .filter(score -> score.id().equals(criterion))
                .map(CriterionScore::title)
                .findFirst()
                .orElse(criterion);
    }

    private void undetermined() {
        if (explanation.undetermined().isEmpty()) {
            return;
        }
        page.section(colours.strong(wording.sentence("What is open, and what depends on it")));
        for (Undetermined open : explanation.undetermined()) {
            boolean award = open.effect().hasPoints();
            String stake = award ? points(open) : stake(open);
            page.hanging("  ", wording.sentence("%s (%s)", Columns.unstopped(open.title()), stake));
            String missing = FactWords.grouped(open.missing()).stream()
                    .map(group -> facts.together(group, FEW))
                    .collect(Collectors.joining(wording.sentence("; ")));
            page.text(4, wording.sentence("unknown: %s", missing));
        }
    }

    private String points(Undetermined open) {
        String number = Numbers.near(open.points(), 2);
        String criterion = title(explanation, open.criterion());
        return number.equals("1")
                ? wording.sentence("1 point of %s", criterion)
                : wording.sentence("%s points of %s", number, criterion);
    }

    private String stake(Undetermined open) {
        if (!open.effect().limits()) {
            return wording.sentence("a %s", wording.say("effect." + open.effect()));
        }
        String cap = wording.sentence("a cap on %s", title(explanation, open.criterion()));
        return open.contribution().signum() == 0
                ? cap
                : cap + wording.sentence(", ") + Numbers.near(open.contribution(), 2);
    }

    private void questions() {
        if (explanation.questions().isEmpty()) {
            return;
        }
        page.section(colours.strong(wording.sentence("To find out, most important first")));
        for (List<Question> alike : alike(explanation.questions())) {
            Question first = alike.get(0);
            page.hanging(
                    "  [ ] ",
                    wording.sentence(
                            "%s (%s; %s)",
                            asked.ask(
                                    alike.stream().map(Question::fact).toList(),
                                    assessment.project(),
                                    assessment.city()),
                            asked.effort(first.fact()),
                            QuestionStake.of(first, alike.size() > 1, wording)));
        }
    }

    /** Neighbours in the list of which as much hangs on each, and which differ only in the row they are of. */
    private static List<List<Question>> alike(List<Question> questions) {
        Map<String, List<Question>> groups = new LinkedHashMap<>();
        for (Question question : questions) {
            String group = QuestionStake.key(question) + " " + FactWords.kindOf(question.fact());
            groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(question);
        }
        return List.copyOf(groups.values());
    }
}

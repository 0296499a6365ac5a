package dev.winnow.cli;

import dev.winnow.model.Assessment;
import dev.winnow.model.CriterionScore;
import dev.winnow.model.Effect;
import dev.winnow.model.Question;
import dev.winnow.model.Undetermined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a memo says of what is not known: the rules that stay open, and the facts to find out. */
final class Unknowns {

    /** How many rows are named where all would tire; the questions name all. */
    private static final int FEW = 3;

    private Unknowns() {}

    static void write(Assessment assessment, Page page, Colours colours) {
        undetermined(assessment, page, colours);
        questions(assessment, page, colours);
    }

    /** What people call a criterion of an assessment. */
    static String title(Assessment assessment, String criterion) {
        return assessment.criteria().stream()
                .filter(score -> score.id().equals(criterion))
                .map(CriterionScore::title)
                .findFirst()
                .orElse(criterion);
    }

    private static void undetermined(Assessment assessment, Page page, Colours colours) {
        if (assessment.undetermined().isEmpty()) {
            return;
        }
        page.section(colours.strong("What cannot be said, and what hangs on it"));
        for (Undetermined open : assessment.undetermined()) {
            boolean award = open.effect() == Effect.AWARD;
            String stake = award
                    ? Numbers.points(open.points(), 2) + " of " + title(assessment, open.criterion())
                    : stake(assessment, open);
            page.hanging("  ", Columns.unstopped(open.title()) + " (" + stake + ")");
            String missing = FactNames.grouped(open.missing()).stream()
                    .map(group -> FactNames.together(group, FEW))
                    .collect(Collectors.joining("; "));
            page.text(4, "unknown: " + missing);
        }
    }

    private static String stake(Assessment assessment, Undetermined open) {
        return switch (open.effect()) {
            case CAP ->
                "a cap on " + title(assessment, open.criterion())
                        + (open.contribution().signum() == 0 ? "" : ", " + Numbers.near(open.contribution(), 2));
            case KNOCK_OUT, RED_FLAG, NOTE, SUGGEST, AWARD ->
                "a " + open.effect().words();
        };
    }

    private static void questions(Assessment assessment, Page page, Colours colours) {
        if (assessment.questions().isEmpty()) {
            return;
        }
        page.section(colours.strong("To find out, most important first"));
        for (List<Question> alike : alike(assessment.questions())) {
            Question first = alike.get(0);
            String stake = first.knockOut()
                    ? "decides a knock-out"
                    : "moves up to " + Numbers.points(first.points(), 2) + (alike.size() > 1 ? " each" : "");
            List<String> facts = alike.stream().map(Question::fact).toList();
            page.hanging("  [ ] ", FactNames.together(facts, facts.size()) + ": " + stake);
        }
    }

    /** Neighbours in the list of which as much hangs on each, and which differ only in the row they are of. */
    private static List<List<Question>> alike(List<Question> questions) {
        Map<String, List<Question>> groups = new LinkedHashMap<>();
        for (Question question : questions) {
            String group = question.knockOut() + " " + question.points() + " " + FactNames.kind(question.fact());
            groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(question);
        }
        return List.copyOf(groups.values());
    }
}

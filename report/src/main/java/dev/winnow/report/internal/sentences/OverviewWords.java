package dev.winnow.report.internal.sentences;

import dev.winnow.analysis.internal.overview.Advice;
import dev.winnow.analysis.internal.overview.Overview;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Question;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.QuestionStake;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The sentences of an overview, shared by its documents. */
public final class OverviewWords {

    /** Number of assumed facts in a heading. */
    private static final int MAX_ASSUMPTIONS = 1;

    private final Wording wording;
    private final Names names;
    private final QuestionWords questions;
    private final BaseCaseText base;

    /** @param names the display names and the vocabulary of the universe */
    public OverviewWords(Wording wording, Names names) {
        this.wording = wording;
        this.names = names;
        this.questions = new QuestionWords(wording, names);
        this.base = new BaseCaseText(wording, new FactWords(wording, names));
    }

    /**
     * A question that several candidates depend on most.
     *
     * @param sentence the question, with who knows and what it decides
     * @param candidates the candidates, best first
     */
    public record Asked(String sentence, List<Assessment> candidates) {}

    /** Returns the result of a screening in a sentence. */
    public String finding(Overview overview) {
        String counted = counted(overview.blocks());
        int cities = overview.cities().size();
        return cities == 1
                ? wording.sentence(
                        "%s: %s.", shortly(overview.blocks().get(0).first().cityName()), counted)
                : wording.sentence("In %s cities: %s.", cities, counted);
    }

    /** Returns the number of candidates per advice. */
    public String counted(List<Overview.Block> blocks) {
        int pursue = count(blocks, Advice.PURSUE);
        int assumed = count(blocks, Advice.PURSUE_IF_ASSUMED);
        int open = count(blocks, Advice.OPEN)
                + blocks.stream().mapToInt(block -> block.unknown().size()).sum();
        int leave = count(blocks, Advice.LEAVE);
        List<String> parts = new ArrayList<>();
        parts.add(pursue == 0 ? wording.sentence("nothing to pursue yet") : wording.sentence("%s to pursue", pursue));
        if (assumed > 0) {
            parts.add(
                    pursue == 0
                            ? wording.sentence("%s to pursue if the assumptions hold", assumed)
                            : wording.sentence("%s more if the assumptions hold", assumed));
        }
        if (open > 0) {
            parts.add(wording.sentence("%s open", open));
        }
        if (leave > 0) {
            parts.add(wording.sentence("%s to leave", leave));
        }
        return String.join(wording.sentence(", "), parts);
    }

    private static int count(List<Overview.Block> blocks, Advice advice) {
        return blocks.stream().mapToInt(block -> block.of(advice).size()).sum();
    }

    /** Returns the heading above the candidates with an advice. */
    public String heading(Advice advice) {
        return wording.sentence(
                switch (advice) {
                    case PURSUE -> "To pursue";
                    case PURSUE_IF_ASSUMED -> "To pursue if the assumptions hold";
                    case OPEN -> "Open";
                    case LEAVE -> "To leave";
                });
    }

    /**
     * The heading above candidates that only the base case recommends, with the assumption that most of them depend on.
     *
     * @param candidates with their critical assumptions, where these were searched for
     */
    public String headingIfAssumed(Stream<Explanation> candidates) {
        Map<String, Integer> dependents = new LinkedHashMap<>();
        candidates.forEach(one -> base.critical(one).forEach(fact -> dependents.merge(fact, 1, Integer::sum)));
        List<String> facts = new ArrayList<>(dependents.keySet());
        facts.sort(Comparator.comparing((String fact) -> -dependents.getOrDefault(fact, 0)));
        String heading = heading(Advice.PURSUE_IF_ASSUMED);
        return facts.isEmpty() ? heading : wording.sentence("%s: %s", heading, wording.list(facts, MAX_ASSUMPTIONS));
    }

    /** Returns the most important question of each undecided candidate, each question once. */
    public List<Asked> asked(Overview.Block block, FirstQuestions first) {
        Map<String, List<Assessment>> byFact = new LinkedHashMap<>();
        for (Advice advice : List.of(Advice.PURSUE, Advice.PURSUE_IF_ASSUMED, Advice.OPEN)) {
            for (Assessment one : block.of(advice)) {
                Question question = first.of(one);
                if (question != null) {
                    byFact.computeIfAbsent(FactWords.kindOf(question.fact()), unused -> new ArrayList<>())
                            .add(one);
                }
            }
        }
        return byFact.values().stream()
                .map(asking -> {
                    Assessment one = asking.get(0);
                    Question question = Objects.requireNonNull(first.of(one));
                    boolean named = asking.size() == 1 || question.fact().startsWith("city.");
                    return new Asked(question(one, question, named), List.copyOf(asking));
                })
                .toList();
    }

    /**
     * Returns a question about a candidate, with who knows and what it decides.
     *
     * @param named whether the question names the project
     */
    public String question(Assessment one, Question first, boolean named) {
        String sentence = named ? questions.ask(first.fact(), one.project(), one.city()) : questions.ask(first.fact());
        String stake = QuestionStake.decides(first, wording);
        return capital(wording.sentence("%s: %s", questions.who(first.fact()), sentence))
                + (stake.isEmpty() ? "" : wording.sentence(" (%s)", stake));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Returns the sentence that next to nothing is known about some candidates or cities. */
    public String unknown(String whom) {
        return wording.sentence("Next to nothing is known about %s.", whom);
    }

    /**
     * Returns a sentence on the cities without known facts, and the facts to find out first; empty if there are none.
     */
    public String folded(Overview overview) {
        return folded(overview, Integer.MAX_VALUE);
    }

    /**
     * Returns the same sentence with a limited number of cities.
     *
     * @param most the maximum number of cities named
     */
    public String folded(Overview overview, int most) {
        if (overview.folded().isEmpty()) {
            return "";
        }
        String cities = wording.list(
                overview.folded().stream()
                        .map(Overview.City::name)
                        .map(this::shortly)
                        .toList(),
                most);
        List<String> opening = overview.opening().stream().map(this::opening).toList();
        return unknown(cities)
                + (opening.isEmpty() ? "" : wording.sentence(" Find out first: their %s.", wording.list(opening)));
    }

    private String opening(String fact) {
        return names.vocabulary().words(Vocabulary.CITY, FactName.of(fact).property(), wording.language());
    }

    /** Returns the part of a name in this language, to fit a line. */
    public String shortly(String whole) {
        return Names.inLanguage(wording.language(), whole);
    }
}

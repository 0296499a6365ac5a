package dev.winnow.report.i18n;

import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.FactQuestion;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns unknown facts into questions: {@code project.yieldRate} becomes {@code What share of SiEn’s output is good?}.
 */
public final class QuestionWords {

    private static final String WHO = "who.";

    /** Matches the placeholder of a question's subject. */
    private static final Pattern PLACE = Pattern.compile("%(?:[12]\\$)?s");

    private final Wording wording;
    private final Names names;
    private final FactWords facts;

    /** @param names the display names and the vocabulary of the universe */
    public QuestionWords(Wording wording, Names names) {
        this.wording = wording;
        this.names = names;
        this.facts = new FactWords(wording, names);
    }

    /**
     * Returns the question about a fact of a candidate.
     *
     * @param project the id of the project
     * @param city the id of the city
     */
    public String ask(String fact, String project, String city) {
        FactName name = FactName.of(fact);
        return ask(name, names.vocabulary().question(name), fact, project, city);
    }

    /** Returns the question about a fact, given the parts of its name and its question. */
    public String ask(FactName name, FactQuestion question, String fact, String project, String city) {
        return said(
                name,
                question,
                List.of(fact),
                names.of("projects", project, wording.language()),
                names.of("cities", city, wording.language()));
    }

    /**
     * Returns the question about a fact of a project, cut at each mention of the project's name, so that it can be
     * asked about many projects.
     *
     * @return the parts before, between and after the mentions; null if the name is not all that varies
     */
    public @Nullable List<String> aroundTheProject(FactName fact, FactQuestion question) {
        LocalName sentence =
                fact.isOfProject() && fact.row().isEmpty() && !fact.property().isEmpty() ? question.sentence() : null;
        if (sentence == null) {
            return null;
        }
        List<String> parts = List.of(PLACE.split(sentence.inLanguage(wording.language()), -1));
        return parts.size() > 1 && parts.stream().noneMatch(part -> part.contains("%")) ? parts : null;
    }

    /** Returns one question about facts that differ only in their row. */
    public String ask(List<String> facts, String project, String city) {
        FactName first = FactName.of(facts.get(0));
        return said(
                first,
                names.vocabulary().question(first),
                facts,
                names.of("projects", project, wording.language()),
                names.of("cities", city, wording.language()));
    }

    /** Returns a question that says {@code the project} and {@code the city} instead of their names. */
    public String ask(String fact) {
        FactName name = FactName.of(fact);
        return said(
                name,
                names.vocabulary().question(name),
                List.of(fact),
                wording.sentence("the project"),
                wording.sentence("the city"));
    }

    private String said(FactName fact, FactQuestion question, List<String> asked, String project, String city) {
        if (fact.property().isEmpty()) {
            return facts.words(asked.get(0));
        }
        String around = fact.isOfProject() ? project : city;
        String subject = fact.row().isEmpty() ? around : rows(fact, asked);
        LocalName sentence = question.sentence();
        if (sentence == null) {
            return unworded(fact, subject, around);
        }
        String template = sentence.inLanguage(wording.language());
        boolean declared = names.vocabulary().list(fact.list()) != null;
        return template.contains("%")
                ? Wording.filled(template, declared ? of(fact, subject, around) : subject, around)
                : wording.sentence("%s: %s", of(fact, subject, around), template);
    }

    private String rows(FactName fact, List<String> asked) {
        return asked.size() == 1
                ? facts.called(fact.list(), fact.row())
                : wording.list(asked.stream()
                        .map(one -> facts.called(fact.list(), FactName.of(one).row()))
                        .toList());
    }

    /** Returns a row with its city, or the subject itself if the fact has no row. */
    private String of(FactName fact, String subject, String around) {
        return fact.row().isEmpty() || fact.subject().isEmpty()
                ? subject
                : wording.sentence("%s (%s)", subject, around);
    }

    /** Returns the question about a fact whose vocabulary gives none. */
    private String unworded(FactName fact, String subject, String around) {
        Vocabulary vocabulary = names.vocabulary();
        String called = vocabulary.words(fact.list(), fact.property(), wording.language());
        return fact.list().equals(Vocabulary.CITY) && vocabulary.rows().containsKey(fact.property())
                ? wording.sentence("Besides those known, which %s does %s have?", called, around)
                : wording.sentence("%s: %s?", of(fact, subject, around), called);
    }

    /** Returns who knows a fact, in words: {@code public register}. */
    public String who(String fact) {
        return who(names.vocabulary().question(FactName.of(fact)));
    }

    /** Returns who knows, in words. */
    public String who(FactQuestion question) {
        return who(question.who());
    }

    /** Returns an addressee in words. */
    public String who(LocalName addressee) {
        @Nullable String word = wording.find(WHO + addressee.inLanguage(Language.EN));
        return word == null ? addressee.inLanguage(wording.language()) : word;
    }

    /** Returns who knows a fact, and the days that an answer takes. */
    public FactQuestion of(String fact) {
        return names.vocabulary().question(FactName.of(fact));
    }

    /** Returns who knows a fact and the days that an answer takes: {@code owner, 2 days}. */
    public String effort(String fact) {
        FactQuestion question = of(fact);
        String who = who(question);
        return question.days() == 1
                ? wording.sentence("%s, 1 day", who)
                : wording.sentence("%s, %s days", who, question.days());
    }
}

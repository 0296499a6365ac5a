package dev.winnow.report.internal.contents;

import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.internal.panel.Round;
import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.model.vocabulary.Scale;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.tables.internal.answers.BlindForm;
import dev.winnow.tables.internal.answers.BlindForm.Subject;
import dev.winnow.tables.internal.headings.FieldForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a blind form in a language, prepared for every kind of file.
 *
 * @param form what is asked
 * @param title the title of the form
 * @param panel the panel, in words
 * @param assessor the assessor, in words
 * @param due when the form is due, in words; empty if the round has no last day
 * @param parts the questions of each project and city
 * @param wording the language
 */
public record BlindQuestions(
        BlindForm form, String title, String panel, String assessor, String due, List<Part> parts, Wording wording) {

    /**
     * The questions about a project or city.
     *
     * @param about its name
     * @param conflict the question about a conflict of interest
     * @param items the questions about its facts
     */
    public record Part(String about, Item conflict, List<Item> items) {}

    /**
     * A question.
     *
     * @param number its number among all questions, from 1
     * @param fact the name of the fact, or that of the question about a conflict of interest
     * @param of the id of the project or city
     * @param about the name of the project or city
     * @param sentence the question
     * @param levels the levels of its scale, ascending; empty if it has none
     * @param choices the possible answers; empty if any figure is possible
     * @param unit the unit of a figure; null if it has none
     */
    public record Item(
            int number,
            String fact,
            String of,
            String about,
            String sentence,
            List<Level> levels,
            List<String> choices,
            @Nullable String unit) {

        /** Whether it asks for a conflict of interest. */
        public boolean isConflict() {
            return BlindForm.isConflict(fact);
        }
    }

    /**
     * A level of a scale.
     *
     * @param answer the answer that names it
     * @param label its number and name
     * @param description its description
     */
    public record Level(String answer, String label, String description) {}

    public BlindQuestions {
        parts = List.copyOf(parts);
    }

    /** Returns the questions of a form. */
    public static BlindQuestions of(BlindForm form, Universe universe, Wording wording) {
        return new Writer(form, universe, wording).questions();
    }

    /** Returns all questions in their order. */
    public List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (Part part : parts) {
            items.add(part.conflict());
            items.addAll(part.items());
        }
        return items;
    }

    /** Returns the answer of an assessor who cannot judge. */
    public String cannotJudge() {
        return BlindForm.cannotJudge(wording.language());
    }

    /** Returns how to fill in the form, in sentences. */
    public List<String> how() {
        return List.of(
                wording.sentence("Judge on your own, and give a reason for each judgement."),
                wording.sentence("If you cannot judge a fact, answer “%s”.", cannotJudge()),
                wording.sentence(
                        "Declare for each project or city whether you have a conflict of interest; if you have one,"
                                + " or do not say, your judgements of it do not count."));
    }

    private static final class Writer {

        private final BlindForm form;
        private final Universe universe;
        private final Wording wording;
        private final Language language;
        private final QuestionWords words;
        private final EntryKinds kinds;
        private final FieldForm fields;
        private int number;

        Writer(BlindForm form, Universe universe, Wording wording) {
            this.form = form;
            this.universe = universe;
            this.wording = wording;
            this.language = wording.language();
            this.words = new QuestionWords(wording, universe.names());
            this.kinds = EntryKinds.of(universe.vocabulary());
            this.fields = new FieldForm(language, universe);
        }

        BlindQuestions questions() {
            Panel panel = form.panel();
            String title = panel.title() == null ? panel.id() : wording.name(panel.title());
            String organisation = form.assessor().organisation();
            String name = wording.name(form.assessor().name());
            return new BlindQuestions(
                    form,
                    wording.sentence("Judgements"),
                    wording.sentence("%s, round %s", title, form.round()),
                    organisation == null
                            ? wording.sentence("%s (%s)", name, form.assessor().id())
                            : wording.sentence(
                                    "%s (%s), %s", name, form.assessor().id(), wording.name(organisation)),
                    due(),
                    form.subjects().stream().map(this::part).toList(),
                    wording);
        }

        private String due() {
            return form.panel().rounds().stream()
                    .filter(round -> round.number() == form.round())
                    .map(Round::until)
                    .filter(Objects::nonNull)
                    .map(until -> wording.sentence("Please return it by %s.", wording.day(until)))
                    .findFirst()
                    .orElse("");
        }

        private Part part(Subject subject) {
            String about = universe.names().of(subject.ofProject() ? "projects" : "cities", subject.id(), language);
            Item conflict = new Item(
                    ++number,
                    subject.conflict(),
                    subject.id(),
                    about,
                    wording.sentence("Do you have a conflict of interest with %s? If so, which?", about),
                    List.of(),
                    List.of(wording.sentence("no"), wording.sentence("yes")),
                    null);
            return new Part(
                    about,
                    conflict,
                    subject.facts().stream()
                            .map(fact -> item(fact, subject, about))
                            .toList());
        }

        private Item item(String fact, Subject subject, String about) {
            DeclaredProperty declared = Objects.requireNonNull(form.facts().get(fact));
            Scale scale = declared.scale();
            FactName name = FactName.of(fact);
            EntryKind kind = subject.ofProject() ? kinds.projects() : Objects.requireNonNull(kinds.find("cities"));
            Property property = Objects.requireNonNull(kind.property(name.property()));
            LocalName note = declared.note();
            String question = words.ask(fact, subject.id(), subject.id());
            return new Item(
                    ++number,
                    fact,
                    subject.id(),
                    about,
                    declared.ask() == null && note != null
                            ? wording.sentence("%s (%s)", question, note.inLanguage(language))
                            : question,
                    scale == null
                            ? List.of()
                            : scale.levels().stream().map(this::level).toList(),
                    scale == null
                            ? fields.choices(property)
                            : scale.levels().stream()
                                    .map(level -> level.called(language))
                                    .toList(),
                    scale == null ? fields.unit(property) : null);
        }

        private Level level(Scale.Level level) {
            String number = String.valueOf(level.number());
            String called = level.called(language);
            return new Level(
                    called,
                    called.equals(number) ? number : wording.sentence("%s %s", number, called),
                    level.description().inLanguage(language));
        }
    }
}

package dev.winnow.report.internal.markdown;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.Questionnaire;
import dev.winnow.report.internal.contents.Questionnaire.Group;
import dev.winnow.report.internal.contents.Questionnaire.Item;
import dev.winnow.tables.internal.answers.AnswerColumn;
import dev.winnow.tables.internal.headings.FieldForm;
import dev.winnow.tables.internal.headings.HeadingCatalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes questions as Markdown, to send as a letter or to answer in place, grouped by who knows, the most decisive
 * first. {@code winnow answers} reads the answers.
 */
public final class AskMarkdown {

    /** Lists longer than this are not printed as choices. */
    private static final int MOST_CHOICES = 12;

    /** Number of empty rows for a list. */
    private static final int ROWS = 2;

    private final Questionnaire questions;
    private final Wording wording;
    private final Language language;
    private final FieldForm form;
    private final MarkdownText text = new MarkdownText();

    private AskMarkdown(Questionnaire questions) {
        this.questions = questions;
        this.wording = questions.wording();
        this.language = wording.language();
        this.form = new FieldForm(language, questions.universe());
    }

    /** Returns the document; each line ends with a line feed. */
    public static String of(Questionnaire questions) {
        AskMarkdown document = new AskMarkdown(questions);
        document.head();
        questions.groups().forEach(document::group);
        document.foot();
        return document.text.toString();
    }

    private void head() {
        text.heading(1, wording.sentence("Questions"));
        text.paragraph(MarkdownText.escaped(questions.counted()));
        if (questions.items().isEmpty()) {
            return;
        }
        text.line(MarkdownText.escaped(
                wording.sentence("An answer is a value, or one of: %s.", wording.list(questions.replies()))));
        text.line(MarkdownText.escaped(
                wording.sentence("A figure may be “over 300”, “at least 300”, “at most 300” or “about 300”.")));
        text.paragraph(MarkdownText.escaped(wording.sentence(
                "The source, the date and who answered, at the head of each part, hold for all its questions; a"
                        + " question may have lines of its own for them. Please leave the lines that name facts as they"
                        + " are.")));
    }

    private void group(Group group) {
        text.heading(
                2,
                MarkdownText.escaped(wording.sentence(
                        "%s: %s, %s",
                        group.who(), questions.questions(group.items().size()), questions.days(group.days()))));
        for (AnswerColumn column : List.of(AnswerColumn.SOURCE, AnswerColumn.AS_OF, AnswerColumn.BY)) {
            text.line("- " + field(column, null));
        }
        text.line("");
        group.items().forEach(this::item);
    }

    private void item(Item item) {
        text.line(item.number() + ". " + MarkdownText.escaped(item.sentence()) + "  ");
        questions.scale(item).forEach(level -> text.line("   " + MarkdownText.escaped(level) + "  "));
        text.line("   " + MarkdownText.escaped(questions.beside(item)) + "  ");
        String hint = hint(item);
        text.line("   "
                + wording.sentence(
                        "fact `%s` of `%s`", item.asked().fact(), item.asked().id())
                + (hint.isEmpty() ? "" : wording.sentence("; ") + MarkdownText.escaped(hint)));
        text.line("   - " + field(AnswerColumn.ANSWER, item.unit()));
        text.line("");
        if (item.list() != null) {
            rows(item.list());
        }
    }

    /** Returns the label of an answer: {@code answer (%):}. */
    private String field(AnswerColumn column, @Nullable String unit) {
        String heading = column.heading(language);
        return unit == null
                ? wording.sentence("%s:", heading)
                : wording.sentence("%s (%s):", heading, MarkdownText.inline(unit));
    }

    /** Returns a hint on the form of the answer; empty if none is needed. */
    private String hint(Item item) {
        if (item.property() != null && item.property().type() == Property.Type.TEXTS) {
            return wording.sentence("several with a semicolon between");
        }
        return item.choices().isEmpty() || item.choices().size() > MOST_CHOICES
                ? ""
                : wording.sentence("one of: %s", wording.list(item.choices()));
    }

    /** Adds a table for the rows of a list. */
    private void rows(EntryKind list) {
        List<String> headings = new ArrayList<>();
        Questionnaire.columns(list).forEach(key -> {
            String bare = HeadingCatalogue.get().heading(list, key, language);
            String unit = form.unit(key.property());
            headings.add(MarkdownText.inline(
                    unit == null
                            ? bare
                            : language == Language.ZH ? bare + "（" + unit + "）" : bare + " [" + unit + "]"));
        });
        text.line("   | " + String.join(" | ", headings) + " |");
        text.line("   |" + "---|".repeat(headings.size()));
        String empty = "   |" + String.join("|", Collections.nCopies(headings.size(), "  ")) + "|";
        for (int row = 0; row < ROWS; row++) {
            text.line(empty);
        }
        text.line("");
    }

    private void foot() {
        Edition pack = questions.screening().pack();
        Edition universe = questions.screening().universe();
        text.heading(2, "winnow");
        text.paragraph(MarkdownText.escaped(
                wording.sentence("The pack and universe of these questions. Leave this section unchanged.")));
        about("pack.name", pack.name());
        about("pack.version", pack.version());
        about("pack.digest", pack.digest());
        about("universe.name", universe.name());
        about("universe.digest", universe.digest());
    }

    private void about(String key, String value) {
        text.line("- " + key + ": " + MarkdownText.inline(value));
    }
}

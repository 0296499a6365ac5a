package dev.winnow.report.internal.markdown;

import dev.winnow.model.source.Language;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.BlindQuestions;
import dev.winnow.report.internal.contents.BlindQuestions.Item;
import dev.winnow.report.internal.contents.BlindQuestions.Part;
import dev.winnow.tables.internal.answers.AnswerColumn;

/** Writes a blind form as Markdown, to be answered in place; {@code winnow panel read} reads the judgements. */
public final class JudgementMarkdown {

    private final BlindQuestions questions;
    private final Wording wording;
    private final Language language;
    private final MarkdownText text = new MarkdownText();

    private JudgementMarkdown(BlindQuestions questions) {
        this.questions = questions;
        this.wording = questions.wording();
        this.language = wording.language();
    }

    /** Returns the document; each line ends with a line feed. */
    public static String of(BlindQuestions questions) {
        JudgementMarkdown document = new JudgementMarkdown(questions);
        document.head();
        questions.parts().forEach(document::part);
        document.foot();
        return document.text.toString();
    }

    private void head() {
        text.heading(1, wording.sentence("Judgements"));
        text.line(MarkdownText.escaped(questions.panel()) + "  ");
        text.paragraph(MarkdownText.escaped(questions.assessor()));
        questions.how().forEach(line -> text.line(MarkdownText.escaped(line)));
        text.paragraph(MarkdownText.escaped(questions.due()));
        text.line("- " + field(AnswerColumn.AS_OF));
        text.line("");
    }

    private String field(AnswerColumn column) {
        return wording.sentence("%s:", column.heading(language));
    }

    private void part(Part part) {
        text.heading(2, MarkdownText.escaped(part.about()));
        item(part.conflict());
        part.items().forEach(this::item);
    }

    private void item(Item item) {
        text.line(item.number() + ". " + MarkdownText.escaped(item.sentence()) + "  ");
        item.levels()
                .forEach(level -> text.line("   "
                        + MarkdownText.escaped(wording.sentence("%s: %s", level.label(), level.description())) + "  "));
        String choices = item.choices().isEmpty() ? "" : wording.sentence("one of: %s", wording.list(item.choices()));
        text.line("   "
                + wording.sentence("fact `%s` of `%s`", item.fact(), item.of())
                + (choices.isEmpty() ? "" : wording.sentence("; ") + MarkdownText.escaped(choices)));
        text.line("   - "
                + (item.unit() == null
                        ? field(AnswerColumn.ANSWER)
                        : wording.sentence(
                                "%s (%s):", AnswerColumn.ANSWER.heading(language), MarkdownText.inline(item.unit()))));
        text.line("   - " + field(AnswerColumn.REASON));
        text.line("");
    }

    private void foot() {
        text.heading(2, "winnow");
        text.paragraph(
                MarkdownText.escaped(wording.sentence("These lines identify the form. Leave this section unchanged.")));
        questions.form().about().forEach((key, value) -> text.line("- " + key + ": " + MarkdownText.inline(value)));
    }
}

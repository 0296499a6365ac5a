package dev.winnow.report.markdown;

import dev.winnow.report.i18n.Wording;
import dev.winnow.report.text.Questionnaire;
import dev.winnow.report.text.Questionnaire.Group;
import dev.winnow.report.text.Questionnaire.Item;

/** Writes questions as Markdown, to be pasted into a letter: by who knows, the most decisive first. */
public final class AskMarkdown {

    private AskMarkdown() {}

    /** The text, each line ended. */
    public static String of(Questionnaire questions) {
        Wording wording = questions.wording();
        MarkdownText text = new MarkdownText();
        text.heading(1, wording.sentence("Questions"));
        text.paragraph(MarkdownText.escaped(questions.counted()));
        for (Group group : questions.groups()) {
            text.heading(
                    2,
                    MarkdownText.escaped(wording.sentence(
                            "%s: %s, %s",
                            group.who(), questions.questions(group.items().size()), questions.days(group.days()))));
            for (Item item : group.items()) {
                text.line(item.number() + ". " + MarkdownText.escaped(item.sentence()) + "  ");
                text.line("   "
                        + MarkdownText.escaped(wording.sentence(
                                "%s; %s; for %s",
                                questions.days(item.asked().how().days()), item.stake(), item.candidates())));
            }
            text.line("");
        }
        MarkdownMemo.foot(questions.screening().pack(), questions.screening().universe(), wording, text);
        return text.toString();
    }
}
